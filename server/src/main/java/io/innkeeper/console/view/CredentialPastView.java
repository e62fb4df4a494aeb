package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * One account: every password it had, from when until when, and who read one.
 *
 * @param verbs what its SDDC Manager can be asked to do with it
 */
public record CredentialPastView(
    String title,
    String about,
    Optional<Banner> banner,
    List<Action> verbs,
    String count,
    List<Value> values,
    List<Read> reads,
    Sentence same,
    String back)
    implements Screen {

  /**
   * A password without itself.
   *
   * @param name Now, Before, First
   * @param show where it is asked for, or empty when this person may not
   */
  public record Value(
      String cell, String name, boolean now, String span, String came, String show, String copy) {}

  /** That somebody read it. */
  public record Read(Moment at, String by, String did) {}

  public CredentialPastView {
    verbs = List.copyOf(verbs);
    values = List.copyOf(values);
    reads = List.copyOf(reads);
  }

  @Override
  public String template() {
    return "credentials/past";
  }
}
