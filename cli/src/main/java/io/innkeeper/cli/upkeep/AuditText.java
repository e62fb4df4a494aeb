package io.innkeeper.cli.upkeep;

import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.cli.terminal.When;
import io.innkeeper.client.AuditLineView;
import io.innkeeper.client.AuditVerification;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The audit as people read it. */
record AuditText(When when) {

  Table<AuditLineView> table() {
    return new Table<AuditLineView>()
        .number("Line", line -> Long.toString(line.seq()))
        .column("When", line -> when.toTheSecond(line.at()))
        .column("Who", AuditLineView::who)
        .column("From", AuditLineView::address)
        .column("Did", AuditLineView::verb)
        .column("To", AuditLineView::subject)
        .column("Result", AuditLineView::result, AuditText::tone)
        .column("More", AuditText::more);
  }

  static String verification(AuditVerification found) {
    return found.whole()
        ? "The audit is whole: %d lines, and the last has the hash%n%s"
            .formatted(found.lines(), found.hash())
        : "The audit is broken at line %d. %s".formatted(found.brokenLine(), found.why());
  }

  private static String more(AuditLineView line) {
    TreeSet<String> names = new TreeSet<>(line.after().keySet());
    names.addAll(line.before().keySet());
    String changes =
        names.stream()
            .map(
                name ->
                    "%s: %s → %s"
                        .formatted(
                            name, shown(line.before().get(name)), shown(line.after().get(name))))
            .collect(Collectors.joining(", "));
    boolean both = !line.note().isEmpty() && !changes.isEmpty();
    return line.note() + (both ? "; " : "") + changes;
  }

  private static String shown(@Nullable Object value) {
    return value == null ? Table.NOTHING : value.toString();
  }

  private static Tone tone(AuditLineView line) {
    return switch (line.result()) {
      case "done" -> Tone.PLAIN;
      case "refused" -> Tone.WARNING;
      default -> Tone.BAD;
    };
  }
}
