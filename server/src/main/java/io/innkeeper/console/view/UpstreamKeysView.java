package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * All keys that the account at the upstream has, and whose they are.
 *
 * @param facts about the key with which they are made, and the last look
 * @param empty why there is nothing to list
 */
public record UpstreamKeysView(
    List<Action> actions, List<Fact> facts, List<Row> rows, Optional<Empty> empty)
    implements Screen {

  /**
   * One key there.
   *
   * @param whose the organisation's name, or what it is
   * @param href of that organisation's key, or empty
   */
  public record Row(
      String name,
      String key,
      String whose,
      String href,
      WindowState state,
      String stateWord,
      String cap,
      String spent,
      Moment made,
      List<Action> verbs) {
    public Row {
      verbs = List.copyOf(verbs);
    }
  }

  public UpstreamKeysView {
    actions = List.copyOf(actions);
    facts = List.copyOf(facts);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "upstream/list";
  }

  @Override
  public String title() {
    return "Keys at OpenRouter";
  }
}
