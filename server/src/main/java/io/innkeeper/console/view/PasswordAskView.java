package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * Asked before a password is read: why.
 *
 * @param cell where it will stand
 * @param number which of the account's passwords
 * @param ways what can be done with it, the first one first
 */
public record PasswordAskView(
    String title,
    String text,
    Field reason,
    String cell,
    String number,
    List<Way> ways,
    String action,
    String back,
    Optional<String> refusal)
    implements Screen {

  /** One way to read it, as a button. */
  public record Way(String word, String label, String icon, boolean primary) {}

  public PasswordAskView {
    ways = List.copyOf(ways);
  }

  @Override
  public String template() {
    return "credentials/ask";
  }
}
