package io.innkeeper.cli.environment;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.client.EnvironmentView;
import io.innkeeper.client.PasswordChangeView;
import io.innkeeper.client.ShownCertificateView;
import io.innkeeper.client.SourceTestView;
import io.innkeeper.client.SourceView;
import io.innkeeper.client.SyncProblemView;
import io.innkeeper.client.SyncRunView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Environments in words. */
record EnvironmentText(Desk desk) {

  Table<EnvironmentView> table() {
    return new Table<EnvironmentView>()
        .column("Name", EnvironmentView::name)
        .column("Status", EnvironmentText::status, one -> tone(one.status()))
        .column("Sources", EnvironmentText::hosts)
        .column("Credentials", one -> Long.toString(one.credentials()))
        .column("Description", EnvironmentView::description);
  }

  private static String status(EnvironmentView one) {
    return one.removedAt() == null ? one.status() : "removed " + one.id();
  }

  private static String hosts(EnvironmentView one) {
    return one.sources().stream()
        .map(source -> source.host() + (source.trust().equals("off") ? " (not verified!)" : ""))
        .collect(Collectors.joining(", "));
  }

  String facts(EnvironmentView one) {
    Facts facts =
        new Facts()
            .add("Name", one.name())
            .add("Id", one.id())
            .maybe("Description", one.description())
            .add("Status", one.status())
            .add("Credentials", one.credentials())
            .add("Changed", time(one.changedAt()) + " by " + one.changedBy());
    if (one.expiryEveryMinutes() != null)
      facts.add(
          "Asked when they end",
          one.expiryEveryMinutes() == 0 ? "never" : "every " + one.expiryEveryMinutes() + " min");
    if (one.removedAt() != null) facts.add("Removed", time(one.removedAt()));
    one.sources().forEach(source -> add(facts, source));
    return facts.rendered();
  }

  private void add(Facts facts, SourceView source) {
    String label = source.kind().equals("manager") ? "SDDC Manager" : "VCF Installer";
    StringBuilder words = new StringBuilder();
    words.append("%s:%d as %s%n".formatted(source.host(), source.port(), source.username()));
    words.append("trust: ").append(trust(source)).append('\n');
    words.append(rhythm(source)).append('\n');
    words.append("last sync: ").append(source.status()).append(' ').append(time(source.triedAt()));
    if (source.problem() != null) words.append('\n').append(problem(source.problem()));
    facts.add(label, words.toString());
  }

  private static String trust(SourceView source) {
    return switch (source.trust()) {
      case "off" -> "OFF: anybody in between can read every password";
      case "pin" -> "this certificate only, SHA-256 " + source.trustText();
      case "ca" -> "a given authority";
      default -> "this machine's authorities";
    };
  }

  private String rhythm(SourceView source) {
    if (!source.enabled()) return "switched off";
    if (source.everyMinutes() == 0) return "read only when somebody wants it";
    return "every %d minutes, next %s".formatted(source.everyMinutes(), time(source.nextAt()));
  }

  static String problem(SyncProblemView problem) {
    return problem.said() + (problem.advice() == null ? "" : "\n" + problem.advice());
  }

  Table<SyncRunView> runs() {
    return new Table<SyncRunView>()
        .column("Begun", run -> time(run.begunAt()))
        .column("Source", SyncRunView::source)
        .column("State", SyncRunView::state, run -> tone(run.state()))
        .column("Seen", run -> Long.toString(run.seen()))
        .column("New", run -> Long.toString(run.added()))
        .column("Changed", run -> Long.toString(run.changed()))
        .column("Missing", run -> Long.toString(run.missing()))
        .column("Unreadable", run -> Long.toString(run.unreadable()))
        .column("By", run -> run.cause() + ", " + run.startedBy())
        .column("What was wrong", run -> run.problem() == null ? "" : run.problem().said());
  }

  /** A source with the environment that it is of. */
  record Timed(EnvironmentView environment, SourceView source) {}

  /** What is read by itself first, then what isn't. */
  static List<Timed> sources(List<EnvironmentView> all) {
    return all.stream()
        .flatMap(one -> one.sources().stream().map(source -> new Timed(one, source)))
        .sorted(
            Comparator.comparing(
                timed -> timed.source().nextAt(), Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  Table<Timed> schedule() {
    return new Table<Timed>()
        .column("Environment", timed -> timed.environment().name())
        .column("Source", timed -> timed.source().kind())
        .column("Every", timed -> every(timed.source()))
        .column("Next", timed -> time(timed.source().nextAt()))
        .column("Last", timed -> time(timed.source().triedAt()))
        .column("Status", timed -> timed.source().status(), timed -> tone(timed.source().status()));
  }

  private static String every(SourceView source) {
    if (!source.enabled()) return "off";
    return source.everyMinutes() == 0 ? "never" : source.everyMinutes() + " min";
  }

  Table<PasswordChangeView> history() {
    return new Table<PasswordChangeView>()
        .column("First seen", one -> time(one.firstSeen()))
        .column("Last seen", one -> time(one.lastSeen()))
        .column("Host", PasswordChangeView::host)
        .column("User", PasswordChangeView::username)
        .column("Type", PasswordChangeView::credentialType)
        .column("No.", one -> one.number() + (one.latest() ? " now" : ""))
        .column("Came by", one -> one.origin() + " " + one.from());
  }

  Table<SourceTestView> tests() {
    return new Table<SourceTestView>()
        .column("Source", SourceTestView::kind)
        .column("Host", SourceTestView::host)
        .column(
            "Works",
            one -> one.works() ? one.proven() ? "yes" : "yes, but which product is unproven" : "no",
            one -> one.works() ? Tone.GOOD : Tone.BAD)
        .column("Version", one -> one.productVersion() == null ? "" : one.productVersion())
        .column("What was wrong", one -> one.problem() == null ? "" : problem(one.problem()));
  }

  String certificate(ShownCertificateView one) {
    return new Facts()
        .add("Subject", one.subject())
        .add("Issuer", one.issuer())
        .add("Names", String.join(", ", one.names()))
        .add("Valid", time(one.notBefore()) + " to " + time(one.notAfter()))
        .add("SHA-256", one.sha256())
        .rendered();
  }

  private static Tone tone(String status) {
    return switch (status) {
      case "success" -> Tone.GOOD;
      case "partial", "asks" -> Tone.WARNING;
      case "failed" -> Tone.BAD;
      default -> Tone.FAINT;
    };
  }

  private String time(@Nullable Instant at) {
    return at == null ? "" : desk.when().exact(at);
  }
}
