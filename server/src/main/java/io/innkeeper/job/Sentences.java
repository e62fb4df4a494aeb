package io.innkeeper.job;

import io.innkeeper.fault.Fault;

/** What a person reads about a step that threw. */
final class Sentences {
  private Sentences() {}

  static String of(Throwable failure) {
    return switch (failure) {
      case Fault fault -> fault.said() + fault.advice().map(advice -> " " + advice).orElse("");
      case InterruptedException interrupted -> "It was interrupted.";
      default ->
          "Something failed that should not have. The server's log has it under this job's id.";
    };
  }

  /** Whether the log needs the whole cause: the sentence alone doesn't tell it. */
  static boolean unforeseen(Throwable failure) {
    return !(failure instanceof Fault);
  }
}
