package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * A table of figures with its total, as usage pages show them.
 *
 * @param name for screen readers
 * @param css of the whole table
 */
public record Grid(
    String name, String css, List<Listing.Column> columns, List<Row> rows, Optional<Row> total) {

  /**
   * One row.
   *
   * @param more a row that only leads to further ones: its words and where, else empty
   * @param beside whether a drawer about it is open
   */
  public record Row(List<Cell> cells, Optional<Tab> more, boolean beside) {
    public Row {
      cells = List.copyOf(cells);
    }

    public static Row of(List<Cell> cells) {
      return new Row(cells, Optional.empty(), false);
    }

    public static Row leading(String words, String href) {
      return new Row(List.of(), Optional.of(new Tab(words, "", href, false)), false);
    }
  }

  /**
   * One cell.
   *
   * @param href the lines it came from, or empty
   * @param css as its column's
   * @param code whether it is a name that machines use
   * @param under a second line
   * @param tags marks beside it
   * @param percent the width of a bar before it; −1 for none
   */
  public record Cell(
      String text,
      String href,
      String css,
      boolean code,
      String under,
      List<Fact.Tag> tags,
      int percent,
      Optional<WindowState> state) {
    public Cell {
      tags = List.copyOf(tags);
    }

    public static Cell of(String text) {
      return new Cell(text, "", "", false, "", List.of(), -1, Optional.empty());
    }

    public static Cell num(String text) {
      return of(text).styled("num");
    }

    public Cell styled(String classes) {
      return new Cell(text, href, classes, code, under, tags, percent, state);
    }

    public Cell opening(String address) {
      return new Cell(text, address, css, code, under, tags, percent, state);
    }

    public Cell coded() {
      return new Cell(text, href, css, true, under, tags, percent, state);
    }

    public Cell over(String words) {
      return new Cell(text, href, css, code, words, tags, percent, state);
    }

    public Cell tagged(List<Fact.Tag> marks) {
      return new Cell(text, href, css, code, under, marks, percent, state);
    }

    public Cell bar(int share) {
      return new Cell(text, href, css, code, under, tags, share, state);
    }

    public Cell in(WindowState window) {
      return new Cell(text, href, css, code, under, tags, percent, Optional.of(window));
    }

    /** Whether it is an amount that takes something away; a change is none. */
    public boolean negative() {
      return text.startsWith("−") && !css.contains("change");
    }

    /** Whether it opens over the page. */
    public boolean drawer() {
      return href.contains("/how?") || href.endsWith("/how");
    }
  }

  public Grid {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  public int width() {
    return columns.size();
  }
}
