package io.innkeeper.console.view;

import java.util.Optional;

/**
 * Sign-in.
 *
 * @param company whose Innkeeper this is, or empty
 * @param next the own path to go to afterwards, or empty
 * @param fingerprint of the certificate while it is self-signed, or empty
 * @param over asked over another page whose session ended
 */
public record SignInView(
    String host,
    String company,
    String name,
    String next,
    Optional<Refusal> refusal,
    String fingerprint,
    boolean over)
    implements Screen {

  /** Why not, without saying which part was wrong, and how many seconds to wait. */
  public record Refusal(String text, int seconds) {}

  @Override
  public String template() {
    return over ? "sign-in-over" : "sign-in";
  }

  @Override
  public String title() {
    return "Sign in to " + host;
  }
}
