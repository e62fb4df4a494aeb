package io.innkeeper.cli.credential;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.client.ExpiringCredentialView;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code innkeeper credential expiring} */
@Command(
    name = "expiring",
    description = "List when passwords end, the soonest first; never a password.",
    footer = {"", "For example: innkeeper credential expiring --band 7"})
public final class ExpiringCommand implements Runnable {
  private final Desk desk;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "Only of this one; of all when not given.")
  private Optional<String> environment = Optional.empty();

  @Option(
      names = "--band",
      paramLabel = "BAND",
      description = "expired, 7, 30 or 90 (days at most), later, never or unknown.")
  private Optional<String> band = Optional.empty();

  @Option(names = "--search", paramLabel = "TEXT", description = "The host or user contains this.")
  private Optional<String> search = Optional.empty();

  @Option(names = "--calendar", description = "As an iCalendar file on the output.")
  private boolean calendar;

  @Mixin private Limit limit = new Limit();

  public ExpiringCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    Query query =
        Query.of("/credential-expiries" + (calendar ? "/calendar" : ""))
            .with("environment", environment)
            .with("band", band)
            .with("q", search);
    if (calendar) desk.client().download(query.path(), desk.terminal().out());
    else
      new Lists(desk)
          .show(query, ExpiringCredentialView.class, table(), limit, "No password matches.");
  }

  private Table<ExpiringCredentialView> table() {
    return new Table<ExpiringCredentialView>()
        .column("Environment", ExpiringCredentialView::environmentName)
        .column("Host", ExpiringCredentialView::host)
        .column("User", ExpiringCredentialView::username)
        .column("Type", ExpiringCredentialView::credentialType)
        .column("Ends", one -> one.expiresAt() == null ? one.band() : time(one.expiresAt()))
        .column("Days left", ExpiringCommand::days, ExpiringCommand::tone)
        .column("Changed by itself", this::rotation)
        .column("Last verified", one -> time(one.verifiedAt()));
  }

  private static String days(ExpiringCredentialView one) {
    return one.daysLeft() == null ? "" : Long.toString(one.daysLeft());
  }

  private static Tone tone(ExpiringCredentialView one) {
    return switch (one.band()) {
      case "expired" -> Tone.BAD;
      case "7" -> Tone.WARNING;
      default -> Tone.FAINT;
    };
  }

  private String rotation(ExpiringCredentialView one) {
    String next = time(one.nextRotationAt());
    if (!one.beforeRotation()) return next;
    return next.isEmpty() ? "not by itself" : next + ", after it ends";
  }

  private String time(@Nullable Instant at) {
    return at == null ? "" : desk.when().exact(at);
  }
}
