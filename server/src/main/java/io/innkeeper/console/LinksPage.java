package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.console.OrganisationsPage.asked;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.LinkListView;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Secret;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.Toast;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.link.IssuedLink;
import io.innkeeper.link.LinkResource;
import io.innkeeper.link.LinkSpec;
import io.innkeeper.link.UsageLink;
import io.innkeeper.link.UsageLinks;
import io.innkeeper.organisation.Organisation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An organisation's read-only links: made, shown once, taken back. */
final class LinksPage {
  private static final String ALL = "/organisations/{organisation}/links";
  private static final String ONE = ALL + "/{link}";
  private static final Duration SOON = Duration.ofDays(7);

  private final ConsoleParts parts;
  private final UsageLinks links;
  private final Pages pages;
  private final Tray tray;
  private final Moments moments;

  LinksPage(ConsoleParts parts, Pages pages, Tray tray, Moments moments) {
    this.parts = parts;
    this.links = parts.money().links();
    this.pages = pages;
    this.tray = tray;
    this.moments = moments;
  }

  void hang(Routes routes) {
    routes.page("GET", ALL, OPERATOR, this::list);
    routes.page("GET", ALL + "/new", OPERATOR, this::ask);
    routes.page("POST", ALL, OPERATOR, this::make);
    routes.page("POST", ALL + "/seen", OPERATOR, this::seen);
    routes.page("GET", ONE + "/revoke", OPERATOR, this::askToRevoke);
    routes.page("POST", ONE + "/revoke", OPERATOR, this::revoke);
  }

  static String address(Organisation one) {
    return OrganisationScreens.address(one) + "/links";
  }

  private Reply list(Call call) {
    Organisation one = asked(parts.organisations(), call);
    Instant now = parts.clock().instant();
    List<UsageLink> all = links.of(one.id());
    Action make = Action.ask("Make a link…", address(one) + "/new").with("plus").primary();
    Optional<Empty> empty =
        all.isEmpty()
            ? Optional.of(
                Empty.none(
                    "No link yet",
                    "A link lets this organisation’s own people look at its usage without an"
                        + " account, until it expires or you take it back.",
                    make))
            : Optional.empty();
    return pages.page(
        call,
        UsagePage.PATH,
        new LinkListView(
            List.of(
                new Tab("Usage", "", UsagePage.PATH, false),
                new Tab(one.name(), "", Looking.base(one), false)),
            "Read-only links",
            all.isEmpty() || one.state() == Organisation.State.CLOSED ? List.of() : List.of(make),
            tray.shown(call, address(one)),
            all.stream().map(link -> row(one, link, now)).toList(),
            empty));
  }

  private LinkListView.Row row(Organisation one, UsageLink link, Instant now) {
    boolean opens = link.opens(now);
    boolean soon = opens && link.expiresAt().isBefore(now.plus(SOON));
    WindowState state =
        link.revokedAt().isPresent()
            ? WindowState.STOPPED
            : !opens ? WindowState.EXPIRED : soon ? WindowState.EXPIRING : WindowState.VALID;
    return new LinkListView.Row(
        link.name(),
        link.hint(),
        state,
        link.revokedAt().isPresent() ? "Taken back" : state.word(),
        moments.date(link.expiresAt()),
        link.lastUsed().map(moments::ago).orElse(Moment.NONE),
        link.createdBy(),
        opens
            ? List.of(
                Action.ask("Take back…", address(one) + "/" + link.id() + "/revoke")
                    .with("trash-2")
                    .danger())
            : List.of());
  }

  private Reply ask(Call call) {
    Organisation one = open(call);
    Typed usual = Typed.now(Map.of("name", "", "days", Integer.toString(LinkSpec.USUAL_DAYS)));
    return pages.dialog(call, UsagePage.PATH, making(one, usual));
  }

  private Reply make(Call call) {
    Organisation one = open(call);
    Typed typed = Typed.of(call, List.of("name", "days"));
    try {
      LinkSpec spec = LinkSpec.of(typed.value("name"), days(typed));
      IssuedLink issued = links.create(one.id(), spec, call.actor());
      tray.show(
          call,
          address(one),
          new Secret(
              "Link for " + issued.link().name(),
              "Whoever has it sees the usage of "
                  + one.name()
                  + " until "
                  + moments.fullDate(issued.link().expiresAt())
                  + ". It is shown now and never again; we keep only its hash.",
              LinkResource.address(call, issued),
              address(one) + "/seen"));
      return pages.done(call, address(one));
    } catch (Fault e) {
      return pages.dialogAgain(call, UsagePage.PATH, making(one, typed.refusedBy(e, "days")));
    }
  }

  private static int days(Typed typed) {
    Optional<BigDecimal> days = typed.number("days");
    if (days.isEmpty()) return LinkSpec.USUAL_DAYS;
    try {
      return days.get().intValueExact();
    } catch (ArithmeticException e) {
      throw Fault.invalidField("days", "whole-number", "A whole number of days, such as 30.");
    }
  }

  private static Question making(Organisation one, Typed typed) {
    return new Question(
        "Share the usage of " + one.name(),
        Sentence.of("Whoever has the link sees these pages and nothing else, without an account. ")
            .link("All links", address(one)),
        List.of(),
        List.of(),
        List.of(
            typed.fill(Field.text("name", "For whom").hinted("Anna, accounts, for example.")),
            typed.fill(Field.number("days", "Valid for", "days").hinted("At most a year."))),
        "",
        Action.post("Make link", address(one)).with("plus").primary(),
        "Make none",
        address(one),
        Optional.empty(),
        Sentence.of("innkeeper usage link create " + one.slug() + " NAME --days 30"));
  }

  private Reply seen(Call call) {
    Organisation one = asked(parts.organisations(), call);
    tray.putAway(call, address(one));
    return pages.done(call, address(one));
  }

  private Reply askToRevoke(Call call) {
    Organisation one = asked(parts.organisations(), call);
    UsageLink link = links.get(one.id(), call.id("link"));
    return pages.dialog(
        call,
        UsagePage.PATH,
        new Question(
            "Take back the link for " + link.name() + "?",
            Sentence.of("Whoever has it sees nothing any more, at once and for good."),
            List.of("the link " + link.hint()),
            List.of("The usage itself, and every other link"),
            List.of(),
            "",
            Action.post("Take it back", address(one) + "/" + link.id() + "/revoke")
                .with("trash-2")
                .weighing(Action.Weight.DESTROY),
            "Keep it",
            address(one),
            Optional.empty(),
            Sentence.of("innkeeper usage link revoke " + one.slug() + " " + link.id())));
  }

  private Reply revoke(Call call) {
    Organisation one = asked(parts.organisations(), call);
    UsageLink link = links.revoke(one.id(), call.id("link"), call.actor());
    return pages.done(
        call, address(one), Toast.of("The link for " + link.name() + " opens nothing now."));
  }

  private Organisation open(Call call) {
    Organisation one = asked(parts.organisations(), call);
    if (one.state() != Organisation.State.CLOSED) return one;
    throw Fault.conflict("organisation-closed", one.name() + " is closed.");
  }
}
