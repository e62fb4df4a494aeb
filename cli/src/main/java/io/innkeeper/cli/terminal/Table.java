package io.innkeeper.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Columns as wide as what stands in them. The first column names the thing; {@code --quiet} shows
 * only that.
 */
public final class Table<T> {
  /** Stands for what is not applicable or not known. */
  public static final String NOTHING = "—";

  private static final String GAP = "  ";

  private final List<Column<T>> columns = new ArrayList<>();

  private record Column<T>(
      String header, Function<T, String> text, Function<T, Tone> tone, boolean right) {}

  public Table<T> column(String header, Function<T, String> text) {
    return column(header, text, each -> Tone.PLAIN);
  }

  public Table<T> column(String header, Function<T, String> text, Function<T, Tone> tone) {
    columns.add(new Column<>(header, text, tone, false));
    return this;
  }

  /** A column of numbers, aligned at their end. */
  public Table<T> number(String header, Function<T, String> text) {
    columns.add(new Column<>(header, text, each -> Tone.PLAIN, true));
    return this;
  }

  /** What names the thing. */
  public String key(T row) {
    return cell(columns.getFirst(), row);
  }

  public String rendered(List<T> rows, boolean colour) {
    int[] widths =
        columns.stream()
            .mapToInt(
                column ->
                    rows.stream()
                        .mapToInt(row -> Width.of(cell(column, row)))
                        .reduce(Width.of(column.header()), Math::max))
            .toArray();
    StringBuilder out = new StringBuilder();
    line(out, widths, colour, Column::header, column -> Tone.STRONG);
    for (T row : rows) {
      line(out, widths, colour, column -> cell(column, row), column -> column.tone().apply(row));
    }
    return out.toString();
  }

  private void line(
      StringBuilder out,
      int[] widths,
      boolean colour,
      Function<Column<T>, String> text,
      Function<Column<T>, Tone> tone) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      Column<T> column = columns.get(i);
      String cell = text.apply(column);
      String space = " ".repeat(widths[i] - Width.of(cell));
      String shown = colour ? tone.apply(column).on(cell) : cell;
      line.append(i == 0 ? "" : GAP);
      line.append(column.right() ? space + shown : shown + space);
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private static <T> String cell(Column<T> column, T row) {
    return shown(column.text().apply(row));
  }

  /** A text as it stands in a table: on one line, and harmless to the terminal. */
  public static String shown(String text) {
    return text.isBlank() ? NOTHING : Width.harmless(text.replace('\n', ' '));
  }
}
