package io.innkeeper.console.view;

import java.util.List;

/** The effective settings, each with where it came from. */
public record SettingsView(String lead, List<Part> parts) implements Screen {
  /** The settings of one part of the program. */
  public record Part(String name, List<Fact> facts) {
    public Part {
      facts = List.copyOf(facts);
    }
  }

  public SettingsView {
    parts = List.copyOf(parts);
  }

  @Override
  public String template() {
    return "settings";
  }

  @Override
  public String title() {
    return "Settings";
  }
}
