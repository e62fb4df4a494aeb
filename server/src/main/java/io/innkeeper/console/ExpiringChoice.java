package io.innkeeper.console;

import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.http.Call;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.expiry.Band;
import io.innkeeper.infrastructure.expiry.ExpiryWish;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is chosen among what ends, by the address. */
record ExpiringChoice(Address address, Optional<LocalDate> day, ExpiryWish wish) {
  private static final List<String> NAMES = List.of("environment", "band", "q", "month", "day");

  /**
   * @param within the one environment whose page it is
   */
  static ExpiringChoice of(Call call, String path, Optional<Environment> within, Moments moments) {
    Address address = Address.of(call, path, NAMES);
    Optional<LocalDate> day = day(address.get("day"));
    ExpiryWish wish =
        new ExpiryWish(
            within
                .map(Environment::id)
                .or(() -> chosen(address, "environment").map(UUID::fromString)),
            chosen(address, "band").map(Band::parse),
            chosen(address, "q"),
            Optional.empty(),
            Optional.empty());
    return new ExpiringChoice(
        address,
        day,
        day.map(one -> wish.between(moments.startOf(one), moments.startOf(one.plusDays(1))))
            .orElse(wish));
  }

  private static Optional<String> chosen(Address address, String name) {
    return Optional.of(address.get(name)).filter(text -> !text.isBlank());
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What stands above the list. */
  Listing listing(
      List<Environment> environments, Map<Band, Long> counts, Listing.Paging paging, long found) {
    return new Listing(
        address.path(),
        address.get("q"),
        "Host or account",
        address.hiddenBut("q"),
        environments.size() < 2 ? List.of() : List.of(menu(environments)),
        chips(counts),
        List.of(
            column("Host", ""),
            column("Account", ""),
            column("Expires", ""),
            column("Changed by itself", "r2"),
            column("Last verified", "r3")),
        paging,
        found == 1 ? "1 password" : Numbers.count(found) + " passwords");
  }

  private static Listing.Column column(String label, String css) {
    return new Listing.Column(label, "", "", css);
  }

  private Listing.Filter menu(List<Environment> environments) {
    String now = address.get("environment");
    List<Listing.Option> options = new ArrayList<>();
    options.add(
        new Listing.Option("Any", "", address.with("environment", "").toString(), now.isEmpty()));
    String chosen = "";
    for (Environment one : environments) {
      String id = one.id().toString();
      if (id.equals(now)) chosen = one.name();
      options.add(
          new Listing.Option(
              one.name(), "", address.with("environment", id).toString(), id.equals(now)));
    }
    return new Listing.Filter("Environment", chosen, options);
  }

  private List<Listing.Chip> chips(Map<Band, Long> counts) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    List<Listing.Chip> chips = new ArrayList<>();
    chips.add(chip(Optional.empty(), "All", "", all));
    for (Band band : Band.values()) {
      long count = counts.getOrDefault(band, 0L);
      if (count > 0 || band == Band.WEEK)
        chips.add(chip(window(band), band.shown(), band.word(), count));
    }
    return chips;
  }

  private static Optional<WindowState> window(Band band) {
    return switch (band) {
      case EXPIRED -> Optional.of(WindowState.EXPIRED);
      case WEEK -> Optional.of(WindowState.EXPIRING);
      case UNKNOWN -> Optional.of(WindowState.UNKNOWN);
      default -> Optional.empty();
    };
  }

  private Listing.Chip chip(Optional<WindowState> state, String word, String value, long count) {
    return new Listing.Chip(
        state,
        word,
        Numbers.count(count),
        address.with("band", value).with("day", "").toString(),
        address.get("band").equals(value) && day.isEmpty());
  }
}
