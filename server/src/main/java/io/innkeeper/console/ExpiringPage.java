package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.ExpiringView;
import io.innkeeper.console.view.MonthView;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.expiry.Band;
import io.innkeeper.infrastructure.expiry.ExpiryCalendar;
import io.innkeeper.infrastructure.expiry.ExpiryCheck;
import io.innkeeper.infrastructure.expiry.ExpiryRoom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What ends when, of all environments and of one: a list and a month. */
final class ExpiringPage {
  static final String PATH = CredentialPage.PATH + "/expiring";
  private static final String ONE = CredentialPage.ONE + "/expiring";

  private final ExpiryRoom room;
  private final Pages pages;
  private final EnvironmentHeads heads;
  private final ExpiringRows rows;
  private final Moments moments;

  ExpiringPage(ConsoleParts parts, Pages pages, EnvironmentHeads heads, Moments moments) {
    this.room = parts.vault().infrastructure().expiry();
    this.pages = pages;
    this.heads = heads;
    this.moments = moments;
    this.rows = new ExpiringRows(room.expiring(), new CredentialRows(parts.clock(), moments));
  }

  void hang(Routes routes) {
    // “expiring” comes before what may be any environment.
    routes.page("GET", PATH, VIEWER, call -> show(call, Optional.empty()));
    routes.page("GET", PATH + "/calendar", VIEWER, this::calendar);
    routes.page("GET", ONE, VIEWER, call -> show(call, Optional.of(heads.asked(call))));
    routes.page("POST", ONE, OPERATOR, this::look);
  }

  static String address(Environment one) {
    return EnvironmentHeads.address(one) + "/expiring";
  }

  private Reply show(Call call, Optional<Environment> one) {
    String path = one.map(ExpiringPage::address).orElse(PATH);
    ExpiringChoice choice = ExpiringChoice.of(call, path, one, moments);
    // A band's link takes a chosen day away, so its count does too.
    Map<Band, Long> counts = room.expiring().counts(choice.wish().anyTime());
    List<Environment> all = one.isPresent() ? List.of() : room.environments().list(false);
    long found = found(choice, counts);
    Paged<Credential> part =
        Paged.of(
            Math.toIntExact(found),
            call,
            choice.address(),
            (from, to) -> room.expiring().list(choice.wish(), from, to - from));
    return pages.page(
        call,
        CredentialPage.PATH,
        new ExpiringView(
            one.map(here -> heads.head(call, here, heads.tally(here), "expiring")),
            one.isPresent() ? List.of() : EnvironmentsPage.tabs(PATH),
            lead(counts),
            actions(call, one, choice),
            one.map(this::looked).orElse(Sentence.NONE),
            choice.listing(all, counts, part.paging(), found),
            month(choice),
            part.items().stream().map(each -> rows.row(each, all)).toList(),
            found == 0 ? Optional.of(nothing(choice)) : Optional.empty()));
  }

  /** Counted already where only a band is chosen. */
  private long found(ExpiringChoice choice, Map<Band, Long> counts) {
    if (choice.day().isPresent()) return room.expiring().count(choice.wish());
    return choice
        .wish()
        .band()
        .map(band -> counts.getOrDefault(band, 0L))
        .orElseGet(() -> counts.values().stream().mapToLong(Long::longValue).sum());
  }

  /** What is most pressing, as a sentence. */
  static String lead(Map<Band, Long> counts) {
    long expired = counts.getOrDefault(Band.EXPIRED, 0L);
    long week = counts.getOrDefault(Band.WEEK, 0L);
    if (expired + week == 0) return "No password expires within 7 days.";
    if (week == 0) return said(expired, "has expired.", "have expired.");
    String soon = said(week, "expires within 7 days", "expire within 7 days");
    return expired == 0 ? soon + "." : soon + ", " + Numbers.count(expired) + " expired already.";
  }

  static String said(long count, String one, String many) {
    return count == 1 ? "One password " + one : Numbers.count(count) + " passwords " + many;
  }

  private List<Action> actions(Call call, Optional<Environment> one, ExpiringChoice choice) {
    Address file = new Address(PATH + "/calendar", choice.address().query());
    String environment = one.map(here -> here.id().toString()).orElse(file.get("environment"));
    Action calendar =
        Action.go(
                "Calendar file",
                file.with("environment", environment).with("month", "").with("day", "").toString())
            .with("download");
    boolean may = one.isPresent() && call.principal().role().atLeast(OPERATOR);
    return may
        ? List.of(calendar, Action.post("Look now", address(one.get())).with("refresh-cw"))
        : List.of(calendar);
  }

  private Sentence looked(Environment one) {
    ExpiryCheck check = room.checks().last(one.id());
    if (check.at().isEmpty())
      return Sentence.of("SDDC Manager was not asked yet; what a sync told is shown.");
    Sentence said =
        Sentence.of("Looked up " + moments.moment(check.at().get()).words() + ": ")
            .plain(check.problem().map(problem -> problem.said()).orElse(check.words()));
    return check
        .nextAt()
        .map(next -> said.plain(" Next " + moments.moment(next).words() + "."))
        .orElse(said);
  }

  /** The month's days of all bands; those of other months that stand in its weeks too. */
  private MonthView month(ExpiringChoice choice) {
    LocalDate today = moments.date();
    String asked = choice.address().get("month");
    if (asked.isEmpty()) asked = choice.day().map(day -> day.toString().substring(0, 7)).orElse("");
    ExpiringMonth month =
        new ExpiringMonth(ExpiringMonth.asked(asked, today), today, choice.address());
    Map<LocalDate, Long> days = new HashMap<>();
    Instant from = moments.startOf(month.first());
    Instant until = moments.startOf(month.end());
    room.expiring()
        .ends(choice.wish().anyBand().between(from, until))
        .forEach((end, many) -> days.merge(moments.dateOf(end), many, Long::sum));
    return month.view(days);
  }

  private static Empty nothing(ExpiringChoice choice) {
    boolean chosen =
        choice.wish().band().isPresent()
            || choice.wish().text().isPresent()
            || choice.day().isPresent();
    if (!chosen)
      return Empty.none(
          "No password is known yet",
          "What SDDC Managers tell stands here with its end, once they have been read.");
    return Empty.none(
        "No password matches",
        "The search looks at hosts and accounts.",
        Action.go("Clear the filters", choice.address().path()));
  }

  private Reply calendar(Call call) {
    ExpiringChoice choice = ExpiringChoice.of(call, PATH, Optional.empty(), moments);
    Map<UUID, String> names = new HashMap<>();
    for (Environment one : room.environments().list(false)) names.put(one.id(), one.name());
    List<Credential> all = room.expiring().list(choice.wish(), 0, ExpiryCalendar.MOST);
    return Reply.text(ExpiryCalendar.TYPE, ExpiryCalendar.of(all, names, room.expiring().now()))
        .with("Content-Disposition", "attachment; filename=\"expiring-passwords.ics\"");
  }

  private Reply look(Call call) {
    Environment one = heads.asked(call);
    room.checks().order(one.id(), call.actor());
    return pages.done(call, address(one), Toast.of("SDDC Manager is looking when passwords end."));
  }
}
