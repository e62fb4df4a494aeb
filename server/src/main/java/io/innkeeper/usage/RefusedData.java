package io.innkeeper.usage;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Tells a value that the store will never take from a store that can't be written just now. */
final class RefusedData {
  /** SQLSTATE classes of PostgreSQL: data exception, constraint violation, limit exceeded. */
  private static final Set<String> CLASSES = Set.of("22", "23", "54");

  /** Result codes of SQLite: too big, constraint, type mismatch. */
  private static final Set<Integer> CODES = Set.of(18, 19, 20);

  private RefusedData() {}

  /** Why it was refused, without the value; empty if it was not about a value. */
  static Optional<String> of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ArithmeticException)
        return Optional.of("its amounts are beyond what can be counted");
      if (!(cause instanceof SQLException sql)) continue;
      String state = sql.getSQLState() == null ? "" : sql.getSQLState();
      if (state.length() == 5 && CLASSES.contains(state.substring(0, 2)))
        return Optional.of("the store refused it with SQLSTATE " + state);
      if (CODES.contains(sql.getErrorCode() & 0xff) && state.isEmpty())
        return Optional.of("the store refused it with code " + (sql.getErrorCode() & 0xff));
    }
    return Optional.empty();
  }
}
