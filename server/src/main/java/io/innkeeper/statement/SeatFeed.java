package io.innkeeper.statement;

/** Who gets a seat by themselves. */
public enum SeatFeed {
  /** Seats aren't billed. */
  NONE,
  /** Only who is entered by hand, by a program or by an import. */
  MANUAL,
  /** Also everybody who calls, from the day of their first call until they are removed. */
  ACTIVE_PEOPLE;

  public String word() {
    return Words.of(this);
  }
}
