package io.innkeeper.cli.tenant;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.client.FirstAdminView;
import io.innkeeper.client.LiveView;
import io.innkeeper.client.StandStill;
import io.innkeeper.client.TenantPlanView;
import io.innkeeper.client.TenantView;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper tenant …}: what is looked at, and the verbs that need no more than a name. */
@Command(
    name = "tenant",
    description = "Tenants: each a private Open WebUI of an organisation.",
    subcommands = {
      OpenCommand.class,
      ChangeCommand.class,
      LogsCommand.class,
      EraseCommand.class,
      AdoptCommand.class
    })
public final class TenantCommand {
  static final String ONE = "/tenants/{}";
  static final String TENANT = "Its slug or id.";
  private static final String WHY = "Why, in one line; shown with its state.";

  private final Desk desk;
  private final TenantText text;

  public TenantCommand(Desk desk) {
    this.desk = desk;
    this.text = new TenantText(desk.when());
  }

  @Command(description = "List tenants.")
  void list(
      @Option(
              names = "--state",
              paramLabel = "STATE",
              description = "healthy, starting, updating, degraded, failed, stopped, unknown, …")
          Optional<String> state,
      @Option(names = "--org", paramLabel = "ORG", description = "Only those of this one.")
          Optional<String> org,
      @Option(names = "--search", paramLabel = "TEXT", description = "In its name or slug.")
          Optional<String> search,
      @Mixin Limit limit) {
    new Lists(desk)
        .show(
            new Query("/tenants").with("state", state).with("organisation", org).with("q", search),
            TenantView.class,
            text.table(),
            limit,
            "No such tenants. Open one: innkeeper tenant open ORG NAME");
  }

  @Command(description = "Show one tenant.")
  void show(@Parameters(paramLabel = "TENANT", description = TENANT) String tenant) {
    desk.show(
        desk.client().get(Query.of(ONE, tenant).path()),
        TenantView.class,
        TenantView::slug,
        text::facts);
  }

  @Command(description = "Show what a tenant uses now.")
  void live(@Parameters(paramLabel = "TENANT", description = TENANT) String tenant) {
    desk.show(
        desk.client().get(Query.of(ONE + "/live", tenant).path()),
        LiveView.class,
        live -> "",
        text::live);
  }

  @Command(description = "Show the difference between what is wanted and what is.")
  void plan(@Parameters(paramLabel = "TENANT", description = TENANT) String tenant) {
    desk.show(
        desk.client().get(Query.of(ONE + "/plan", tenant).path()),
        TenantPlanView.class,
        plan -> "",
        plan -> text.plan(plan, desk.terminal().colour()));
  }

  @Command(name = "first-admin", description = "Show the first admin's password, this once.")
  void firstAdmin(@Parameters(paramLabel = "TENANT", description = TENANT) String tenant) {
    desk.show(
        desk.client().post(Query.of(ONE + "/first-admin", tenant).path(), null),
        FirstAdminView.class,
        FirstAdminView::password,
        TenantText::firstAdmin);
  }

  @Command(description = "Give another display name; the slug stays.")
  void rename(
      @Parameters(paramLabel = "TENANT", description = TENANT) String tenant,
      @Parameters(paramLabel = "NAME", description = "The new name.") String name,
      @Mixin Order order) {
    new Changing(desk, tenant).rename(name, order);
  }

  @Command(description = "Start a stopped tenant.")
  void start(
      @Parameters(paramLabel = "TENANT", description = TENANT) String tenant, @Mixin Order order) {
    verb("start", tenant, order, TenantText::reached);
  }

  @Command(description = "Stop a tenant; data and address stay.")
  void stop(
      @Parameters(paramLabel = "TENANT", description = TENANT) String tenant,
      @Option(
              names = {"--why", "--reason"},
              paramLabel = "TEXT",
              description = WHY)
          Optional<String> why,
      @Mixin Order order) {
    verb(
        "stop",
        tenant,
        new StandStill(why.orElse(null)),
        order,
        one -> "%1$s is stopped. Undo: innkeeper tenant start %1$s".formatted(one.slug()));
  }

  @Command(description = "Stop and start a tenant's container.")
  void restart(
      @Parameters(paramLabel = "TENANT", description = TENANT) String tenant, @Mixin Order order) {
    verb("restart", tenant, order, TenantText::reached);
  }

  @Command(description = "Make a new container from the same settings.")
  void recreate(
      @Parameters(paramLabel = "TENANT", description = TENANT) String tenant, @Mixin Order order) {
    verb("recreate", tenant, order, TenantText::reached);
  }

  @Command(description = "Remove a tenant's container; its data is kept.")
  void remove(
      @Parameters(paramLabel = "TENANT", description = "Its slug.") String tenant,
      @Option(names = "--yes", paramLabel = "SLUG", description = "The slug, instead of asking.")
          Optional<String> yes,
      @Option(
              names = {"--why", "--reason"},
              paramLabel = "TEXT",
              description = WHY)
          Optional<String> why,
      @Mixin Order order) {
    if (!order.dryRun())
      desk.demandConfirmed(
          tenant, yes, "Removing " + tenant + " takes its people's workspace away; data is kept.");
    verb(
        "remove",
        tenant,
        new StandStill(why.orElse(null)),
        order,
        one ->
            "%1$s is removed, its data is kept. Back again: innkeeper tenant start %1$s"
                .formatted(one.slug()));
  }

  private void verb(
      String verb, String tenant, Order order, Function<TenantView, String> whenDone) {
    verb(verb, tenant, null, order, whenDone);
  }

  private void verb(
      String verb,
      String tenant,
      @Nullable StandStill why,
      Order order,
      Function<TenantView, String> whenDone) {
    String path = order.path(Query.of(ONE + "/" + verb, tenant));
    order.answer(desk, desk.client().post(path, why), whenDone);
  }
}
