package io.innkeeper.console.view;

import java.util.List;

/**
 * A table of people before they get accounts.
 *
 * @param checked whether the table was looked at and can be brought in
 * @param problems what must be mended, row by row
 * @param rows what would be made of it
 */
public record PeopleImportView(
    TenantHead head,
    String action,
    String back,
    String csv,
    boolean checked,
    List<String> problems,
    List<Row> rows)
    implements Screen {

  /** Somebody who would get an account. */
  public record Row(String email, String name, String role) {}

  public PeopleImportView {
    problems = List.copyOf(problems);
    rows = List.copyOf(rows);
  }

  /** The button, named by what it does. */
  public String verb() {
    return rows.size() == 1 ? "Add 1 person" : "Add " + rows.size() + " people";
  }

  @Override
  public String template() {
    return "people/import";
  }

  @Override
  public String title() {
    return "Import people";
  }
}
