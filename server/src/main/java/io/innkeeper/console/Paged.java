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
    int from = Math.clamp(number(call.query("from").orElse("")), 0, Math.max(0, all.size() - 1));
    int to = Math.min(all.size(), from + PER_PAGE);
    String words = all.isEmpty() ? "" : (from + 1) + "–" + to + " of " + all.size();
    String before = from == 0 ? "" : at(address, Math.max(0, from - PER_PAGE));
    String after = to == all.size() ? "" : at(address, to);
    return new Paged<>(all.subList(from, to), new Listing.Paging(words, before, after));
  }

  private static String at(Address address, int from) {
    return address.with("from", from == 0 ? "" : Integer.toString(from)).toString();
  }

  private static int number(String text) {
    return text.matches("\\d{1,8}") ? Integer.parseInt(text) : 0;
  }
}
