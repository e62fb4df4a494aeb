package io.innkeeper.statement.paper;

import io.innkeeper.statement.Party;
import io.innkeeper.statement.Statement;
import java.util.ArrayList;
import java.util.List;

/** What stands above the table: who, to whom, which document, when. */
record Letterhead(Sayings sayings, Frame frame) {
  private static final float MARK = 19;
  private static final float MARK_ROOM = 24;
  private static final float PARTY_WIDTH = 228;
  private static final float SIDE_WIDTH = 258;
  private static final int MOST_LINES = 12;

  private record Line(Style style, String text) {}

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(head());
    blocks.add(Block.space(22));
    blocks.add(parties());
    if (statement().corrects().isPresent()) {
      blocks.add(Block.space(16));
      blocks.add(correction());
    }
    blocks.add(Block.space(18));
    return blocks;
  }

  private Block head() {
    List<Line> seller = party(statement().seller());
    List<String> title = frame.title().lines(sayings.title(), SIDE_WIDTH, 3);
    List<String> number = frame.quiet().lines(sayings.number(), SIDE_WIDTH, 2);
    float right = MARK_ROOM + title.size() * frame.title().leading() + number.size() * leading();
    float height = Math.max(MARK_ROOM + seller.size() * leading(), right);
    return Block.prose(
        height,
        (pen, top) -> {
          pen.mark(Frame.LEFT, top, MARK);
          float below = top - MARK_ROOM;
          float numberTop = below - title.size() * frame.title().leading();
          pen.say("H1", () -> pen.linesBefore(frame.title(), Frame.RIGHT, below, title));
          pen.say("P", () -> pen.linesBefore(frame.quiet(), Frame.RIGHT, numberTop, number));
          if (statement().number().isEmpty()) badge(pen, top);
          pen.say("P", () -> draw(pen, Frame.LEFT, below, seller));
        });
  }

  private void badge(Pen pen, float top) {
    String draft = sayings.word(Word.DRAFT);
    Style style = frame.badge();
    float width = style.width(draft) + 9;
    float left = Frame.RIGHT - width;
    pen.box(Ink.WARN_TINT, left, top - style.leading() - 2, width, style.leading(), 3);
    pen.say("P", () -> pen.text(style, left + 4.5f, top - 2, draft));
  }

  private Block parties() {
    List<Line> buyer = new ArrayList<>();
    buyer.add(new Line(frame.quiet(), sayings.word(Word.BUYER)));
    buyer.addAll(party(statement().buyer()));
    List<Line> dates = dates();
    float width = 0;
    for (Line line : dates) width = Math.max(width, line.style().width(line.text()));
    float side = Frame.RIGHT - width;
    return Block.prose(
        Math.max(buyer.size(), dates.size()) * leading(),
        (pen, top) -> {
          pen.say("P", () -> draw(pen, Frame.LEFT, top, buyer));
          pen.say("P", () -> draw(pen, side, top, dates));
        });
  }

  private List<Line> dates() {
    List<Line> lines = new ArrayList<>();
    add(lines, Word.PERIOD, sayings.figures().period(statement().month()));
    statement().issued().ifPresent(day -> add(lines, Word.ISSUED, sayings.figures().day(day)));
    if (sayings.payable()) add(lines, Word.DUE, sayings.due());
    return lines;
  }

  private void add(List<Line> lines, Word label, String value) {
    lines.add(new Line(frame.quiet(), sayings.word(label)));
    lines.add(new Line(frame.text(), value));
  }

  private List<Line> party(Party party) {
    List<Line> lines = new ArrayList<>();
    for (String line : frame.strong().lines(party.name(), PARTY_WIDTH, 3))
      lines.add(new Line(frame.strong(), line));
    for (String part : sayings.below(party))
      for (String line : frame.text().lines(part, PARTY_WIDTH, 2))
        lines.add(new Line(frame.text(), line));
    return lines.subList(0, Math.min(MOST_LINES, lines.size()));
  }

  private Block correction() {
    List<Line> lines = new ArrayList<>();
    for (String line : frame.strong().lines(sayings.corrects().orElse(""), Frame.ACROSS, 2))
      lines.add(new Line(frame.strong(), line));
    for (String line : frame.text().lines(sayings.reason().orElse(""), Frame.ACROSS, 8))
      lines.add(new Line(frame.text(), line));
    return Block.prose(
        lines.size() * leading(),
        (pen, top) -> pen.say("P", () -> draw(pen, Frame.LEFT, top, lines)));
  }

  private void draw(Pen pen, float left, float top, List<Line> lines) {
    for (int line = 0; line < lines.size(); line++)
      pen.text(lines.get(line).style(), left, top - line * leading(), lines.get(line).text());
  }

  private float leading() {
    return frame.text().leading();
  }

  private Statement statement() {
    return sayings.statement();
  }
}
