package io.innkeeper.console.view;

import java.util.List;

/**
 * One call's whole story: what happened, where the money comes from, facts.
 *
 * @param heading “A call of 14:21:07”
 * @param earlier the call before it, or empty
 * @param later the call after it, or empty
 * @param amounts sums one below the other
 * @param money what holds for the sums
 * @param commands where the same by CLI or API is shown
 */
public record PaidCallView(
    String heading,
    List<Tab> parents,
    WindowState state,
    Sentence lead,
    String earlier,
    String later,
    List<Action> actions,
    String commands,
    List<Figure> figures,
    List<Happened> story,
    List<List<Amount>> amounts,
    Sentence money,
    List<Fact> facts,
    String stream)
    implements Screen {

  /**
   * One moment of it.
   *
   * @param when “+0.05 ms” or a time
   * @param css {@code todo} for what is still to come, {@code now} for what is being tried
   */
  public record Happened(String when, String what, Sentence more, String css) {}

  public PaidCallView {
    parents = List.copyOf(parents);
    actions = List.copyOf(actions);
    figures = List.copyOf(figures);
    story = List.copyOf(story);
    amounts = List.copyOf(amounts);
    facts = List.copyOf(facts);
  }

  @Override
  public String template() {
    return "usage/call";
  }

  @Override
  public String title() {
    return heading;
  }
}
