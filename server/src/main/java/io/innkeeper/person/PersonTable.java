package io.innkeeper.person;

import io.innkeeper.client.NewPerson;
import io.innkeeper.fault.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** People as a CSV table whose heading names its columns: email, name, role. */
public final class PersonTable {
  private static final Set<String> COLUMNS = Set.of("email", "name", "role");
  private static final int MOST_ROWS = 500;
  private static final int MOST_CHARACTERS = 200_000;
  private static final char MARK = '\uFEFF';

  private PersonTable() {}

  /**
   * Reads a table.
   *
   * @throws Fault INVALID naming every row that can't be used; then none is
   */
  public static List<PersonInput> read(String csv) {
    if (csv.length() > MOST_CHARACTERS) throw wrong("A table has at most 200,000 characters.");
    List<List<String>> rows = cells(csv);
    if (rows.size() < 2) throw wrong("The table has a heading and at least one row below it.");
    if (rows.size() - 1 > MOST_ROWS) throw wrong("A table has at most 500 rows.");
    List<String> heading = heading(rows.getFirst());
    List<PersonInput> people = new ArrayList<>();
    List<Fault.Field> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int row = 1; row < rows.size(); row++) {
      String where = "Row " + (row + 1) + ": ";
      try {
        PersonInput person = person(heading, rows.get(row));
        if (!seen.add(person.email())) throw wrong(person.email() + " stands in two rows.");
        people.add(person);
      } catch (Fault e) {
        List<Fault.Field> about = e.fields();
        if (about.isEmpty()) problems.add(new Fault.Field("csv", where + e.said()));
        about.forEach(one -> problems.add(new Fault.Field("csv", where + one.said())));
      }
    }
    if (problems.isEmpty()) return people;
    throw wrong(problems.getFirst().said()).about(problems);
  }

  private static List<String> heading(List<String> row) {
    List<String> heading = row.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    for (String column : heading) {
      if (!COLUMNS.contains(column))
        throw wrong("“" + column + "” is no column of people. There are email, name and role.");
    }
    if (new HashSet<>(heading).size() < heading.size())
      throw wrong("A column stands twice in the heading.");
    if (!heading.contains("email")) throw wrong("The heading must name the column email.");
    return heading;
  }

  private static PersonInput person(List<String> heading, List<String> row) {
    if (row.size() > heading.size()) throw wrong("It has more cells than the heading.");
    Map<String, String> named = new HashMap<>();
    for (int column = 0; column < row.size(); column++)
      named.put(heading.get(column), row.get(column).strip());
    return PersonInput.of(
        new NewPerson(named.getOrDefault("email", ""), named.get("name"), named.get("role")));
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
      else if (c != '\r') {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') row = ended(rows, row);
      }
    }
    if (quoted) throw wrong("A quotation mark is opened and never closed.");
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
    return Fault.invalidField("csv", "people-table", said);
  }
}
