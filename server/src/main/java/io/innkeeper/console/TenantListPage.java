package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.OPERATOR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Shell;
import io.innkeeper.console.view.TenantListView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Csv;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.usage.TenantSpending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tenants: found, sorted and counted by what the address says, live while somebody looks. */
final class TenantListPage {
  private static final String LIVE = TenantPages.ALL + "/status";

  private static final Object[] HEADS = {
    "slug",
    "name",
    "organisation",
    "organisation_name",
    "address",
    "state",
    "since",
    "reason",
    "version",
    "image",
    "kind",
    "memory_bytes",
    "cores",
    "opened_at",
    "month_usd",
    "last_call"
  };

  private final ConsoleParts parts;
  private final Pages pages;
  private final TenantRows rows;
  private final TenantUses uses;
  private final TenantReasons reasons;
  private final TenantHeads heads;
  private final LiveStream live;

  TenantListPage(
      ConsoleParts parts,
      Pages pages,
      TenantRows rows,
      TenantUses uses,
      TenantReasons reasons,
      TenantHeads heads,
      LiveStream live) {
    this.parts = parts;
    this.pages = pages;
    this.rows = rows;
    this.uses = uses;
    this.reasons = reasons;
    this.heads = heads;
    this.live = live;
  }

  void hang(Routes routes) {
    routes.page(
        "GET", TenantPages.ALL, CLIENT, call -> pages.page(call, TenantPages.ALL, view(call)));
    routes.page("GET", LIVE, CLIENT, this::stream);
    routes.page("GET", TenantPages.ALL + "/export", CLIENT, this::export);
  }

  private Reply stream(Call call) {
    Shell shell = pages.shell(call, TenantPages.ALL);
    return live.of(
        out -> {
          out.swap("list", pages.partText(shell, view(call), "list"));
          return true;
        });
  }

  /** What is shown, all pages of it, as a table for a spreadsheet. */
  private Reply export(Call call) {
    Address address = Address.of(call, TenantPages.ALL, TenantFilter.NAMES);
    Map<UUID, Organisation> owners = owners();
    List<Tenant> all = parts.visible(call.principal());
    StringBuilder table = new StringBuilder(Csv.quoted(HEADS));
    List<Tenant> found = new TenantFilter(address, owners, all).found();
    Map<UUID, TenantSpending.Use> spent = uses.of(found);
    found.stream()
        .sorted(TenantOrder.of(address.get("sort"), owners))
        .map(
            tenant ->
                line(
                    tenant,
                    requireNonNull(owners.get(tenant.organisation())),
                    Optional.ofNullable(spent.get(tenant.id()))))
        .forEach(table::append);
    return Reply.bytes("text/csv;charset=utf-8", table.toString().getBytes(UTF_8))
        .with("Content-Disposition", "attachment; filename=\"innkeeper-tenants.csv\"");
  }

  private String line(Tenant tenant, Organisation owner, Optional<TenantSpending.Use> spent) {
    return Csv.quoted(
        tenant.slug(),
        tenant.spec().displayName(),
        owner.slug(),
        owner.name(),
        parts.tenants().address(tenant),
        tenant.condition().state().word(),
        tenant.condition().since(),
        tenant.condition().reason(),
        TenantFilter.version(tenant),
        tenant.spec().image(),
        tenant.spec().kind().word(),
        tenant.spec().memoryBytes(),
        tenant.spec().cores(),
        tenant.openedAt(),
        spent.map(TenantSpending.Use::month).orElse(Usd.ZERO).decimal(),
        spent.map(TenantListPage::last).orElse(""));
  }

  /** The moment, or the day when only that is at hand. */
  private static String last(TenantSpending.Use use) {
    return use.lastCall()
        .map(Object::toString)
        .or(() -> use.lastDay().map(Object::toString))
        .orElse("");
  }

  private Map<UUID, Organisation> owners() {
    return parts.organisations().all().stream()
        .collect(Collectors.toMap(Organisation::id, Function.identity()));
  }

  private TenantListView view(Call call) {
    Address address = Address.of(call, TenantPages.ALL, TenantFilter.NAMES);
    List<Tenant> all = parts.visible(call.principal());
    Map<UUID, Organisation> owners = owners();
    TenantFilter filter = new TenantFilter(address, owners, all);
    List<Tenant> found =
        filter.found().stream().sorted(TenantOrder.of(address.get("sort"), owners)).toList();
    Paged<Tenant> part = Paged.of(found, call, address);
    String from = call.query("from").orElse("");
    boolean acts = call.principal().role().atLeast(OPERATOR);
    Map<UUID, TenantSpending.Use> spent = uses.of(part.items());
    return new TenantListView(
        actions(call, new Address(TenantPages.ALL + "/export", address.query())),
        listing(address, filter, part, found.size(), acts),
        part.items().stream()
            .map(tenant -> row(call, tenant, owners).using(uses.shown(spent, tenant)))
            .toList(),
        acts && !found.isEmpty(),
        empty(call, address, all, found),
        address.with("from", from).toString().replaceFirst(TenantPages.ALL, LIVE));
  }

  private TenantListView.Row row(Call call, Tenant tenant, Map<UUID, Organisation> owners) {
    return rows.row(tenant, requireNonNull(owners.get(tenant.organisation())))
        .saying(reasons.inRow(tenant, call.principal()))
        .offering(heads.verbs(tenant, call.principal().role()));
  }

  private Listing listing(
      Address address, TenantFilter filter, Paged<Tenant> part, int found, boolean acts) {
    List<Listing.Column> columns = TenantOrder.columns(address, uses.heading());
    return new Listing(
        TenantPages.ALL,
        address.get("q"),
        "Name, slug, hostname, organisation",
        address.hiddenBut("q"),
        filter.menus(),
        filter.chips(),
        acts ? TenantOrder.withVerbs(columns) : columns,
        part.paging(),
        found == 1 ? "1 tenant" : found + " tenants");
  }

  /** While the engine doesn't answer nothing can be opened, and it is said why. */
  private List<Action> actions(Call call, Address export) {
    List<Action> actions = new ArrayList<>();
    boolean some = parts.tenantCount(call.principal()) > 0;
    Action csv = Action.go("CSV", export.toString()).with("download").quiet();
    if (call.principal().role().atLeast(ADMIN))
      actions.add(Action.ask("Adopt containers…", TenantPages.ALL + "/adopt").quiet());
    if (call.principal().role().atLeast(OPERATOR)) actions.add(opening().primary());
    if (parts.houseBanner().isPresent())
      actions.replaceAll(action -> action.blockedBy("The container engine does not answer"));
    if (some) actions.addFirst(csv);
    return actions;
  }

  private static Action opening() {
    return Action.go("Open a tenant", TenantPages.ALL + "/new").with("plus");
  }

  private static Optional<Empty> empty(
      Call call, Address address, List<Tenant> all, List<Tenant> found) {
    if (!found.isEmpty()) return Optional.empty();
    if (!all.isEmpty()) {
      String text = address.get("q");
      return Optional.of(
          Empty.none(
              text.isEmpty()
                  ? "No tenant matches these filters"
                  : "No tenant matches “" + text + "”",
              "The search looks at names, slugs, hostnames and organisations.",
              Action.go("Clear the filters", TenantPages.ALL)));
    }
    Action[] next =
        call.principal().role().atLeast(OPERATOR)
            ? new Action[] {opening().primary()}
            : new Action[0];
    return Optional.of(
        Empty.first(
            "No tenant is open yet",
            "A tenant is one workspace of one organisation: a container, data and an address of its"
                + " own.",
            next));
  }
}
