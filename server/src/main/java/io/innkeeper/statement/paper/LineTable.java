package io.innkeeper.statement.paper;

import io.innkeeper.statement.Statement;
import io.innkeeper.statement.StatementLine;
import io.innkeeper.statement.StatementLine.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The table of lines and the totals below it. */
final class LineTable {
  private static final float HEADING = 18;
  private static final float PADDING = 3.5f;
  private static final float HAIR = 0.6f;
  private static final float STRONG = 0.9f;
  private static final int USAGE_LINES = 3;
  private static final int WORDS_LINES = 12;

  private final Sayings sayings;
  private final Statement statement;
  private final Frame frame;
  private final Columns columns;
  private final boolean hasUsage;

  LineTable(Sayings sayings, Frame frame) {
    this.sayings = sayings;
    this.statement = sayings.statement();
    this.frame = frame;
    this.columns = Columns.of(sayings, frame);
    this.hasUsage = statement.lines().stream().anyMatch(Usage.class::isInstance);
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.row(HEADING, (pen, top) -> pen.row(() -> heading(pen, top))).holdingNext());
    int last = statement.lines().size();
    for (int number = 1; number <= last; number++) {
      Block row = row(number, statement.lines().get(number - 1), number == last);
      // A total alone on a page would be a total of nothing to see.
      blocks.add(number == last ? row.holdingNext() : row);
    }
    blocks.addAll(totals());
    return blocks;
  }

  /** On later pages: mere ornament, since it has been read. */
  Block headingAgain() {
    return Block.row(HEADING, (pen, top) -> pen.ornament(() -> heading(pen, top)));
  }

  private void heading(Pen pen, float top) {
    Style style = frame.heading();
    pen.say("TH", () -> pen.text(style, columns.item(), top, sayings.word(Word.ITEM)));
    if (hasUsage) {
      String calls = sayings.word(Word.CALLS);
      String tokens = sayings.word(Word.TOKENS);
      pen.say("TH", () -> pen.textBefore(style, columns.calls(), top, calls));
      pen.say("TH", () -> pen.textBefore(style, columns.tokens(), top, tokens));
      pen.say("TH", () -> pen.textBefore(style, columns.usd(), top, sayings.dollars()));
    }
    pen.say("TH", () -> pen.textBefore(style, Frame.RIGHT, top, statement.currency()));
    pen.rule(Ink.STRONG_LINE, STRONG, Frame.LEFT, Frame.RIGHT, top - HEADING + 1);
  }

  private Block row(int number, StatementLine line, boolean last) {
    Style style = style(line);
    float right = line instanceof Usage ? columns.usageItem() : columns.longItem();
    int most = line instanceof Usage ? USAGE_LINES : WORDS_LINES;
    List<String> item = style.lines(sayings.line(line), right - columns.item(), most);
    float height = item.size() * style.leading() + 2 * PADDING;
    return Block.row(
        height,
        (pen, top) -> {
          float first = top - PADDING;
          pen.ornament(() -> number(pen, first, number));
          pen.row(
              () -> {
                pen.say("TD", () -> pen.lines(style, columns.item(), first, item));
                if (line instanceof Usage usage) usage(pen, first, usage);
                else if (hasUsage) pen.noCells(3);
                pen.say("TD", () -> amount(pen, frame.text(), first, line.net()));
              });
          if (!last) pen.rule(Ink.LINE, HAIR, Frame.LEFT, Frame.RIGHT, top - height);
        });
  }

  private void number(Pen pen, float top, int number) {
    String text = sayings.figures().count(number);
    pen.textBefore(frame.quiet(), columns.item() - Columns.AFTER_NUMBER, top, text);
  }

  private Style style(StatementLine line) {
    return line instanceof Usage usage && usage.kind() == Usage.Kind.MODEL
        ? frame.code()
        : frame.text();
  }

  private void usage(Pen pen, float top, Usage usage) {
    Columns.Cell cell = new Columns.Cell(sayings.figures(), usage);
    Style style = frame.text();
    pen.say("TD", () -> pen.textBefore(style, columns.calls(), top, Columns.calls(cell)));
    pen.say("TD", () -> pen.textBefore(style, columns.tokens(), top, Columns.tokens(cell)));
    pen.say("TD", () -> pen.textBefore(style, columns.usd(), top, Columns.usd(cell)));
  }

  private void amount(Pen pen, Style style, float top, BigDecimal amount) {
    Style shown = amount.signum() < 0 ? style.in(Ink.BAD) : style;
    pen.textBefore(shown, Frame.RIGHT, top, sayings.figures().money(amount, 2));
  }

  private List<Block> totals() {
    return List.of(
        total(frame.strong(), 4, sayings.word(Word.NET), statement.net()).holdingNext(),
        total(frame.text(), 0, sayings.vat(), statement.tax()).holdingNext(),
        Block.space(4).holdingNext(),
        whole());
  }

  /** A line of the totals; the space above it has a strong rule on top. */
  private Block total(Style style, float above, String label, BigDecimal amount) {
    List<String> words = style.lines(label, columns.longItem() - columns.item(), 4);
    return Block.row(
        above + words.size() * style.leading() + 4,
        (pen, top) -> {
          if (above > 0) pen.rule(Ink.TEXT, STRONG, Frame.LEFT, Frame.RIGHT, top);
          float first = top - above - 2;
          pen.row(
              () -> {
                pen.say("TD", () -> pen.lines(style, columns.item(), first, words));
                if (hasUsage) pen.noCells(3);
                pen.say("TD", () -> amount(pen, style, first, amount));
              });
        });
  }

  private Block whole() {
    Style style = frame.total();
    String amount = sayings.figures().money(sayings.totalAmount(), 2);
    float left = Frame.RIGHT - style.width(amount);
    return Block.row(
        34,
        (pen, top) -> {
          pen.rule(Ink.TEXT, STRONG, Frame.LEFT, Frame.RIGHT, top);
          float first = top - 8;
          pen.row(
              () -> {
                pen.say("TD", () -> pen.text(style, columns.item(), first, sayings.total()));
                if (hasUsage) pen.noCells(3);
                pen.say("TD", () -> pen.textBefore(style, Frame.RIGHT, first, amount));
              });
          pen.rule(Ink.TEXT, STRONG, left, Frame.RIGHT, first - 18.5f);
          pen.rule(Ink.TEXT, STRONG, left, Frame.RIGHT, first - 20.7f);
        });
  }
}
