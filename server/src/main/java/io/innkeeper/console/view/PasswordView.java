package io.innkeeper.console.view;

import java.util.List;

/**
 * Changing one's own password.
 *
 * @param forced the first password only opens this page
 */
public record PasswordView(boolean forced, String person, List<Field> fields) implements Screen {
  public PasswordView {
    fields = List.copyOf(fields);
  }

  @Override
  public String template() {
    return forced ? "password-first" : "password";
  }

  @Override
  public String title() {
    return forced ? "Choose a password" : "Change your password";
  }
}
