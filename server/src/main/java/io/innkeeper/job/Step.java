package io.innkeeper.job;

/**
 * One step with its way back beside it. Both can be repeated: after a crash the interrupted one
 * runs again from its beginning.
 *
 * @param name as people read it: "Wait until healthy"
 * @param act does it; throwing means it failed
 * @param undo makes it as if it had not been done; {@link #NOTHING} where there is nothing to take
 *     back
 */
public record Step(String name, Act act, Act undo) {
  public static final Act NOTHING = progress -> {};

  /**
   * What a step does. Blocking is fine; {@link InterruptedException} means cancelled or stopping.
   */
  public interface Act {
    void run(Progress progress) throws InterruptedException;
  }

  /** A step without a way back, because it changes nothing or what it leaves is harmless. */
  public static Step of(String name, Act act) {
    return new Step(name, act, NOTHING);
  }

  public Step undoneBy(Act way) {
    return new Step(name, act, way);
  }
}
