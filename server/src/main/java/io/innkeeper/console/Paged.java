package io.innkeeper.console;

import io.innkeeper.console.view.Listing;
import io.innkeeper.http.Call;
import java.util.List;

/** The part of a list that one page shows, and the way to the parts beside it. */
record Paged<T>(List<T> items, Listing.Paging paging) {
  private static final int PER_PAGE = 40;

  Paged {
    items = List.copyOf(items);
  }

  /** The part that the address asks for by {@code from}. */
  static <T> Paged<T> of(List<T> all, Call call, Address address) {
    return of(all.size(), call, address, all::subList);
  }

  /** Reads the part of a list. */
  interface Part<T> {
    List<T> between(int from, int to);
  }

  /** The same of a list of which only that part is read. */
  static <T> Paged<T> of(int size, Call call, Address address, Part<T> part) {
    int from = Math.clamp(number(call.query("from").orElse("")), 0, Math.max(0, size - 1));
    int to = Math.min(size, from + PER_PAGE);
    String words = size == 0 ? "" : (from + 1) + "–" + to + " of " + size;
    String before = from == 0 ? "" : at(address, Math.max(0, from - PER_PAGE));
    String after = to == size ? "" : at(address, to);
    return new Paged<>(part.between(from, to), new Listing.Paging(words, before, after));
  }

  private static String at(Address address, int from) {
    return address.with("from", from == 0 ? "" : Integer.toString(from)).toString();
  }

  private static int number(String text) {
    return text.matches("\\d{1,8}") ? Integer.parseInt(text) : 0;
  }
}
