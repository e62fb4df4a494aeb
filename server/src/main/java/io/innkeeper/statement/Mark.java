package io.innkeeper.statement;

import io.innkeeper.statement.IssuedStatement.Marks;
import java.time.LocalDate;
import java.util.Optional;

/** What can be noted of an issued document. */
enum Mark {
  SENT("sent_on", "sentOn"),
  PAID("paid_on", "paidOn");

  private final String column;
  private final String fact;

  Mark(String column, String fact) {
    this.column = column;
    this.fact = fact;
  }

  String column() {
    return column;
  }

  /** As audit lines call it. */
  String fact() {
    return fact;
  }

  Optional<LocalDate> of(Marks marks) {
    return this == SENT ? marks.sentOn() : marks.paidOn();
  }
}
