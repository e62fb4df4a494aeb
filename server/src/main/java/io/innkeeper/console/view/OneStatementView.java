package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * One statement: the paper, and beside it what was checked, what it is made of, what is for us
 * only.
 *
 * @param paper empty while a rate is missing
 * @param checks of a draft
 * @param inside what only operators see; empty for clients
 * @param actions in the order of their weight
 */
public record OneStatementView(
    String heading,
    List<Tab> parents,
    WindowState state,
    String stateWord,
    Sentence lead,
    Optional<PaperView> paper,
    List<Check> checks,
    List<Action> actions,
    String note,
    List<Fact> facts,
    List<Amount> inside,
    String commands,
    Optional<Empty> empty)
    implements Screen {

  /**
   * What was looked at.
   *
   * @param css {@code ok}, {@code warn} or {@code bad}
   */
  public record Check(String css, String icon, Sentence words) {}

  public OneStatementView {
    parents = List.copyOf(parents);
    checks = List.copyOf(checks);
    actions = List.copyOf(actions);
    facts = List.copyOf(facts);
    inside = List.copyOf(inside);
  }

  @Override
  public String template() {
    return "statements/show";
  }

  @Override
  public String title() {
    return heading;
  }
}
