package io.innkeeper.console.view;

import java.util.List;

/** Find anything: tenants, organisations, people, jobs and pages. */
public record FindView(String query, List<Hit> hits) implements Screen {
  /** Something found; it has a state's window or an icon. */
  public record Hit(String icon, String name, String note, String href) {}

  public FindView {
    hits = List.copyOf(hits);
  }

  @Override
  public String template() {
    return "find";
  }

  @Override
  public String title() {
    return "Find anything";
  }
}
