package io.innkeeper.statement.paper;

import io.innkeeper.statement.Language;

/** What stands on a paper, in both languages; {@code {0}} and on are filled in. */
enum Word {
  TITLE("Rozliczenie za {0}", "Statement for {0}"),
  CORRECTION("Korekta rozliczenia za {0}", "Correction of the statement for {0}"),
  SHEET("Rozliczenie", "Statement"),
  DOCUMENT("Dokument", "Document"),
  DRAFT("Szkic", "Draft"),
  NUMBER("Nr {0}", "No. {0}"),
  NUMBER_LABEL("Numer", "Number"),
  NO_NUMBER("Numer zostanie nadany przy wystawieniu", "The number is given at issue"),
  CORRECTS("Koryguje rozliczenie {0} z {1}.", "Corrects statement {0} of {1}."),
  CORRECTS_LABEL("Koryguje", "Corrects"),
  REASON("Powód: {0}", "Reason: {0}"),
  REASON_LABEL("Powód", "Reason"),
  SELLER("Wystawca", "From"),
  BUYER("Dla", "For"),
  TAX_ID("NIP {0}", "Tax ID {0}"),
  PERIOD("Okres", "Period"),
  ISSUED("Data wystawienia", "Issued"),
  DUE("Termin płatności", "Payment due"),
  DUE_LATER("{0} od wystawienia", "{0} after issue"),
  PAY("Rachunek do wpłaty: {0}", "Account to pay to: {0}"),
  PAY_FOR("Rachunek do wpłaty: {0}, tytułem {1}", "Account to pay to: {0}, quoting {1}"),
  ACCOUNT("Rachunek", "Account"),
  LINE("Lp.", "No."),
  ITEM("Pozycja", "Item"),
  CALLS("Zapytania", "Calls"),
  TOKENS("Tokeny", "Tokens"),
  SEATS("Osoby", "People"),
  PRICE("Cena", "Price"),
  SINCE("Od", "From"),
  UNTIL("Do", "Until"),
  DAYS("Dni", "Days"),
  EXACT_USD("USD dokładnie", "Exact USD"),
  SUBSCRIPTION("Abonament, {0} × {1}", "Subscription, {0} × {1}"),
  FROM_DAY("od {0}", "from {0}"),
  TO_DAY("do {0}", "until {0}"),
  FROM_TO("od {0} do {1}", "from {0} to {1}"),
  DAYS_OF("{0} z {1} dni", "{0} of {1} days"),
  ADJUSTMENT("Korekta: {0}", "Adjustment: {0}"),
  NET("Razem netto", "Net total"),
  VAT("VAT {0}", "VAT {0}"),
  VAT_NOTE("VAT {0}: {1}", "VAT {0}: {1}"),
  TO_PAY("Do zapłaty, {0}", "To pay, {0}"),
  TO_REFUND("Do zwrotu, {0}", "To refund, {0}"),
  RATE("Kurs 1 USD = {0} {1}", "Rate 1 USD = {0} {1}"),
  LAST_RATE(
      "{0}, {1}, ostatni ogłoszony w miesiącu.", "{0}, {1}, the last one published in the month."),
  AVERAGE_RATE(
      "{0}, średnia z kursów ogłoszonych w miesiącu, zaokrąglona do czterech miejsc: {1}.",
      "{0}, the mean of the rates published in the month, rounded to four decimals: {1}."),
  DAY_RATES(
      "Zużycie każdego dnia po kursie obowiązującym tego dnia, czyli ostatnim ogłoszonym przed nim."
          + " Za 1 USD w {0}: {1}.",
      "Each day's usage at the rate that applied to that day, the last one published before it."
          + " {0} for 1 USD: {1}."),
  TABLE_OF("tabela {0} {1} z {2}", "{0} table {1} of {2}"),
  SOURCE_OF("według {0} z {1}", "by {0} of {1}"),
  STAND_IN(
      "Uwaga: kurs z {0} zastępuje właściwy, którego nie było.",
      "Note: the rate of {0} stands in for the right one, which was missing."),
  STAND_INS(
      "Uwaga: kursy z {0} zastępują właściwe, których nie było.",
      "Note: the rates of {0} stand in for the right ones, which were missing."),
  ROUNDED("Każda pozycja zaokrąglona raz.", "Every line is rounded once."),
  MARKUP("Kwoty w USD zawierają narzut {0}.", "Amounts in USD include a markup of {0}."),
  NO_MARKUP("Kwoty w USD nie zawierają narzutu.", "Amounts in USD include no markup."),
  DISCOUNT("Kwoty w USD zawierają rabat {0}.", "Amounts in USD include a discount of {0}."),
  MARKUP_CHANGED(
      "Kwoty w USD zawierają narzut, który zmienił się w ciągu miesiąca.",
      "Amounts in USD include a markup that changed within the month."),
  PAGE("strona {0} z {1}", "page {0} of {1}");

  private final String pl;
  private final String en;

  Word(String pl, String en) {
    this.pl = pl;
    this.en = en;
  }

  /** The text with its gaps filled in; what fills them is never looked into for more gaps. */
  String in(Language language, String... parts) {
    String text = language == Language.PL ? pl : en;
    StringBuilder filled = new StringBuilder(text.length() + 32);
    int from = 0;
    for (int gap = text.indexOf('{'); gap >= 0; gap = text.indexOf('{', from)) {
      filled.append(text, from, gap).append(parts[text.charAt(gap + 1) - '0']);
      from = gap + 3;
    }
    return filled.append(text, from, text.length()).toString();
  }
}
