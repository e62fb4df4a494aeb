package io.innkeeper.cli.env;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The id that billing knows an organisation by; once given, it stays when the name changes. */
record ExternalId(String text) {
  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9_-]{1,100}");
  private static final Pattern USUAL = Pattern.compile("(?:dev_)?mai_client_[A-Za-z0-9_]+");

  /** {@code mai_client_} and the first eight hexadecimal digits of the name's MD5. */
  static ExternalId of(String organisation, Stage stage) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(organisation.getBytes(UTF_8));
      String digits = HexFormat.of().formatHex(digest, 0, 4);
      return new ExternalId(stage.prefix() + "mai_client_" + digits);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The id a file holds already, which must be of the same kind of installation.
   *
   * @throws Refusal when it can't be used
   */
  static Optional<ExternalId> in(EnvText text, Stage stage) {
    Optional<String> held = text.value(Variable.OPENROUTER_EXTERNAL_USER);
    held.filter(id -> !usable(id))
        .ifPresent(
            id -> {
              throw new Refusal(
                  ExitCode.CONFLICT,
                  "OPENROUTER_EXTERNAL_USER in the file is “"
                      + Variable.OPENROUTER_EXTERNAL_USER.shown(id)
                      + "”, which is no id.",
                  "Use letters, digits, _ and -, or remove the line to get a new one.");
            });
    held.filter(id -> Stage.of(id) != stage)
        .ifPresent(
            id -> {
              throw new Refusal(
                  ExitCode.CONFLICT,
                  "The file is for %s: its id is %s.".formatted(Stage.of(id).word(), id),
                  "Name another with --file, or say --%s."
                      .formatted(stage == Stage.PRODUCTION ? "dev" : "production"));
            });
    return held.map(ExternalId::new);
  }

  static boolean usable(String id) {
    return USABLE.matcher(id).matches();
  }

  /** Whether it has the shape that other programs around it expect. */
  static boolean usual(String id) {
    return USUAL.matcher(id).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
