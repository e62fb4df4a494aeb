package io.innkeeper.schedule;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Something to do again and again. One that never ran is due at once.
 *
 * @param name in kebab case, unique and for ever: the store knows its runs by it
 * @param retry how long after a failure it is tried again, if it isn't due earlier anyway
 */
public record DueTask(String name, Rhythm rhythm, Duration retry, Act act) {
  private static final Duration USUAL_RETRY = Duration.ofMinutes(15);

  /** The work itself; what it throws is stored as its outcome. */
  @FunctionalInterface
  public interface Act {
    /**
     * @param lease what only the leader may write is first held with {@link Lease#hold}
     */
    void run(Lease lease) throws InterruptedException;
  }

  public static DueTask every(String name, Duration interval, Runnable act) {
    return new DueTask(name, new Rhythm.Every(interval), USUAL_RETRY, lease -> act.run());
  }

  public static DueTask daily(String name, LocalTime at, ZoneId zone, Runnable act) {
    return new DueTask(name, new Rhythm.Daily(at, zone), USUAL_RETRY, lease -> act.run());
  }
}
