package io.innkeeper.openwebui;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of Open WebUI as it names itself: {@code 0.12.4}. */
public record Version(int major, int minor, int patch) implements Comparable<Version> {
  private static final Pattern WRITTEN =
      Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})(?:-[A-Za-z0-9.-]+)?");
  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch);

  /**
   * Reads {@code 0.12.4}, {@code v0.12.4} or a tag with a variant such as {@code v0.12.4-slim};
   * empty for moving tags such as {@code main}.
   */
  public static Optional<Version> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Version(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3))));
  }

  /** Whether both belong to one line of releases, for example 0.12. */
  public boolean sameLine(Version other) {
    return major == other.major && minor == other.minor;
  }

  public boolean atLeast(int wantedMajor, int wantedMinor) {
    return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
