package io.innkeeper.console.view;

import java.util.List;

/**
 * The key at the upstream that an organisation's calls go out with: how it stands, never its value.
 *
 * @param warnings what is wrong with it, each with what to do
 * @param all where all keys of the account are
 */
public record ServedKeyView(
    OrganisationHead head,
    List<Action> actions,
    WindowState state,
    String stateWord,
    Sentence says,
    List<String> warnings,
    List<Fact> facts,
    List<Earlier> earlier,
    String all)
    implements Screen {

  /** One that was used before, or was given up. */
  public record Earlier(
      String key, String origin, WindowState state, String stateWord, Moment until, String what) {}

  public ServedKeyView {
    actions = List.copyOf(actions);
    warnings = List.copyOf(warnings);
    facts = List.copyOf(facts);
    earlier = List.copyOf(earlier);
  }

  @Override
  public String template() {
    return "upstream/one";
  }

  @Override
  public String title() {
    return "Upstream key of " + head.name();
  }
}
