package io.innkeeper.console;

import io.innkeeper.console.view.Listing;
import java.util.List;

/** The part of a usage table that one page shows; {@code from} is a day there. */
record UsagePaged<T>(List<T> items, Listing.Paging paging) {
  static final int PER_PAGE = 50;

  UsagePaged {
    items = List.copyOf(items);
  }

  static <T> UsagePaged<T> of(List<T> all, Looking looking, Address address) {
    String asked = looking.call().query("start").orElse("");
    int given = asked.matches("\\d{1,8}") ? Integer.parseInt(asked) : 0;
    int from = Math.clamp(given, 0, Math.max(0, all.size() - 1));
    int to = Math.min(all.size(), from + PER_PAGE);
    if (all.size() <= PER_PAGE) return new UsagePaged<>(all, Listing.Paging.NONE);
    String words = (from + 1) + "–" + to + " " + looking.words().tell("of %s", all.size());
    return new UsagePaged<>(
        all.subList(from, to),
        new Listing.Paging(
            words,
            from == 0 ? "" : at(address, Math.max(0, from - PER_PAGE)),
            to == all.size() ? "" : at(address, to)));
  }

  private static String at(Address address, int from) {
    return address.with("start", from == 0 ? "" : Integer.toString(from)).toString();
  }
}
