package io.innkeeper.statement.paper;

import io.innkeeper.money.ExchangeRate;
import io.innkeeper.statement.Conversion;
import io.innkeeper.statement.Statement;
import io.innkeeper.statement.StatementLine.Adjustment;
import io.innkeeper.statement.StatementLine.Change;
import io.innkeeper.statement.StatementLine.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The small print: which rate was taken, that one stood in for another, what dollars hold. */
record Footnotes(Sayings sayings) {

  /** Sentences, each a paragraph; the one that warns is not among them. */
  List<String> all() {
    List<String> notes = new ArrayList<>();
    if (converts() && !sayings.inDollars()) rate().ifPresent(notes::add);
    notes.add(
        hasDollars() ? sayings.word(Word.ROUNDED) + " " + markup() : sayings.word(Word.ROUNDED));
    return notes;
  }

  /** Says that a rate isn't the one that should have been taken; empty if all are. */
  Optional<String> warning() {
    List<LocalDate> days =
        conversion().rates().stream()
            .filter(ExchangeRate::fallback)
            .map(ExchangeRate::effective)
            .toList();
    if (days.isEmpty() || !converts()) return Optional.empty();
    Word word = days.size() == 1 ? Word.STAND_IN : Word.STAND_INS;
    return Optional.of(sayings.word(word, sayings.days(days)));
  }

  /** A correction shows no dollars; what the books came to was converted all the same. */
  private boolean converts() {
    return hasDollars()
        || statement().lines().stream()
            .anyMatch(line -> line instanceof Change change && change.corrects().isPresent());
  }

  private boolean hasDollars() {
    return statement().lines().stream()
        .anyMatch(line -> line instanceof Usage || line instanceof Adjustment);
  }

  private Optional<String> rate() {
    List<ExchangeRate> rates = conversion().rates();
    if (rates.isEmpty()) return conversion().value().map(value -> price(value) + ".");
    return Optional.of(
        switch (conversion().policy()) {
          case EACH_DAY -> sayings.word(Word.DAY_RATES, statement().currency(), list(rates));
          case LAST_DAY ->
              sayings.word(
                  Word.LAST_RATE,
                  price(conversion().value().orElse(rates.getLast().value())),
                  origin(rates.getLast()));
          case AVERAGE ->
              sayings.word(
                  Word.AVERAGE_RATE, conversion().value().map(this::price).orElse(""), list(rates));
        });
  }

  private String price(BigDecimal value) {
    return sayings.word(Word.RATE, figures().decimal(value), statement().currency());
  }

  /** “tabela NBP 212/A/NBP/2026 z 30 października 2026”; the table's letter is in its number. */
  private String origin(ExchangeRate rate) {
    String day = figures().day(rate.effective());
    if (rate.document().isBlank()) return sayings.word(Word.SOURCE_OF, rate.source(), day);
    String source = rate.source().split(" ", 2)[0];
    return sayings.word(Word.TABLE_OF, source, rate.document(), day);
  }

  private String list(List<ExchangeRate> rates) {
    return rates.stream().map(this::inList).collect(Collectors.joining("; "));
  }

  /** “30 paź 3,7812 (212/A/NBP/2026)”, not broken over lines. */
  private String inList(ExchangeRate rate) {
    LocalDate day = rate.effective();
    boolean otherYear = day.getYear() != statement().month().getYear();
    String date = figures().brief(day) + (otherYear ? " " + day.getYear() : "");
    String origin = rate.document().isBlank() ? rate.source() : rate.document();
    return (date + " " + figures().decimal(rate.value()) + " (" + origin + ")")
        .replace(' ', Figures.SPACE);
  }

  private String markup() {
    if (statement().markup().isEmpty()) return sayings.word(Word.MARKUP_CHANGED);
    BigDecimal percent = statement().markup().get().subtract(BigDecimal.ONE).movePointRight(2);
    return switch (percent.signum()) {
      case 0 -> sayings.word(Word.NO_MARKUP);
      case 1 -> sayings.word(Word.MARKUP, figures().percent(percent));
      default -> sayings.word(Word.DISCOUNT, figures().percent(percent.abs()));
    };
  }

  private Statement statement() {
    return sayings.statement();
  }

  private Conversion conversion() {
    return statement().conversion();
  }

  private Figures figures() {
    return sayings.figures();
  }
}
