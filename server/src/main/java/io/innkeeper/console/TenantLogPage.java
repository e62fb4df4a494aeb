package io.innkeeper.console;

import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.LogLine;
import io.innkeeper.console.view.Shell;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.TenantLogView;
import io.innkeeper.engine.ContainerEngine;
import io.innkeeper.engine.EngineException;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tenant's log: how far back, which words, and new lines as they come. */
final class TenantLogPage {
  private static final String LOG = TenantPages.ONE + "/log";
  private static final List<String> NAMES = List.of("q", "since");
  private static final String USUAL = "15m";
  private static final Map<String, Duration> SINCE =
      Map.of(USUAL, Duration.ofMinutes(15), "1h", Duration.ofHours(1), "24h", Duration.ofHours(24));
  private static final int MOST = 1_000;

  private final ConsoleParts parts;
  private final Pages pages;
  private final TenantHeads heads;
  private final TenantLines lines;
  private final LiveStream live;

  TenantLogPage(
      ConsoleParts parts, Pages pages, TenantHeads heads, Moments moments, LiveStream live) {
    this.parts = parts;
    this.pages = pages;
    this.heads = heads;
    this.lines = new TenantLines(moments);
    this.live = live;
  }

  void hang(Routes routes) {
    routes.page("GET", LOG, VIEWER, this::show);
    routes.page("GET", LOG + "/stream", VIEWER, this::stream);
  }

  private Reply show(Call call) {
    Tenant tenant = heads.asked(call);
    Address address = address(call, tenant);
    Instant from =
        parts.clock().instant().minus(SINCE.getOrDefault(address.get("since"), SINCE.get(USUAL)));
    Optional<List<ContainerEngine.LogLine>> read =
        Shortly.ask(() -> read(tenant, from, address.get("q")));
    List<ContainerEngine.LogLine> all = read.orElse(List.of());
    List<LogLine> shown =
        all.subList(Math.max(0, all.size() - MOST), all.size()).stream().map(lines::line).toList();
    return pages.page(
        call,
        TenantPages.ALL,
        new TenantLogView(
            heads.head(call, tenant, TenantHeads.Part.LOG),
            address.get("q"),
            tabs(address),
            shown,
            shown.isEmpty() ? Optional.of(empty(call, address, read.isEmpty())) : Optional.empty(),
            stream(address)));
  }

  /** The lines since the stream began, each once. */
  private Reply stream(Call call) {
    Tenant tenant = heads.asked(call);
    String text = call.query("q").orElse("");
    Shell shell = pages.shell(call, TenantPages.ALL);
    Instant[] after = {parts.clock().instant()};
    return live.of(
        out -> {
          for (ContainerEngine.LogLine line :
              Shortly.ask(() -> read(tenant, after[0], text)).orElse(List.of())) {
            if (!line.at().isAfter(after[0])) continue;
            after[0] = line.at();
            out.append("line", drawn(call, shell, tenant, lines.line(line)));
          }
          return true;
        });
  }

  private String drawn(Call call, Shell shell, Tenant tenant, LogLine line) {
    return pages.partText(
        shell,
        new TenantLogView(
            heads.head(call, tenant, TenantHeads.Part.LOG),
            "",
            List.of(),
            List.of(line),
            Optional.empty(),
            ""),
        "lines");
  }

  private List<ContainerEngine.LogLine> read(Tenant tenant, Instant from, String text) {
    try {
      return parts.tenants().logs().since(tenant, from, text);
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NO_SUCH_CONTAINER) return List.of();
      throw e;
    }
  }

  private static Address address(Call call, Tenant tenant) {
    return Address.of(call, TenantHeads.address(tenant) + "/log", NAMES);
  }

  private static String stream(Address address) {
    return new Address(address.path() + "/stream", address.query()).toString();
  }

  private static List<Tab> tabs(Address address) {
    String chosen = SINCE.containsKey(address.get("since")) ? address.get("since") : USUAL;
    return List.of(
        tab("15 min", USUAL, chosen, address),
        tab("1 h", "1h", chosen, address),
        tab("24 h", "24h", chosen, address));
  }

  private static Tab tab(String label, String since, String chosen, Address address) {
    String href = address.with("since", since.equals(USUAL) ? "" : since).toString();
    return new Tab(label, "", href, since.equals(chosen));
  }

  private static Empty empty(Call call, Address address, boolean unanswered) {
    Action again = Action.go("Try again", address.toString()).with("refresh-cw");
    if (unanswered)
      return Empty.broken(
          "The log could not be read",
          "The container engine does not answer. This is not an empty log.",
          call.requestId(),
          again);
    if (address.get("q").isEmpty())
      return Empty.none(
          "Nothing was written in this time", "Look further back, or try again.", again);
    return Empty.none(
        "No line holds “" + address.get("q") + "”",
        "Upper and lower case count. Look further back, or with other words.",
        Action.go("Show all lines", address.with("q", "").toString()));
  }
}
