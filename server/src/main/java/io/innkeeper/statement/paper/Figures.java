package io.innkeeper.statement.paper;

import static io.innkeeper.statement.Language.PL;

import io.innkeeper.statement.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Numbers and dates as a paper in a language writes them. The names of months are here and not
 * Java's, since those change from release to release and a paper doesn't.
 */
record Figures(Language language) {
  static final char SPACE = '\u00a0';
  private static final String MINUS = "\u2212";
  private static final int GROUP = 3;
  private static final int UNGROUPED_IN_POLISH = 4;

  private static final List<String> MONTHS_PL =
      List.of(
          "styczeń",
          "luty",
          "marzec",
          "kwiecień",
          "maj",
          "czerwiec",
          "lipiec",
          "sierpień",
          "wrzesień",
          "październik",
          "listopad",
          "grudzień");
  private static final List<String> OF_MONTHS_PL =
      List.of(
          "stycznia",
          "lutego",
          "marca",
          "kwietnia",
          "maja",
          "czerwca",
          "lipca",
          "sierpnia",
          "września",
          "października",
          "listopada",
          "grudnia");
  private static final List<String> BRIEF_PL =
      List.of("sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru");
  private static final List<String> MONTHS_EN =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  /** “27 125 427”, “1284”; “27,125,427”, “1,284”. */
  String count(long number) {
    return decimal(BigDecimal.valueOf(number));
  }

  /** Rounded half up to so many decimals: “−1,84”, “12 284,60”; “−1.84”, “12,284.60”. */
  String money(BigDecimal amount, int decimals) {
    return decimal(amount.setScale(decimals, RoundingMode.HALF_UP));
  }

  /** With all the decimals it has: “3,7812”. */
  String decimal(BigDecimal number) {
    String digits = number.abs().toPlainString();
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    String rest = point < 0 ? "" : (language == PL ? "," : ".") + digits.substring(point + 1);
    return (number.signum() < 0 ? MINUS : "") + grouped(whole) + rest;
  }

  private String grouped(String whole) {
    if (language == PL && whole.length() <= UNGROUPED_IN_POLISH) return whole;
    StringBuilder groups = new StringBuilder(whole);
    for (int at = whole.length() - GROUP; at > 0; at -= GROUP)
      groups.insert(at, language == PL ? SPACE : ',');
    return groups.toString();
  }

  /** “23%”, “17,5%”. */
  String percent(BigDecimal percent) {
    BigDecimal bare = percent.stripTrailingZeros();
    return decimal(bare.scale() < 0 ? bare.setScale(0) : bare) + "%";
  }

  /** “październik 2026”; “October 2026”. */
  String month(YearMonth month) {
    List<String> names = language == PL ? MONTHS_PL : MONTHS_EN;
    return names.get(month.getMonthValue() - 1) + SPACE + month.getYear();
  }

  /** “1–31 października 2026”; “1–31 October 2026”. */
  String period(YearMonth month) {
    return "1–" + day(month.atEndOfMonth());
  }

  /** “30 października 2026”; “30 October 2026”. */
  String day(LocalDate day) {
    return dayOfYear(day) + SPACE + day.getYear();
  }

  /** “30 października”; “30 October”. */
  String dayOfYear(LocalDate day) {
    List<String> names = language == PL ? OF_MONTHS_PL : MONTHS_EN;
    return day.getDayOfMonth() + String.valueOf(SPACE) + names.get(day.getMonthValue() - 1);
  }

  /** “30 paź”; “30 Oct”. */
  String brief(LocalDate day) {
    int month = day.getMonthValue() - 1;
    String name = language == PL ? BRIEF_PL.get(month) : MONTHS_EN.get(month).substring(0, 3);
    return day.getDayOfMonth() + String.valueOf(SPACE) + name;
  }

  /** “1 osoba”, “23 osoby”, “25 osób”; “1 person”, “23 people”. */
  String people(int number) {
    return of(number, "osoba", "osoby", "osób", "person", "people");
  }

  /** “1 dzień”, “14 dni”; “1 day”, “14 days”. */
  String days(int number) {
    return of(number, "dzień", "dni", "dni", "day", "days");
  }

  private String of(int number, String one, String few, String many, String en, String ens) {
    String word = language == PL ? polish(number, one, few, many) : number == 1 ? en : ens;
    return count(number) + SPACE + word;
  }

  /** Two to four are few, unless they are twelve to fourteen. */
  private static String polish(int number, String one, String few, String many) {
    if (number == 1) return one;
    int ten = number % 10;
    int hundred = number % 100;
    boolean teens = hundred >= 12 && hundred <= 14;
    return ten >= 2 && ten <= 4 && !teens ? few : many;
  }
}
