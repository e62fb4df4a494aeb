package io.innkeeper.job;

/** How a running step speaks and remembers. Thread-safe. */
public interface Progress {
  /**
   * What is known right now, shown under the running step: "0:44 of 3:00". Replaces the last one;
   * not logged.
   */
  void now(String words);

  /** One line of the job's log. */
  void say(String line);

  /** Remembers a fact for later steps and for the way back, also across a restart. */
  void remember(String name, String value);

  /** A remembered fact; empty text when there is none. */
  String recall(String name);

  /** On the way back: the sentence of why the job goes back, as the job tells it; else empty. */
  String why();

  /**
   * Throws {@link InterruptedException} when somebody cancelled the job. Long steps ask now and
   * then.
   */
  void checkCancelled() throws InterruptedException;
}
