package io.innkeeper.console.view;

import java.util.List;

/** How an environment is set: what it is, where its sources are, and its end. */
public record EnvironmentSettingsView(
    EnvironmentHead head,
    List<Fact> facts,
    List<Action> actions,
    List<Part> sources,
    List<Action> tests,
    List<SourceTrial> trials,
    List<Action> files,
    String end,
    List<Action> ends)
    implements Screen {

  /** One of its sources. */
  public record Part(SourceHead head, List<Fact> facts) {
    public Part {
      facts = List.copyOf(facts);
    }
  }

  public EnvironmentSettingsView {
    facts = List.copyOf(facts);
    actions = List.copyOf(actions);
    sources = List.copyOf(sources);
    tests = List.copyOf(tests);
    trials = List.copyOf(trials);
    files = List.copyOf(files);
    ends = List.copyOf(ends);
  }

  @Override
  public String template() {
    return "credentials/settings";
  }

  @Override
  public String title() {
    return "Settings of " + head.name();
  }
}
