package io.innkeeper.console;

import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.LiveView;
import io.innkeeper.client.TenantPlanView;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.LogLine;
import io.innkeeper.console.view.Shell;
import io.innkeeper.console.view.TenantEnvironmentView;
import io.innkeeper.console.view.TenantHistoryView;
import io.innkeeper.console.view.TenantView;
import io.innkeeper.engine.EngineException;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One tenant: now and live, its environment, its history. */
final class TenantPage {
  private static final String ONE = TenantPages.ONE;
  private static final List<String> OURS = List.of("head", "jobs", "live");
  private static final List<String> THE_ENGINES = List.of("waiting", "log");
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final int LINES = 14;
  private static final int EVENTS = 40;

  private final ConsoleParts parts;
  private final Pages pages;
  private final TenantHeads heads;
  private final TenantNow now;
  private final LiveStream live;
  private final TenantLines lines;
  private final TenantHistory history;

  TenantPage(
      ConsoleParts parts,
      Pages pages,
      TenantHeads heads,
      TenantNow now,
      Moments moments,
      LiveStream live) {
    this.parts = parts;
    this.pages = pages;
    this.heads = heads;
    this.now = now;
    this.live = live;
    this.lines = new TenantLines(moments);
    this.history = new TenantHistory(parts.audit(), moments);
  }

  void hang(Routes routes) {
    routes.page("GET", ONE, CLIENT, this::show);
    routes.page("GET", ONE + "/live", CLIENT, this::stream);
    routes.page("GET", ONE + "/environment", VIEWER, this::environment);
    routes.page("GET", ONE + "/history", VIEWER, this::history);
    routes.page("GET", ONE + "/commands", CLIENT, this::commands);
  }

  private Reply show(Call call) {
    Tenant tenant = heads.asked(call);
    // Reading figures takes the engine a second; they come from memory, and then by the stream.
    TenantNow.Seen seen =
        Shortly.ask(() -> look(tenant, Optional.empty())).orElse(TenantNow.Seen.NOTHING);
    return pages.page(call, TenantPages.ALL, now.view(call, tenant, seen));
  }

  private Reply stream(Call call) {
    Tenant asked = heads.asked(call);
    Shell shell = pages.shell(call, TenantPages.ALL);
    Watch watch = new Watch(asked);
    return live.of(
        out -> {
          Optional<Tenant> tenant = parts.tenants().tenants().find(asked.id());
          if (tenant.filter(one -> one.wanted() != Tenant.Wanted.ERASED).isEmpty()) {
            out.gone();
            return false;
          }
          TenantNow.Seen seen = watch.seen();
          TenantView view = now.view(call, tenant.get(), seen);
          for (String block : OURS) out.swap(block, pages.partText(shell, view, block));
          // What was there stays while the engine says nothing.
          if (seen.plan().isEmpty()) return true;
          for (String block : THE_ENGINES) out.swap(block, pages.partText(shell, view, block));
          return true;
        });
  }

  /** Asks the engine again and again, beside the stream, and remembers its last answers. */
  private final class Watch {
    private final Tenant tenant;
    private CompletableFuture<TenantNow.Seen> asking =
        CompletableFuture.completedFuture(TenantNow.Seen.NOTHING);
    private TenantNow.Seen last = TenantNow.Seen.NOTHING;
    private Instant next = Instant.MIN;

    Watch(Tenant tenant) {
      this.tenant = tenant;
    }

    TenantNow.Seen seen() {
      if (!asking.isDone()) return last;
      last = asking.join();
      Instant time = parts.clock().instant();
      if (time.isBefore(next)) return last;
      next = time.plus(EVERY);
      asking = Shortly.begin(this::look).thenApply(seen -> seen.orElse(TenantNow.Seen.NOTHING));
      return last;
    }

    private TenantNow.Seen look() {
      Tenant fresh = parts.tenants().tenants().get(tenant.id());
      return TenantPage.this.look(fresh, Optional.of(parts.tenants().figures().live(fresh)));
    }
  }

  private TenantNow.Seen look(Tenant tenant, Optional<LiveView> used) {
    TenantPlanView plan = parts.tenants().plans().now(tenant);
    return new TenantNow.Seen(used, Optional.of(plan), log(tenant));
  }

  private List<LogLine> log(Tenant tenant) {
    try {
      return parts.tenants().logs().tail(tenant, LINES).stream().map(lines::line).toList();
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NO_SUCH_CONTAINER) return List.of();
      throw e;
    }
  }

  private Reply environment(Call call) {
    Tenant tenant = heads.asked(call);
    TenantRoom room = parts.tenants();
    var facts =
        new TenantVariables(room.environment())
            .facts(tenant, Shortly.ask(() -> room.plans().now(tenant)));
    String lead =
        facts.size()
            + " values. What the container doesn’t have yet stands first, then the tenant’s own.";
    return pages.page(
        call,
        TenantPages.ALL,
        new TenantEnvironmentView(
            heads.head(call, tenant, TenantHeads.Part.ENVIRONMENT), lead, facts));
  }

  private Reply history(Call call) {
    Tenant tenant = heads.asked(call);
    Optional<Long> before =
        call.query("before").filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong);
    TenantHistory.Told told = history.told(tenant, before, EVENTS);
    String at = TenantHeads.address(tenant) + "/history";
    boolean whole = before.isEmpty() && told.earlier().isEmpty();
    Listing.Paging paging =
        whole
            ? Listing.Paging.NONE
            : new Listing.Paging(
                told.events().size() + " events",
                before.isEmpty() ? "" : at,
                told.earlier().map(seq -> at + "?before=" + seq).orElse(""));
    return pages.page(
        call,
        TenantPages.ALL,
        new TenantHistoryView(
            heads.head(call, tenant, TenantHeads.Part.HISTORY),
            told.events(),
            paging,
            "Everything that was done to this tenant, newest first."));
  }

  private Reply commands(Call call) {
    Tenant tenant = heads.asked(call);
    String slug = tenant.slug().value();
    return pages.dialog(
        call,
        TenantPages.ALL,
        CommandLines.of("tenant show", "GET /api/v1/tenants/" + slug)
            .word(slug)
            .drawer(
                "Every verb is a word of its own: innkeeper tenant --help lists them.",
                "",
                TenantHeads.address(tenant)));
  }
}
