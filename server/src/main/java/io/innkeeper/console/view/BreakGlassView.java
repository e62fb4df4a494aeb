package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * The break-glass copy: how it stands, for whom it is sealed, how it is opened.
 *
 * @param open the command that opens it
 */
public record BreakGlassView(
    List<Action> actions,
    WindowState state,
    String stateWord,
    String lead,
    List<Fact> facts,
    List<Row> recipients,
    List<Fact> key,
    List<Action> keyActions,
    String open,
    Optional<Empty> empty)
    implements Screen {

  /** Somebody for whom it is sealed. */
  public record Row(String name, String recipient, Moment added, String by, List<Action> verbs) {
    public Row {
      verbs = List.copyOf(verbs);
    }
  }

  public BreakGlassView {
    actions = List.copyOf(actions);
    facts = List.copyOf(facts);
    recipients = List.copyOf(recipients);
    key = List.copyOf(key);
    keyActions = List.copyOf(keyActions);
  }

  @Override
  public String template() {
    return "credentials/glass";
  }

  @Override
  public String title() {
    return "Break-glass copy";
  }
}
