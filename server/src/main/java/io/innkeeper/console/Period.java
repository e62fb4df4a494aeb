package io.innkeeper.console;

import io.innkeeper.console.view.Listing;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Days that an address names: by a word, or from one to another.
 *
 * @param words as people say it
 */
record Period(String words, Optional<LocalDate> from, Optional<LocalDate> to) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final String MONTH = "month";
  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put(MONTH, "This month");
    WORDS.put("today", "Today");
    WORDS.put("yesterday", "Yesterday");
    WORDS.put("week", "Last 7 days");
    WORDS.put("last-month", "Last month");
    WORDS.put("all", "All days");
  }

  /** What an address asks for; without a word this month. */
  static Period of(Address address, LocalDate today) {
    Optional<LocalDate> from = day(address.get("from"));
    Optional<LocalDate> to = day(address.get("to"));
    if (from.isPresent() || to.isPresent()) return new Period(between(from, to), from, to);
    LocalDate first = today.withDayOfMonth(1);
    return switch (address.get("days")) {
      case "all" -> new Period("", Optional.empty(), Optional.empty());
      case "today" -> days("today", today, today);
      case "yesterday" -> days("yesterday", today.minusDays(1), today.minusDays(1));
      case "week" -> days("week", today.minusDays(6), today);
      case "last-month" -> days("last-month", first.minusMonths(1), first.minusDays(1));
      default -> days(MONTH, first, first.plusMonths(1).minusDays(1));
    };
  }

  private static Period days(String word, LocalDate from, LocalDate to) {
    return new Period(WORDS.getOrDefault(word, word), Optional.of(from), Optional.of(to));
  }

  private static String between(Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.equals(to)) return from.map(DATE::format).orElse("");
    return from.map(day -> "from " + DATE.format(day)).orElse("")
        + to.map(day -> " to " + DATE.format(day)).orElse("");
  }

  Listing.Filter menu(Address address) {
    boolean spelled = !(address.get("from") + address.get("to")).isEmpty();
    String now = address.get("days").isEmpty() ? MONTH : address.get("days");
    Address clear = address.with("from", "").with("to", "");
    List<Listing.Option> options =
        WORDS.entrySet().stream()
            .map(
                one ->
                    new Listing.Option(
                        one.getValue(),
                        "",
                        clear
                            .with("days", one.getKey().equals(MONTH) ? "" : one.getKey())
                            .toString(),
                        !spelled && one.getKey().equals(now)))
            .toList();
    return new Listing.Filter(
        "Days", spelled ? words.strip() : WORDS.getOrDefault(now, ""), options);
  }

  /** What isn't a day is none: an address mistyped shows more rather than an error. */
  private static Optional<LocalDate> day(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
