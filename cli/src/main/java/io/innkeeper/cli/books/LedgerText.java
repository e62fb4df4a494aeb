package io.innkeeper.cli.books;

import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.When;
import io.innkeeper.client.ComparisonView;
import io.innkeeper.client.ConflictView;
import io.innkeeper.client.LedgerLineView;
import io.innkeeper.client.LedgerVerification;
import io.innkeeper.client.UnreadableView;
import org.jspecify.annotations.Nullable;

/** The ledger as people read it. */
final class LedgerText {
  private LedgerText() {}

  static Table<LedgerLineView> lines(When when) {
    return new Table<LedgerLineView>()
        .column("Line", line -> Long.toString(line.line()))
        .column("Kind", LedgerLineView::kind)
        .column("Day", line -> line.day().toString())
        .number("Cost USD", LedgerLineView::cost)
        .number("Billed USD", LedgerLineView::billed)
        .column("About", line -> line.refersTo() == null ? "" : "line " + line.refersTo())
        .column("By", LedgerLineView::author)
        .column("Written", line -> when.exact(line.writtenAt()))
        .column("Because", LedgerLineView::reason);
  }

  static Table<ConflictView> conflicts(When when) {
    return new Table<ConflictView>()
        .column("Call", one -> one.call().id().toString())
        .column("Generation", one -> or(one.call().generation()))
        .column("Other call", one -> one.other().toString())
        .number("Cost USD", ConflictView::cost)
        .column("Found", one -> when.exact(one.foundAt()));
  }

  static Table<UnreadableView> unreadable(When when) {
    return new Table<UnreadableView>()
        .column("Journal", UnreadableView::node)
        .column("Segment", one -> "%06d.journal".formatted(one.segment()))
        .number("Offset", one -> Long.toString(one.offset()))
        .number("Bytes", one -> Long.toString(one.bytes()))
        .column("Found", one -> when.exact(one.foundAt()))
        .column("Because", UnreadableView::why);
  }

  static Table<ComparisonView> comparisons() {
    return new Table<ComparisonView>()
        .column("Day (UTC)", one -> one.day().toString())
        .column("Upstream", ComparisonView::upstream)
        .number("Calls", one -> Long.toString(one.ourRequests()))
        .number("Cost USD", ComparisonView::ourCost)
        .number("Theirs", one -> one.theirRequests() == null ? "" : one.theirRequests().toString())
        .number("Theirs USD", one -> or(one.theirCost()))
        .number("Drift USD", one -> or(one.drift()))
        .column("Answer", ComparisonView::answer);
  }

  static String verification(LedgerVerification found) {
    StringBuilder text = new StringBuilder();
    if (found.whole())
      text.append(
          "The ledger is whole: %d lines, and every sum follows from them.%n"
              .formatted(found.lines()));
    else text.append("The ledger does not fit together.%n".formatted());
    found.differences().forEach(each -> text.append("  ").append(each).append('\n'));
    if (found.conflicts() > 0)
      text.append(
          "%d calls are kept aside. See them: innkeeper ledger conflicts%n"
              .formatted(found.conflicts()));
    if (found.unreadable() > 0)
      text.append(
          "%d records of journals could not be read. See them: innkeeper ledger unreadable%n"
              .formatted(found.unreadable()));
    return text.toString();
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
