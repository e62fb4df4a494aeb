package io.innkeeper.journal;

/**
 * Hears that a record is on disk, or that it isn't yet. Called by the journal's thread, or, while
 * the journal can't be written, by the one that writes: be brief.
 */
@FunctionalInterface
public interface Durable {
  /**
   * @param safe whether the record is on disk; otherwise the journal holds it in memory and goes on
   *     trying
   */
  void done(boolean safe);
}
