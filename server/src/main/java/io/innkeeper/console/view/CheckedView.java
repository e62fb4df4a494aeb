package io.innkeeper.console.view;

import java.util.Optional;

/** One field of a form judged while it is typed in, and what the button will do now. */
public record CheckedView(Field field, Optional<FormView.Plan> plan) implements Screen {
  @Override
  public String template() {
    return "checked";
  }

  @Override
  public String title() {
    return field.label();
  }
}
