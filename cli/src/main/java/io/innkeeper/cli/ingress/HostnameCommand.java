package io.innkeeper.cli.ingress;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.client.HostnameCheckView;
import io.innkeeper.client.HostnameMove;
import io.innkeeper.client.HostnameView;
import io.innkeeper.client.NewHostname;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper hostname …} */
@Command(
    name = "hostname",
    description = "Hostnames: by which names people reach tenants.",
    footer = {
      "",
      "A tenant's primary hostname is changed with: innkeeper tenant change TENANT --hostname NAME"
    })
public final class HostnameCommand {
  private static final String ONE = "/hostnames/{}";
  private static final String NAME = "The name, for example chat.client.example.";
  private static final String TENANT = "The tenant, by slug or id.";

  private final Desk desk;

  public HostnameCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "List hostnames, of one tenant or of all.")
  void list(
      @Parameters(paramLabel = "TENANT", arity = "0..1", description = TENANT)
          Optional<String> tenant,
      @Mixin Limit limit) {
    Query query =
        tenant
            .map(one -> Query.of("/tenants/{}/hostnames", one))
            .orElseGet(() -> new Query("/hostnames"));
    new Lists(desk).show(query, HostnameView.class, table(), limit, "No hostnames.");
  }

  @Command(description = "Add an alias; browsers are sent on from it to the primary hostname.")
  void add(
      @Parameters(paramLabel = "TENANT", description = TENANT) String tenant,
      @Parameters(paramLabel = "NAME", description = NAME) String name) {
    desk.show(
        desk.client().post(Query.of("/tenants/{}/hostnames", tenant).path(), new NewHostname(name)),
        HostnameView.class,
        HostnameView::name,
        HostnameCommand::leads);
  }

  @Command(description = "Remove an alias; it leads nowhere any more.")
  void remove(
      @Parameters(paramLabel = "NAME", description = NAME) String name,
      @Option(names = "--yes", paramLabel = "NAME", description = "The name, instead of asking.")
          Optional<String> yes) {
    desk.demandConfirmed(name, yes, "Whoever comes by " + name + " finds nothing any more.");
    desk.client().delete(Query.of(ONE, name).path());
    desk.tell(name + " leads nowhere any more.");
  }

  @Command(description = "Let an alias lead to another tenant, with its certificate.")
  void move(
      @Parameters(paramLabel = "NAME", description = NAME) String name,
      @Parameters(paramLabel = "TENANT", description = "Where it leads from now on.")
          String tenant) {
    desk.show(
        desk.client().post(Query.of(ONE + "/move", name).path(), new HostnameMove(tenant)),
        HostnameView.class,
        HostnameView::name,
        HostnameCommand::leads);
  }

  private static String leads(HostnameView one) {
    String dns = one.dns() == null ? "" : "\nDNS: " + one.dns().said();
    return one.shown() + " leads to " + one.tenant() + "." + dns;
  }

  @Command(description = "Show what DNS says of a name beside where this server is.")
  void check(@Parameters(paramLabel = "NAME", description = NAME) String name) {
    desk.show(
        desk.client().get(Query.of(ONE + "/check", name).path()),
        HostnameCheckView.class,
        HostnameCheckView::verdict,
        HostnameCommand::facts);
  }

  private static String facts(HostnameCheckView one) {
    return new Facts()
        .add("Hostname", one.name())
        .add("In short", one.said())
        .maybe("CNAME", joined(one.cname()))
        .add("A", joined(one.a()))
        .maybe("AAAA", joined(one.aaaa()))
        .add("This server", joined(one.here()))
        .rendered();
  }

  private static String joined(List<String> texts) {
    return String.join(", ", texts);
  }

  private Table<HostnameView> table() {
    return new Table<HostnameView>()
        .column("Hostname", HostnameView::name)
        .column("Tenant", HostnameView::tenant)
        .column("Role", HostnameView::role)
        .column("Certificate", one -> one.source() == null ? "none yet" : one.source())
        .column("Until", one -> desk.when().exact(one.validUntil()))
        .column("Problem", one -> one.problem() == null ? "" : one.problem());
  }
}
