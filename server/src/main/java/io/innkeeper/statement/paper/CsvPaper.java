package io.innkeeper.statement.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.http.Csv;
import io.innkeeper.statement.Statement;
import io.innkeeper.statement.Statement.Corrected;
import io.innkeeper.statement.StatementLine;
import io.innkeeper.statement.StatementLine.Adjustment;
import io.innkeeper.statement.StatementLine.Change;
import io.innkeeper.statement.StatementLine.Seats;
import io.innkeeper.statement.StatementLine.Usage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** A statement's lines as CSV. */
final class CsvPaper {
  private static final String HEADING =
      "document,corrects,month,issued,line,kind,item,calls,tokens,usd,people,price,since,until,"
          + "days,month_days,vat_percent,amount,currency";

  private final Statement statement;
  private final Sayings sayings;

  CsvPaper(Statement statement) {
    this.statement = statement;
    this.sayings = Sayings.of(statement);
  }

  void writeTo(OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    writer.write(HEADING + "\r\n");
    int number = 1;
    for (StatementLine line : statement.lines()) writer.write(row(number++, line));
    writer.write(tax(number));
    writer.flush();
  }

  private String row(int number, StatementLine line) {
    SequencedMap<String, Object> cells = cells(number, kind(line), sayings.line(line), line.net());
    switch (line) {
      case Usage usage -> {
        cells.put("calls", usage.calls());
        cells.put("tokens", usage.tokens());
        cells.put("usd", usage.billed());
      }
      case Seats seats -> {
        cells.put("people", seats.seats());
        cells.put("price", seats.price());
        seats.since().ifPresent(day -> cells.put("since", day));
        seats.until().ifPresent(day -> cells.put("until", day));
        cells.put("days", seats.days());
        cells.put("month_days", seats.monthDays());
      }
      case Adjustment adjustment -> cells.put("usd", adjustment.billed());
      case Change change -> {}
    }
    return Csv.row(cells.values());
  }

  private String tax(int number) {
    SequencedMap<String, Object> cells = cells(number, "vat", sayings.vat(), statement.tax());
    cells.put("vat_percent", statement.vat().percent());
    return Csv.row(cells.values());
  }

  private SequencedMap<String, Object> cells(
      int number, String kind, String item, BigDecimal amount) {
    SequencedMap<String, Object> cells = new LinkedHashMap<>();
    Stream.of(HEADING.split(",")).forEach(column -> cells.put(column, ""));
    cells.putAll(
        Map.of(
            "document", statement.number().orElse(""),
            "corrects", statement.corrects().map(Corrected::number).orElse(""),
            "month", statement.month(),
            "issued", statement.issued().map(LocalDate::toString).orElse(""),
            "line", number,
            "kind", kind,
            "item", item,
            "amount", amount,
            "currency", statement.currency()));
    return cells;
  }

  static String kind(StatementLine line) {
    return switch (line) {
      case Usage usage ->
          switch (usage.kind()) {
            case MODEL -> "model";
            case PERSON -> "person";
          };
      case Seats seats -> "seats";
      case Adjustment adjustment -> "adjustment";
      case Change change -> "change";
    };
  }
}
