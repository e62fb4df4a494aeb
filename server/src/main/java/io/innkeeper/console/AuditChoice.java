package io.innkeeper.console;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.console.view.Listing;
import io.innkeeper.http.Call;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is chosen among the audit's lines, by the address. */
record AuditChoice(Address address, AuditFilter filter) {
  private static final List<String> NOUNS =
      List.of("tenant", "organisation", "operator", "session", "token", "job", "audit", "http");
  private static final List<String> RESULTS = List.of("done", "refused", "failed");
  private static final String DAY = "today";
  private static final String WEEK = "week";

  static AuditChoice of(Call call, Clock clock, Moments moments) {
    Address address = Address.of(call, "/audit", List.of("q", "verb", "result", "when"));
    Optional<Instant> from =
        switch (address.get("when")) {
          case DAY -> Optional.of(moments.startOfDay());
          case WEEK -> Optional.of(clock.instant().minus(Duration.ofDays(7)));
          default -> Optional.empty();
        };
    AuditFilter filter =
        new AuditFilter(
                Optional.empty(),
                given(address, "verb"),
                Optional.empty(),
                given(address, "result"),
                from,
                Optional.empty())
            .mentioning(given(address, "q"));
    return new AuditChoice(address, filter);
  }

  /** What stands above the list. */
  Listing listing(Listing.Paging paging) {
    return new Listing(
        address.path(),
        address.get("q"),
        "Person, verb, subject",
        address.hiddenBut("q"),
        List.of(
            menu("What", "verb", NOUNS, NOUNS),
            menu("Result", "result", RESULTS, RESULTS),
            menu("When", "when", List.of(DAY, WEEK), List.of("today", "last 7 days"))),
        List.of(),
        List.of(),
        paging,
        paging.words());
  }

  private Listing.Filter menu(String name, String part, List<String> values, List<String> words) {
    String now = address.get(part);
    List<Listing.Option> options = new ArrayList<>();
    options.add(new Listing.Option("Any", "", address.with(part, "").toString(), now.isEmpty()));
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      options.add(
          new Listing.Option(
              capital(words.get(i)), "", address.with(part, value).toString(), value.equals(now)));
    }
    int at = values.indexOf(now);
    return new Listing.Filter(name, at < 0 ? "" : capital(words.get(at)), options);
  }

  private static Optional<String> given(Address address, String part) {
    return Optional.of(address.get(part)).filter(text -> !text.isEmpty());
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
