package io.innkeeper.console;

import io.innkeeper.statement.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Numbers, money and dates as they are written in a language. */
final class Formats {
  static final Formats ENGLISH =
      new Formats(
          Language.EN,
          List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
          words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
          words(
              "January February March April May June July August September October November"
                  + " December"),
          words(
              "January February March April May June July August September October November"
                  + " December"));
  static final Formats POLISH =
      new Formats(
          Language.PL,
          List.of("pon", "wt", "śr", "czw", "pt", "sob", "nd"),
          words("sty lut mar kwi maj cze lip sie wrz paź lis gru"),
          words(
              "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik"
                  + " listopad grudzień"),
          words(
              "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października"
                  + " listopada grudnia"));

  private static final String MINUS = "−";
  private static final String NO_BREAK = "\u00a0";
  private static final long MILLION = 1_000_000;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Language language;
  private final List<String> weekdays;
  private final List<String> shortMonths;
  private final List<String> months;
  private final List<String> ofMonths;

  /**
   * @param ofMonths months as they stand behind a day
   */
  private Formats(
      Language language,
      List<String> weekdays,
      List<String> shortMonths,
      List<String> months,
      List<String> ofMonths) {
    this.language = language;
    this.weekdays = weekdays;
    this.shortMonths = shortMonths;
    this.months = months;
    this.ofMonths = ofMonths;
  }

  static Formats of(Language language) {
    return language == Language.PL ? POLISH : ENGLISH;
  }

  private static List<String> words(String all) {
    return List.of(all.split(" "));
  }

  /** “75,221,343”, “75 221 343”. */
  String count(long number) {
    return decimal(BigDecimal.valueOf(number), 0);
  }

  /** “478.86”, “478,86”. */
  String money(BigDecimal amount) {
    return decimal(amount, 2);
  }

  /** “4.202263”, “4,202263”. */
  String micros(BigDecimal amount) {
    return decimal(amount, 6);
  }

  /** With all its decimals, never fewer than so many. */
  String exact(BigDecimal amount, int least) {
    return decimal(amount, Math.max(least, amount.stripTrailingZeros().scale()));
  }

  /** Rounded half up for display. */
  String decimal(BigDecimal amount, int scale) {
    BigDecimal rounded = amount.setScale(scale, RoundingMode.HALF_UP);
    String text = String.format(Locale.ROOT, "%,." + scale + "f", rounded.abs());
    return (rounded.signum() < 0 ? MINUS : "") + (polish() ? polish(text) : text);
  }

  /** Groups are parted by a no-break space, and only from five digits on. */
  private static String polish(String text) {
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    String rest = point < 0 ? "" : "," + text.substring(point + 1);
    boolean few = whole.replace(",", "").length() < 5;
    return whole.replace(",", few ? "" : NO_BREAK) + rest;
  }

  /** “75.2” of millions from a million on, below it in full. */
  String brief(long number) {
    if (number < MILLION) return count(number);
    return decimal(
        BigDecimal.valueOf(number).divide(BigDecimal.valueOf(MILLION), 1, RoundingMode.HALF_UP), 1);
  }

  /** “M” where {@link #brief} counts millions. */
  static String briefUnit(long number) {
    return number < MILLION ? "" : "M";
  }

  /** “31%”, “61.5%”; a dash where there is no whole. */
  String percent(BigDecimal part, BigDecimal whole, int scale) {
    if (whole.signum() == 0) return "—";
    return decimal(part.multiply(HUNDRED).divide(whole, scale + 1, RoundingMode.HALF_UP), scale)
        + "%";
  }

  /** “+17.2%”, “−3.0%”; a dash where there is nothing to compare with. */
  String change(BigDecimal now, BigDecimal before) {
    if (before.signum() <= 0) return "—";
    return signed(now.subtract(before).multiply(HUNDRED).divide(before, 1, RoundingMode.HALF_UP), 1)
        + "%";
  }

  /** “+2”, “−1”, “0”. */
  String difference(long now, long before) {
    return now == before ? "0" : signed(BigDecimal.valueOf(now - before), 0);
  }

  private String signed(BigDecimal number, int scale) {
    return (number.signum() < 0 ? "" : "+") + decimal(number, scale);
  }

  /** “Fri 20 Nov”, “pt 20 lis”. */
  String weekday(LocalDate day) {
    return weekdays.get(day.getDayOfWeek().getValue() - 1) + " " + shortDay(day);
  }

  /** “20 Nov”, “20 lis”. */
  String shortDay(LocalDate day) {
    return day.getDayOfMonth() + " " + shortMonth(day);
  }

  private String shortMonth(LocalDate day) {
    return shortMonths.get(day.getMonthValue() - 1);
  }

  /** “20 Nov 2026”, “20 lis 2026”. */
  String date(LocalDate day) {
    return shortDay(day) + " " + day.getYear();
  }

  /** “20 November 2026”, “20 listopada 2026”. */
  String longDate(LocalDate day) {
    return day.getDayOfMonth() + " " + ofMonths.get(day.getMonthValue() - 1) + " " + day.getYear();
  }

  /** “November 2026”, “listopad 2026”. */
  String month(YearMonth month) {
    return monthWord(month) + " " + month.getYear();
  }

  /** “November”, “listopad”. */
  String monthWord(YearMonth month) {
    return months.get(month.getMonthValue() - 1);
  }

  /** “1–20 Nov”, “28 Oct–3 Nov”; the years stand there when they differ. */
  String span(LocalDate from, LocalDate to) {
    if (from.equals(to)) return shortDay(from);
    if (from.getYear() != to.getYear()) return date(from) + "–" + date(to);
    if (from.getMonth() != to.getMonth()) return shortDay(from) + "–" + shortDay(to);
    return from.getDayOfMonth() + "–" + shortDay(to);
  }

  /** “1–20 October”, “1–20 października”. */
  String longSpan(LocalDate from, LocalDate to) {
    String end = to.getDayOfMonth() + " " + ofMonths.get(to.getMonthValue() - 1);
    if (from.equals(to)) return end;
    if (YearMonth.from(from).equals(YearMonth.from(to))) return from.getDayOfMonth() + "–" + end;
    return longDate(from) + "–" + longDate(to);
  }

  /** “14:32”. */
  static String time(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }

  /** “now”, “2 min ago”, “3 h ago”, “yesterday”, then the date. */
  String recent(Instant at, Instant now, ZoneId zone) {
    Duration past = Duration.between(at, now);
    if (past.toMinutes() < 1) return polish() ? "teraz" : "now";
    if (past.toHours() < 1) return past.toMinutes() + (polish() ? " min temu" : " min ago");
    LocalDate day = at.atZone(zone).toLocalDate();
    LocalDate today = now.atZone(zone).toLocalDate();
    if (day.equals(today)) return past.toHours() + (polish() ? " godz. temu" : " h ago");
    if (day.equals(today.minusDays(1))) return polish() ? "wczoraj" : "yesterday";
    return day.getYear() == today.getYear() ? shortDay(day) : date(day);
  }

  Language language() {
    return language;
  }

  private boolean polish() {
    return language == Language.PL;
  }
}
