package io.innkeeper.cli.ingress;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.client.IngressAppliedView;
import io.innkeeper.client.IngressCheckView;
import io.innkeeper.client.IngressView;
import io.innkeeper.client.MaintenanceChange;
import io.innkeeper.client.MaintenanceView;
import io.innkeeper.client.SiteTextView;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper ingress …} */
@Command(name = "ingress", description = "The front door: nginx, which serves tenants by hostname.")
public final class IngressCommand {
  private static final String TENANT = "The tenant, by slug or id.";

  private final Desk desk;

  public IngressCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "Show how nginx is; for a tenant, what nginx is told of it.")
  void show(
      @Parameters(paramLabel = "TENANT", arity = "0..1", description = TENANT)
          Optional<String> tenant) {
    if (tenant.isPresent()) {
      desk.show(
          desk.client().get(Query.of("/tenants/{}/site", tenant.get()).path()),
          SiteTextView.class,
          SiteTextView::text,
          SiteTextView::text);
      return;
    }
    desk.show(
        desk.client().get("/ingress"),
        IngressView.class,
        IngressView::state,
        IngressCommand::facts);
  }

  @Command(description = "Ask nginx whether it would take what it is to serve; changes nothing.")
  void check() {
    var answer = desk.client().post("/ingress/check", null);
    IngressCheckView view = answer.as(IngressCheckView.class);
    if (!view.accepted())
      throw new Refusal(ExitCode.FINDINGS, "nginx would refuse it: " + view.said(), "");
    desk.show(
        answer,
        IngressCheckView.class,
        one -> "accepted",
        one -> "nginx accepts what it is to serve.");
  }

  @Command(description = "Put in place what is to be served, over what was changed by hand.")
  void apply() {
    desk.show(
        desk.client().post("/ingress/apply", null),
        IngressAppliedView.class,
        one -> one.ingress().state(),
        one -> one.changed() ? "nginx serves it now." : "Everything is in place already.");
  }

  @Command(
      description = "Keep people out of a tenant with a page that says why, or let them in again.",
      footer = {
        "",
        "For example: innkeeper ingress maintenance brzoza --on --words \"Back at 18:00.\""
      })
  void maintenance(
      @Parameters(paramLabel = "TENANT", description = TENANT) String tenant,
      @Option(names = "--on", description = "Keep people out.") boolean on,
      @Option(names = "--off", description = "Let them in again.") boolean off,
      @Option(names = "--words", paramLabel = "TEXT", description = "What they are told.")
          Optional<String> words) {
    String path = Query.of("/tenants/{}/maintenance", tenant).path();
    if (on && off) throw new Refusal(ExitCode.USAGE, "Either --on or --off.", "");
    var answer =
        on || off
            ? desk.client().put(path, new MaintenanceChange(on, words.orElse(null)))
            : desk.client().get(path);
    desk.show(
        answer,
        MaintenanceView.class,
        one -> one.on() ? "on" : "off",
        one ->
            one.on()
                ? "People are kept out of " + tenant + "."
                : "People are let in to " + tenant + " while it runs.");
  }

  private static String facts(IngressView one) {
    return new Facts()
        .add("State", one.state())
        .add(
            "Served by", one.mode().equals("none") ? "a proxy of your own" : "nginx, " + one.mode())
        .maybe("nginx", one.version())
        .add("Ports", one.httpPort() + " and " + one.httpsPort())
        .add("Tenants with a hostname", one.sites())
        .maybe("Serves", one.served())
        .maybe("Should serve", one.wanted())
        .maybe("Changed by hand", String.join("\n", one.drift()))
        .maybe("Problem", one.problem())
        .add(
            "Certificates from",
            one.authority() == null ? "nobody: self-signed or uploaded" : one.authority())
        .rendered();
  }
}
