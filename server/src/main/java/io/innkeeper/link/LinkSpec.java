package io.innkeeper.link;

import io.innkeeper.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a link is to be.
 *
 * @param name for whom it is, at most 100 characters
 * @param lifetime whole days, 30 unless said, at most a year
 */
public record LinkSpec(String name, Duration lifetime) {
  public static final int USUAL_DAYS = 30;
  public static final int MOST_DAYS = 366;

  private static final int LONGEST = 100;

  /**
   * As somebody asked for it.
   *
   * @throws Fault INVALID naming every field that must be mended
   */
  public static LinkSpec of(@Nullable String name, @Nullable Integer days) {
    String given = name == null ? "" : name.strip();
    int lasting = days == null ? USUAL_DAYS : days;
    List<Fault.Field> problems = new ArrayList<>();
    if (given.isEmpty())
      problems.add(new Fault.Field("name", "Say for whom it is: Anna, accounts, for example."));
    if (given.length() > LONGEST || given.chars().anyMatch(Character::isISOControl))
      problems.add(new Fault.Field("name", "At most 100 characters, none of them for control."));
    if (lasting < 1 || lasting > MOST_DAYS)
      problems.add(new Fault.Field("days", "A link lasts from 1 day to a year (366 days)."));
    if (problems.isEmpty()) return new LinkSpec(given, Duration.ofDays(lasting));
    throw Fault.invalid("link-input", problems.getFirst().said()).about(problems);
  }
}
