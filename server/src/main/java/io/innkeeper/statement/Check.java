package io.innkeeper.statement;

/** What was looked at before a statement is issued, and how it was found. */
public sealed interface Check {
  /** For programs, for example {@code estimates}. */
  String name();

  /** For people, a sentence. */
  String said();

  /** As it should be. */
  record Passed(String name, String said) implements Check {}

  /** Not as it should be; a person may accept it by its name. */
  record Consent(String name, String said) implements Check {}

  /** Nothing is issued like this. */
  record Failed(String name, String said) implements Check {}

  /** How it was found, for programs. */
  default String result() {
    return switch (this) {
      case Passed _ -> "passed";
      case Consent _ -> "consent";
      case Failed _ -> "failed";
    };
  }
}
