package io.innkeeper.statement.paper;

import io.innkeeper.statement.Statement;
import io.innkeeper.statement.StatementLine;
import io.innkeeper.statement.StatementLine.Usage;
import java.util.List;
import java.util.function.Function;

/**
 * Where the table's columns are, each as wide as its widest figure.
 *
 * @param item where items begin
 * @param calls where the calls end, and so on for the tokens and the exact dollars
 * @param usageItem where the item of a line with calls and tokens ends
 * @param longItem where the item of any other line ends
 */
record Columns(float item, float calls, float tokens, float usd, float usageItem, float longItem) {
  private static final float GAP = 15;
  static final float AFTER_NUMBER = 12;
  private static final int MICROS = 6;

  static Columns of(Sayings sayings, Frame frame) {
    Figures figures = sayings.figures();
    Statement statement = sayings.statement();
    List<StatementLine> lines = statement.lines();
    float net = frame.total().width(figures.money(sayings.totalAmount(), 2));
    net = Math.max(net, frame.heading().width(statement.currency()));
    for (StatementLine line : lines)
      net = Math.max(net, frame.text().width(figures.money(line.net(), 2)));
    float item = Frame.LEFT + frame.text().width(figures.count(lines.size())) + AFTER_NUMBER;
    float usd = Frame.RIGHT - net - GAP;
    float tokens = usd - width(sayings, frame, sayings.dollars(), Columns::usd) - GAP;
    float calls = tokens - width(sayings, frame, sayings.word(Word.TOKENS), Columns::tokens) - GAP;
    float usage = calls - width(sayings, frame, sayings.word(Word.CALLS), Columns::calls) - GAP;
    return new Columns(item, calls, tokens, usd, usage, usd);
  }

  private static float width(
      Sayings sayings, Frame frame, String heading, Function<Cell, String> figure) {
    float width = frame.heading().width(heading);
    for (StatementLine line : sayings.statement().lines())
      if (line instanceof Usage usage)
        width =
            Math.max(width, frame.text().width(figure.apply(new Cell(sayings.figures(), usage))));
    return width;
  }

  /** A usage line and how its figures are written. */
  record Cell(Figures figures, Usage usage) {}

  static String calls(Cell cell) {
    return cell.figures().count(cell.usage().calls());
  }

  static String tokens(Cell cell) {
    return cell.figures().count(cell.usage().tokens());
  }

  /** Six decimals, as in every table of usage; the other files have all twelve. */
  static String usd(Cell cell) {
    return cell.figures().money(cell.usage().billed().decimal(), MICROS);
  }
}
