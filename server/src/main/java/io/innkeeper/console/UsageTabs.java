package io.innkeeper.console;

import static io.innkeeper.caller.Role.CLIENT;

import io.innkeeper.console.view.Shell;
import io.innkeeper.console.view.UsageEmptyView;
import io.innkeeper.console.view.UsageScreen;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.link.UsageLink;
import io.innkeeper.organisation.Organisation;
import java.time.Instant;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An organisation's usage in five tabs, and how each number was made: for people with an account
 * below {@code /usage/{organisation}}, for those with a link below {@code /shared/{token}}.
 */
final class UsageTabs {
  private static final Logger log = LoggerFactory.getLogger(UsageTabs.class);
  private static final String SIGNED_IN = UsagePage.PATH + "/{organisation}";
  private static final String SHARED = "/shared/{token}";

  private final ConsoleParts parts;
  private final Templates templates;
  private final Shells shells;
  private final UsageHeads heads;
  private final UsageStats stats;
  private final UsageSplits users;
  private final UsageSplits models;
  private final UsageSeats seats;
  private final UsagePrices prices;
  private final UsageMade made;

  UsageTabs(ConsoleParts parts, Templates templates, Shells shells) {
    this.parts = parts;
    this.templates = templates;
    this.shells = shells;
    MoneyParts money = parts.money();
    this.heads = new UsageHeads(parts.hostName());
    this.stats = new UsageStats(money, heads);
    this.users = new UsageSplits(money, heads, UsageTab.USERS);
    this.models = new UsageSplits(money, heads, UsageTab.MODELS);
    this.seats = new UsageSeats(money, heads);
    this.prices = new UsagePrices(money, heads);
    this.made = new UsageMade(money, heads);
  }

  void hang(Routes routes) {
    for (UsageTab tab : UsageTab.values()) {
      Function<Looking, Reply> screen = looking -> shown(looking, tab, one -> screen(one, tab));
      Function<Looking, Reply> csv = looking -> csv(looking, tab);
      hang(routes, tab.path(), screen);
      hang(routes, tab.path() + "/csv", csv);
    }
    hang(routes, "/how", looking -> shown(looking, UsageTab.STATS, made::view));
    hang(routes, "/how/csv", looking -> file(looking, "how", made.csv(looking)));
  }

  private void hang(Routes routes, String path, Function<Looking, Reply> answer) {
    routes.page("GET", SIGNED_IN + path, CLIENT, call -> answer.apply(signedIn(call)));
    routes.openPage("GET", SHARED + path, call -> sealedOff(answer.apply(byLink(call))));
  }

  private Looking signedIn(Call call) {
    Organisation one = OrganisationsPage.asked(parts.organisations(), call);
    return Looking.signedIn(call, one, parts.clock().instant());
  }

  private Looking byLink(Call call) {
    Instant now = parts.clock().instant();
    UsageLink link = link(call);
    return Looking.byLink(call, parts.organisations().get(link.organisation()), link, now);
  }

  /** A failure here must not travel on: whoever logs it would log the path with its token. */
  private UsageLink link(Call call) {
    try {
      return parts.money().links().enter(call.path("token"), call.address());
    } catch (Fault fault) {
      if (fault.kind() != Fault.Kind.BROKEN) throw fault;
      throw unseen(call, fault);
    } catch (RuntimeException failure) {
      throw unseen(call, failure);
    }
  }

  private static Fault unseen(Call call, RuntimeException failure) {
    log.error("A link could not be looked up, request {}", call.requestId(), failure);
    return Fault.of(
            Fault.Kind.UNAVAILABLE, "link-not-looked-up", "The link could not be looked up.")
        .advising("Try again in a moment. This is not “no usage”.");
  }

  /** The address opens the pages, so no other site and no search engine is to learn it. */
  private static Reply sealedOff(Reply reply) {
    return reply
        .with("Referrer-Policy", "no-referrer")
        .with("X-Robots-Tag", "noindex, nofollow, noarchive");
  }

  private UsageScreen screen(Looking looking, UsageTab tab) {
    return switch (tab) {
      case STATS -> stats.view(looking);
      case USERS -> users.view(looking);
      case MODELS -> models.view(looking);
      case SUBSCRIPTION -> seats.view(looking);
      case PRICING -> prices.view(looking);
    };
  }

  private Reply csv(Looking looking, UsageTab tab) {
    return file(
        looking,
        tab.name().toLowerCase(java.util.Locale.ROOT),
        switch (tab) {
          case STATS -> {
            UsageStats.Spent spent = stats.spent(looking, looking.period());
            yield UsageDayCsv.of(looking, spent.cells(), spent.money());
          }
          case USERS -> users.csv(looking);
          case MODELS -> models.csv(looking);
          case SUBSCRIPTION -> seats.csv(looking);
          case PRICING -> prices.csv(looking);
        });
  }

  private static Reply file(Looking looking, String what, String text) {
    String name =
        "usage-%s-%s-%s-%s.csv"
            .formatted(
                looking.organisation().slug(),
                what,
                looking.period().from(),
                looking.period().shown());
    return Reply.text("text/csv;charset=utf-8", text)
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  /** What fails below is shown in its place: an empty page would read as “no usage”. */
  private Reply shown(Looking looking, UsageTab tab, Function<Looking, UsageScreen> screen) {
    try {
      return page(200, looking, screen.apply(looking));
    } catch (Fault fault) {
      if (fault.kind() != Fault.Kind.BROKEN && fault.kind() != Fault.Kind.UNAVAILABLE) throw fault;
      return broken(looking, tab, fault);
    } catch (RuntimeException failure) {
      return broken(looking, tab, failure);
    }
  }

  private Reply broken(Looking looking, UsageTab tab, RuntimeException failure) {
    // Not the path: a link's token is in it.
    log.error(
        "The tab {} of {} could not be loaded, request {}",
        tab,
        looking.organisation().slug(),
        looking.call().requestId(),
        failure);
    UsageEmptyView view =
        new UsageEmptyView(heads.head(looking, tab), UsageNothing.broken(looking, looking.to(tab)));
    return page(503, looking, view);
  }

  private Reply page(int status, Looking looking, UsageScreen screen) {
    Call call = looking.call();
    Shell shell = shell(looking);
    String target = call.header("HX-Target").orElse("");
    if (call.fragment() && target.equals("list") && screen.template().equals("usage/grid"))
      return Reply.html(status, templates.fragment(shell, screen, "list"));
    if (call.fragment() && screen.template().equals("usage/how"))
      return Reply.html(status, templates.fragment(shell, screen, "dialog"));
    return Reply.html(status, templates.page(shell, screen));
  }

  private Shell shell(Looking looking) {
    if (looking.link().isPresent()) return Shell.signedOut(parts.hostName(), "");
    Shell shell = shells.of(looking.call(), UsagePage.PATH);
    return looking.client() ? shell.slim() : shell;
  }
}
