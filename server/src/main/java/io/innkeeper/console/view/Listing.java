package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * What stands around a list: its search, filters, chips, columns and paging. Everything is in the
 * address; each choice is a link.
 *
 * @param address of the list without query
 * @param query what is searched for
 * @param kept the other parts of the query, as hidden fields of the search
 * @param found “14 tenants”, said to screen readers when the list changes
 */
public record Listing(
    String address,
    String query,
    String placeholder,
    List<Field.Choice> kept,
    List<Filter> filters,
    List<Chip> chips,
    List<Column> columns,
    Paging paging,
    String found) {

  /**
   * A filter that opens as a menu.
   *
   * @param chosen the chosen value's label, or empty
   */
  public record Filter(String name, String chosen, List<Option> options) {
    public Filter {
      options = List.copyOf(options);
    }
  }

  /** One value of a filter. */
  public record Option(String label, String count, String href, boolean chosen) {}

  /** A state with its count; the counts follow the other filters. */
  public record Chip(
      Optional<WindowState> state, String word, String count, String href, boolean chosen) {}

  /**
   * A column's head.
   *
   * @param href sorts by it, or empty when it can't
   * @param sort {@code ascending}, {@code descending} or empty
   * @param css {@code num}, {@code r2} and {@code r3} for the rank that goes when it gets narrow
   */
  public record Column(String label, String href, String sort, String css) {
    /** The arrow of the current column. */
    public String arrow() {
      return sort.equals("descending") ? "arrow-down" : "arrow-up";
    }
  }

  /** “1–40 of 128”, and the links on either side; empty where there is none. */
  public record Paging(String words, String previous, String next) {
    public static final Paging NONE = new Paging("", "", "");
  }

  public Listing {
    kept = List.copyOf(kept);
    filters = List.copyOf(filters);
    chips = List.copyOf(chips);
    columns = List.copyOf(columns);
  }
}
