package io.innkeeper.job;

import io.innkeeper.caller.Actor;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * One kind of long work: knows its steps. The same job must always give the same list of step
 * names, also after a restart, because the store remembers how far it came by position.
 */
public interface Work {
  /** For example {@code tenant.open}; stored, never changed. */
  String kind();

  /**
   * The steps in order. Asked within the ordering transaction too, so it only lists: looking at the
   * world is for the steps themselves.
   */
  List<Step> steps(Job job);

  /**
   * A job of this kind was cancelled before it began: none of its steps will run, nor their ways
   * back. What was written with its order is taken back here, in the same transaction.
   */
  default void dropped(Handle handle, Job job, Actor by) {}

  /**
   * How many of this kind run at once.
   *
   * @param parallel how many jobs of all kinds do
   */
  default int atOnce(int parallel) {
    return parallel;
  }
}
