package io.innkeeper.simulators.banks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code /api/exchangerates/…}: tables A, B and C, whole or one currency of them. */
final class Nbp {
  private static final LocalDate FIRST = LocalDate.of(2002, 1, 2);
  private static final BankAnswer NONE =
      BankAnswer.text(404, "404 NotFound - Not Found - Brak danych");
  private static final BankAnswer REVERSED =
      BankAnswer.text(400, "400 BadRequest - Błędny zakres dat / Invalid date range");

  private final BankDays days;
  private final Function<LocalTime, LocalDate> latest;

  /**
   * @param latest the last day whose table may be out, by the time of day when it comes out
   */
  Nbp(BankDays days, Function<LocalTime, LocalDate> latest) {
    this.days = days;
    this.latest = latest;
  }

  BankAnswer answer(String path) {
    String[] parts = path.replaceFirst("^/+", "").split("/+");
    if (parts.length < 2 || parts[1].length() != 1) return NONE;
    char table = parts[1].toLowerCase(Locale.ROOT).charAt(0);
    if (parts[0].equals("tables")) return answer(table, "", rest(parts, 2), 93, 67);
    if (!parts[0].equals("rates") || parts.length < 3) return NONE;
    String code = parts[2].toUpperCase(Locale.ROOT);
    if (!Quotes.of(table).containsKey(code)) return NONE;
    return answer(table, code, rest(parts, 3), 367, 255);
  }

  private static List<String> rest(String[] parts, int from) {
    return List.of(parts).subList(from, parts.length);
  }

  private BankAnswer answer(char table, String code, List<String> asked, int most, int mostLast) {
    try {
      LocalDate today = latest(table);
      if (asked.isEmpty()) return last(table, code, 1);
      if (asked.size() == 1 && asked.getFirst().equals("today"))
        return between(table, code, today, today);
      if (asked.size() == 2 && asked.getFirst().equals("last")) {
        int count = Integer.parseInt(asked.get(1));
        return count > mostLast ? tooMany(mostLast) : last(table, code, count);
      }
      LocalDate from = LocalDate.parse(asked.getFirst());
      LocalDate to = LocalDate.parse(asked.getLast());
      if (to.isBefore(from)) return REVERSED;
      if (to.toEpochDay() - from.toEpochDay() > most) return tooLong(most);
      return between(table, code, from, to);
    } catch (DateTimeException | NumberFormatException e) {
      return NONE;
    }
  }

  private static BankAnswer tooLong(int most) {
    return BankAnswer.text(
        400,
        "400 BadRequest - Przekroczony limit %1$d dni / Limit of %1$d days has been exceeded"
            .formatted(most));
  }

  private static BankAnswer tooMany(int most) {
    return BankAnswer.text(
        400,
        ("400 BadRequest - Przekroczony limit %1$d wyników / Maximum size of %1$d data series has"
                + " been exceeded")
            .formatted(most));
  }

  private BankAnswer last(char table, String code, int count) {
    List<LocalDate> found = new ArrayList<>();
    for (LocalDate day = latest(table); found.size() < count && !day.isBefore(FIRST); ) {
      if (published(table, day)) found.addFirst(day);
      day = day.minusDays(1);
    }
    return shown(table, code, found);
  }

  private BankAnswer between(char table, String code, LocalDate from, LocalDate to) {
    LocalDate first = from.isBefore(FIRST) ? FIRST : from;
    LocalDate last = to.isAfter(latest(table)) ? latest(table) : to;
    List<LocalDate> found = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      if (published(table, day)) found.add(day);
    }
    return shown(table, code, found);
  }

  /** Table C comes in the morning, the others at noon. */
  private LocalDate latest(char table) {
    return latest.apply(table == 'c' ? LocalTime.of(8, 0) : LocalTime.NOON);
  }

  private boolean published(char table, LocalDate day) {
    return switch (table) {
      case 'a', 'c' -> days.open(day);
      case 'b' -> days.weekly(day);
      default -> false;
    };
  }

  private BankAnswer shown(char table, String code, List<LocalDate> found) {
    if (found.isEmpty()) return NONE;
    return code.isEmpty()
        ? BankAnswer.json(
            found.stream().map(day -> table(table, day)).collect(Collectors.joining(",", "[", "]")))
        : BankAnswer.json(series(table, code, found));
  }

  private String table(char table, LocalDate day) {
    return Quotes.of(table).entrySet().stream()
        .map(
            one ->
                "{\"currency\":\"%s\",\"code\":\"%s\",%s}"
                    .formatted(
                        one.getValue().name(), one.getKey(), price(table, day, one.getKey())))
        .collect(
            Collectors.joining(
                ",",
                "{\"table\":\"%s\",\"no\":\"%s\",%s\"effectiveDate\":\"%s\",\"rates\":["
                    .formatted(letter(table), number(table, day), traded(table, day), day),
                "]}"));
  }

  private static String price(char table, LocalDate day, String code) {
    if (table != 'c') return "\"mid\":" + Quotes.value(table, day, code);
    return "\"bid\":%s,\"ask\":%s"
        .formatted(Quotes.traded(day, code, "0.99"), Quotes.traded(day, code, "1.01"));
  }

  /** Whole tables of two prices tell the market's day too. */
  private String traded(char table, LocalDate day) {
    if (table != 'c') return "";
    LocalDate before = day.minusDays(1);
    while (!days.open(before)) before = before.minusDays(1);
    return "\"tradingDate\":\"" + before + "\",";
  }

  private String series(char table, String code, List<LocalDate> found) {
    return found.stream()
        .map(
            day ->
                "{\"no\":\"%s\",\"effectiveDate\":\"%s\",%s}"
                    .formatted(number(table, day), day, price(table, day, code)))
        .collect(
            Collectors.joining(
                ",",
                "{\"table\":\"%s\",\"currency\":\"%s\",\"code\":\"%s\",\"rates\":["
                    .formatted(letter(table), name(table, code), code),
                "]}"));
  }

  private static String name(char table, String code) {
    Quotes.Currency currency = Quotes.of(table).get(code);
    return currency == null ? "" : currency.name();
  }

  private String number(char table, LocalDate day) {
    int number = table == 'b' ? days.weeklyNumber(day) : days.number(day);
    return "%03d/%s/NBP/%d".formatted(number, letter(table), day.getYear());
  }

  private static String letter(char table) {
    return String.valueOf(Character.toUpperCase(table));
  }
}
