package io.innkeeper.cli.statement;

import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.client.PartyView;
import io.innkeeper.client.StatementCheckView;
import io.innkeeper.client.StatementDocument;
import io.innkeeper.client.StatementLineView;
import io.innkeeper.client.StatementSummary;
import io.innkeeper.client.StatementView;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements as people read them. */
final class StatementText {
  private StatementText() {}

  static Table<StatementSummary> list() {
    return new Table<StatementSummary>()
        .column("Number", one -> or(one.number(), one.organisation() + " " + one.month()))
        .column("Organisation", StatementSummary::organisation)
        .column("Month", StatementSummary::month)
        .column("State", StatementText::state)
        .number("Net", one -> plain(one.net()))
        .number("Gross", one -> plain(one.gross()))
        .column("In", StatementSummary::currency)
        .column("Due", one -> or(one.due(), ""));
  }

  private static String state(StatementSummary one) {
    return one.corrects() == null ? one.state() : one.state() + ", a correction";
  }

  static String name(StatementView view) {
    StatementDocument document = view.document();
    return document == null ? "" : or(document.number(), document.month());
  }

  /** What issuing a draft will do, one sentence. */
  static String issuing(StatementView draft) {
    StatementDocument document = draft.document();
    if (document == null) return "It can't be issued yet.";
    return "This issues %s for %s: %s %s. It never changes after that."
        .formatted(
            document.month(), document.buyer().name(), document.currency(), document.gross());
  }

  static String whole(StatementView view) {
    StringBuilder text = new StringBuilder();
    StatementDocument document = view.document();
    if (document != null) text.append(paper(view, document));
    else text.append("No amount can be said yet.\n");
    List<StatementCheckView> checks = view.checks();
    if (checks != null) {
      text.append("\nBefore it is issued:\n");
      for (StatementCheckView check : checks) text.append(check(check));
    }
    return text.toString();
  }

  private static String check(StatementCheckView check) {
    String mark =
        switch (check.result()) {
          case "passed" -> "  ok       ";
          case "consent" -> "  accept?  ";
          default -> "  no       ";
        };
    return mark + check.said() + " (" + check.check() + ")\n";
  }

  private static String paper(StatementView view, StatementDocument document) {
    Table<StatementLineView> lines =
        new Table<StatementLineView>()
            .column("Line", StatementText::words)
            .number("Calls", one -> or(one.calls(), ""))
            .number("Tokens", one -> or(one.tokens(), ""))
            .number("USD", one -> plain(one.billed()))
            .number(document.currency(), one -> plain(one.net()));
    return facts(view, document)
        + "\n"
        + lines.rendered(document.lines(), false)
        + "\nNet %s, VAT %s%% %s, to pay %s %s.\n"
            .formatted(
                plain(document.net()),
                plain(document.vatPercent()),
                plain(document.tax()),
                document.currency(),
                plain(document.gross()));
  }

  private static String facts(StatementView view, StatementDocument document) {
    return new Facts()
        .add("Statement", or(document.number(), "draft"))
        .add("Month", document.month())
        .add("State", view.state())
        .maybe("Corrects", document.corrects() == null ? null : document.corrects().number())
        .maybe("Because", document.corrects() == null ? null : document.corrects().reason())
        .add("From", party(document.seller()))
        .add("For", party(document.buyer()))
        .maybe("Issued", document.issued())
        .maybe("Due", document.due())
        .maybe("Sent", view.sentOn())
        .maybe("Paid", view.paidOn())
        .maybe("Corrected by", corrections(view))
        .maybe("SHA-256", view.sha256())
        .rendered();
  }

  private static @Nullable String corrections(StatementView view) {
    List<String> numbers = view.corrections();
    return numbers == null || numbers.isEmpty() ? null : String.join(", ", numbers);
  }

  private static String party(PartyView party) {
    String name = party.name();
    return name == null || name.isEmpty() ? "nobody yet" : name;
  }

  private static String words(StatementLineView line) {
    if (!line.kind().equals("seats")) return or(line.subject(), "");
    String seats = or(line.seats(), "") + " × " + plain(line.price()) + " a seat";
    if (line.days() != null && line.days().equals(line.monthDays())) return seats;
    return seats + ", " + or(line.days(), "") + " of " + or(line.monthDays(), "") + " days";
  }

  private static String or(@Nullable Object value, String otherwise) {
    return value == null ? otherwise : value.toString();
  }

  static String plain(@Nullable BigDecimal amount) {
    return amount == null ? "" : amount.toPlainString();
  }
}
