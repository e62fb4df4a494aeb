package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * One account: every password it had, from when until when, and who read one.
 *
 * @param verbs what its SDDC Manager can be asked to do with it, and to try it
 * @param login empty where nothing is tried
 */
public record CredentialPastView(
    String title,
    String about,
    Optional<Banner> banner,
    List<Action> verbs,
    String count,
    List<Value> values,
    List<Read> reads,
    Optional<Login> login,
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

  /**
   * Whether it signs in.
   *
   * @param note what the last try means, or why none is made now; or empty
   * @param host by what its host is known again, or empty
   */
  public record Login(List<Read> tries, String note, String host) {
    public Login {
      tries = List.copyOf(tries);
    }
  }

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
