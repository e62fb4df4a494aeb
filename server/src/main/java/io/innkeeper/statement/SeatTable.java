package io.innkeeper.statement;

import io.innkeeper.client.NewSeat;
import io.innkeeper.fault.Fault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Seats as a CSV table whose heading names its columns: person, name, email, from, until. */
public final class SeatTable {
  private static final Set<String> COLUMNS = Set.of("person", "name", "email", "from", "until");
  private static final int MOST_ROWS = 10_000;
  private static final char MARK = '\uFEFF';

  private SeatTable() {}

  /**
   * Reads a table.
   *
   * @throws Fault INVALID naming the rows that can't be used
   */
  public static List<SeatInput> read(String csv, LocalDate today) {
    List<List<String>> rows = cells(csv);
    if (rows.isEmpty()) throw wrong("The table is empty.");
    List<String> heading =
        rows.getFirst().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    for (String column : heading) {
      if (!COLUMNS.contains(column))
        throw wrong(
            "“" + column + "” is no column of seats. There are person, name, email, from, until.");
    }
    if (rows.size() - 1 > MOST_ROWS) throw wrong("A table has at most 10,000 rows.");
    List<SeatInput> seats = new ArrayList<>();
    List<Fault.Field> problems = new ArrayList<>();
    for (int row = 1; row < rows.size(); row++) {
      try {
        seats.add(seat(heading, rows.get(row), today));
      } catch (Fault e) {
        problems.add(new Fault.Field("csv", "Row " + (row + 1) + ": " + e.said()));
      }
    }
    if (problems.isEmpty()) return seats;
    throw wrong(problems.getFirst().said()).about(problems);
  }

  private static SeatInput seat(List<String> heading, List<String> row, LocalDate today) {
    Map<String, String> named = new HashMap<>();
    for (int column = 0; column < Math.min(heading.size(), row.size()); column++)
      named.put(heading.get(column), row.get(column).strip());
    return SeatInput.of(
        new NewSeat(
            named.get("person"),
            named.get("name"),
            named.get("email"),
            day(named, "from").orElse(null),
            day(named, "until").orElse(null)),
        today);
  }

  private static Optional<LocalDate> day(Map<String, String> named, String column) {
    @Nullable String text = named.get(column);
    if (text == null || text.isEmpty()) return Optional.empty();
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw wrong("“" + text + "” is no day such as 2026-11-16.");
    }
  }

  /** Commas or semicolons, quotes doubled inside quotes, as spreadsheets write it. */
  private static List<List<String>> cells(String csv) {
    String text = !csv.isEmpty() && csv.charAt(0) == MARK ? csv.substring(1) : csv;
    String first = text.lines().findFirst().orElse("");
    char comma = first.indexOf(';') >= 0 ? ';' : ',';
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean doubled = c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
      if (quoted && doubled) cell.append(text.charAt(++at));
      else if (c == '"') quoted = !quoted;
      else if (quoted || c != comma && c != '\n' && c != '\r') cell.append(c);
      else {
        if (c == '\r') continue;
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') row = ended(rows, row);
      }
    }
    row.add(cell.toString());
    ended(rows, row);
    return rows;
  }

  /** Keeps a row that isn't empty; answers the next one. */
  private static List<String> ended(List<List<String>> rows, List<String> row) {
    if (row.stream().anyMatch(cell -> !cell.isBlank())) rows.add(row);
    return new ArrayList<>();
  }

  private static Fault wrong(String said) {
    return Fault.invalidField("csv", "seat-table", said);
  }
}
