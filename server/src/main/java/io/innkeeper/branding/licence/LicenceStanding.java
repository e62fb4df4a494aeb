package io.innkeeper.branding.licence;

import io.innkeeper.openwebui.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a tenant's ground stands against the count of today. Pure.
 *
 * @param ground as recorded
 * @param count of 30 days over all tenants
 * @param why the ground doesn't hold; empty: it does
 */
public record LicenceStanding(Optional<Ground> ground, EndUserCount count, Optional<String> why) {
  /** The licence's own number. */
  public static final int FEW = 50;

  /** Where its text stands; clause 4 is the one. */
  public static final String TEXT = "https://docs.openwebui.com/license";

  private static final Version LAST_FREE = Version.parse("0.6.5").orElseThrow();

  /** Weighs a ground. */
  public static LicenceStanding of(
      Optional<Ground> ground, EndUserCount count, Optional<Version> version, LocalDate today) {
    Optional<String> why =
        ground.isEmpty()
            ? Optional.of("Nothing is recorded that allows another look.")
            : why(ground.get(), count.people(), version, today);
    return new LicenceStanding(ground, count, why);
  }

  private static Optional<String> why(
      Ground ground, int endUsers, Optional<Version> version, LocalDate today) {
    if (ground.until().filter(today::isAfter).isPresent())
      return Optional.of("The contract ended on " + ground.until().get() + ".");
    if (ground.kind() == Ground.Kind.OLD
        && version.filter(now -> now.compareTo(LAST_FREE) <= 0).isEmpty())
      return Optional.of(
          "This tenant runs %s."
              .formatted(version.map(Version::toString).orElse("a version not known yet")));
    return ground
        .limit()
        .filter(limit -> endUsers > limit)
        .map(limit -> "%d end users are counted; it allows %d.".formatted(endUsers, limit));
  }

  public int endUsers() {
    return count.people();
  }

  public boolean holds() {
    return why.isEmpty();
  }

  /** The counts at which the operator is told: at four fifths, and shortly before the limit. */
  public List<Integer> toldAt() {
    return ground
        .flatMap(Ground::limit)
        .map(limit -> List.of(limit * 80 / 100, limit * 96 / 100))
        .orElse(List.of());
  }

  /** Whether somebody must decide: the limit is reached, or what was recorded no longer holds. */
  public boolean decisionNeeded() {
    if (ground.isEmpty()) return false;
    return !holds() || ground.get().limit().filter(limit -> endUsers() >= limit).isPresent();
  }

  /** Whether the operator must be told that the limit comes near. */
  public boolean near() {
    return !toldAt().isEmpty() && endUsers() >= toldAt().getFirst();
  }

  /** Whether it comes so near that the decision should be prepared now. */
  public boolean soon() {
    return !toldAt().isEmpty() && endUsers() >= toldAt().getLast();
  }

  /** How it stands, in a sentence, and in another what the count can't know. */
  public String said() {
    return judged() + (ground.isEmpty() ? "" : count.gap());
  }

  private String judged() {
    if (ground.isEmpty())
      return "Name with suffix and banner are applied; logo, colours and rules wait for a ground.";
    if (why.isPresent()) return ground.get().kind().title() + " doesn’t hold: " + why.get();
    Optional<Integer> limit = ground.get().limit();
    if (limit.isEmpty()) return endUsers() + " end users in 30 days; the ground names no number.";
    String count = "%d of %d end users in 30 days.".formatted(endUsers(), limit.get());
    if (decisionNeeded()) return count + " With the next one it doesn’t hold: decide now.";
    if (soon())
      return count
          + " With %d more it doesn’t hold: decide soon.".formatted(limit.get() - endUsers() + 1);
    return near() ? count + " The limit is near." : count;
  }
}
