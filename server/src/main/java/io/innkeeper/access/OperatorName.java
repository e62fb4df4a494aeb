package io.innkeeper.access;

import io.innkeeper.fault.Fault;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name somebody signs in with: lower case, without surprises, so that two can't look alike. */
public record OperatorName(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9._@+-]{0,62}[a-z0-9])");

  public OperatorName {
    if (!FORM.matcher(value).matches()) throw refusal();
  }

  /**
   * Reads a name; capitals are taken as lower case.
   *
   * @throws Fault INVALID saying what a name may hold
   */
  public static OperatorName parse(String text) {
    return new OperatorName(normal(text));
  }

  /** What somebody typed at the sign-in; empty when it can't be anybody's name. */
  static Optional<OperatorName> typed(String text) {
    String normal = normal(text);
    return FORM.matcher(normal).matches()
        ? Optional.of(new OperatorName(normal))
        : Optional.empty();
  }

  private static String normal(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static Fault refusal() {
    return Fault.invalidField(
        "name",
        "operator-name",
        "A name has 2 to 64 letters a to z, digits, or . _ @ + - between them.");
  }

  @Override
  public String toString() {
    return value;
  }
}
