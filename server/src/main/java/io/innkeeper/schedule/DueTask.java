package io.innkeeper.schedule;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Something to do again and again. One that never ran is due at once.
 *
 * @param name in kebab case, unique and for ever: the store knows its runs by it
 * @param retry how long after a failure it is tried again, if it isn't due earlier anyway
 */
public record DueTask(String name, Rhythm rhythm, Duration retry, Act act) {
  private static final Duration USUAL_RETRY = Duration.ofMinutes(15);

  /** So that not all servers of this world ask the same upstream in the same second. */
  private static final Duration SPREAD = Duration.ofMinutes(10);

  /** The work itself; what it throws is stored as its outcome. */
  @FunctionalInterface
  public interface Act {
    /**
     * @param lease what only the leader may write is first held with {@link Lease#hold}
     * @return what it did, a sentence for people; empty if there is nothing to tell
     */
    String run(Lease lease) throws InterruptedException;
  }

  public static DueTask every(String name, Duration interval, Runnable act) {
    return every(name, interval, silent(act));
  }

  /** One that tells what it did. */
  public static DueTask every(String name, Duration interval, Supplier<String> act) {
    return new DueTask(name, new Rhythm.Every(interval), USUAL_RETRY, lease -> act.get());
  }

  public static DueTask daily(String name, LocalTime at, ZoneId zone, Runnable act) {
    return daily(name, at, zone, silent(act));
  }

  /** One that tells what it did, some minutes after a time of the day. */
  public static DueTask daily(String name, LocalTime at, ZoneId zone, Supplier<String> act) {
    Duration late = Duration.ofSeconds(ThreadLocalRandom.current().nextLong(SPREAD.toSeconds()));
    return new DueTask(name, new Rhythm.Daily(at, zone, late), USUAL_RETRY, lease -> act.get());
  }

  private static Supplier<String> silent(Runnable act) {
    return () -> {
      act.run();
      return "";
    };
  }
}
