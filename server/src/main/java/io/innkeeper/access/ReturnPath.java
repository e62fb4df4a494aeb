package io.innkeeper.access;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where to go after the sign-in: one of our own pages, never another site. */
public record ReturnPath(String value) {
  private static final int LONGEST = 2_000;
  // One slash at the start, none doubled, no backslash, no control character, nothing but what a
  // path and its query hold. Two slashes would name another host.
  private static final Pattern OWN =
      Pattern.compile(
          "/(?:[A-Za-z0-9\\-._~!$&'()*+,;=:@%][A-Za-z0-9\\-._~!$&'()*+,;=:@%/]*)?"
              + "(?:\\?[A-Za-z0-9\\-._~!$&'()*+,;=:@%/?]*)?");
  private static final Pattern ROUND_IN_CIRCLES = Pattern.compile("/sign-(?:in|out)(?:[/?].*)?");

  public static final ReturnPath HOME = new ReturnPath("/");

  public ReturnPath {
    if (!own(value)) throw new IllegalArgumentException("not one of our own paths: " + value);
  }

  /** Reads what a request asks for; empty when it isn't one of our own pages. */
  public static Optional<ReturnPath> parse(String text) {
    return own(text) ? Optional.of(new ReturnPath(text)) : Optional.empty();
  }

  private static boolean own(String text) {
    if (text.length() > LONGEST || !OWN.matcher(text).matches()) return false;
    String path = text.split("\\?", 2)[0];
    return !path.contains("//")
        && !(path + "/").contains("/../")
        && !ROUND_IN_CIRCLES.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
