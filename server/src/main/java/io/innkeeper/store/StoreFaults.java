package io.innkeeper.store;

import io.innkeeper.fault.Fault;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteException;

/** What a database's complaint means for the person who starts Innkeeper. */
final class StoreFaults {
  private StoreFaults() {}

  /** The complaint as a Fault, when it is of a kind that a person can act on. */
  static Optional<Fault> of(Throwable failure, String place) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite) return sqlite(sqlite, place);
      if (cause instanceof SQLException sql && sql.getSQLState() != null)
        return postgres(sql.getSQLState(), place).map(fault -> fault.because(failure));
    }
    return Optional.empty();
  }

  /** The file can't be trusted; nothing in it is changed. */
  static Fault damaged(String file, String detail) {
    return Fault.of(
            Fault.Kind.BROKEN,
            "store-damaged",
            "The database file " + file + " is damaged (" + detail + "); nothing was changed.")
        .advising(
            "Put back a backup of it, or move it away to start with an empty store and adopt the"
                + " running tenants.");
  }

  static Fault diskFull(String place) {
    return Fault.of(
            Fault.Kind.UNAVAILABLE, "disk-full", "The disk that holds " + place + " is full.")
        .advising("Free some space and start again; nothing is half done.");
  }

  static Fault notWritable(String place) {
    return Fault.of(
            Fault.Kind.UNAVAILABLE,
            "home-not-writable",
            "Tried to write in " + place + " but may not.")
        .advising("Give its owner and mode back, or choose another home with --home.");
  }

  private static Optional<Fault> sqlite(SQLiteException failure, String place) {
    int primary = failure.getResultCode().code & 0xff;
    Fault fault =
        switch (primary) {
          case 11, 26 -> damaged(place, failure.getResultCode().message);
          case 13 -> diskFull(place);
          case 3, 8, 14 -> notWritable(place);
          case 10 ->
              Fault.of(
                      Fault.Kind.BROKEN,
                      "store-disk-error",
                      "The disk that holds " + place + " reports an error.")
                  .advising("Look at the kernel's log (dmesg) before starting again.");
          default -> null;
        };
    return Optional.ofNullable(fault).map(known -> known.because(failure));
  }

  private static Optional<Fault> postgres(String state, String place) {
    if (state.equals("53100")) return Optional.of(diskFull(place));
    String said =
        switch (state.substring(0, 2)) {
          case "08", "57" -> "but no database answers there";
          case "28" -> "but it refuses the user or the password";
          case "3D" -> "but there is no database of that name";
          case "42" -> "but its user may not change the schema";
          case "53" -> "but it has no room for another connection";
          default -> "";
        };
    if (said.isEmpty()) return Optional.empty();
    return Optional.of(
        Fault.of(
                Fault.Kind.UNAVAILABLE,
                "store-unreachable",
                "Tried to open the store " + place + " " + said + ".")
            .advising("Check innkeeper.store.url and the PostgreSQL server."));
  }
}
