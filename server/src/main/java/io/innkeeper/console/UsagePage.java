package io.innkeeper.console;

import static io.innkeeper.caller.Role.CLIENT;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.UsageListView;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.usage.CallFilter;
import io.innkeeper.usage.Calls;
import io.innkeeper.usage.ListedCall;
import io.innkeeper.usage.UsageRoom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Model calls, newest first, by whatever is chosen; and all of them as a file. */
final class UsagePage {
  static final String PATH = UsageChoice.PATH;
  private static final int PER_PAGE = 40;

  private final ConsoleParts parts;
  private final UsageRoom usage;
  private final Pages pages;
  private final Moments moments;

  UsagePage(ConsoleParts parts, Pages pages, Moments moments) {
    this.parts = parts;
    this.usage = parts.money().usage();
    this.pages = pages;
    this.moments = moments;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, CLIENT, this::list);
    routes.page("GET", PATH + "/export", CLIENT, this::export);
    routes.page("GET", PATH + "/commands", CLIENT, this::commands);
  }

  private Reply list(Call call) {
    UsageChoice choice = choice(call);
    Optional<UUID> before = call.query("before").flatMap(UsagePage::id);
    Calls calls = usage.calls();
    List<ListedCall> found = calls.list(choice.filter(), before, PER_PAGE + 1);
    List<ListedCall> shown = found.stream().limit(PER_PAGE).toList();
    CallRows rows = new CallRows(parts, moments);
    boolean wide = choice.organisation().isEmpty();
    String export = new Address(PATH + "/export", choice.address().query()).toString();
    return pages.page(
        call,
        PATH,
        new UsageListView(
            "Calls of models, newest first, at the upstream’s prices. Times in "
                + moments.zone()
                + ".",
            actions(choice, shown.isEmpty() ? Optional.empty() : Optional.of(export)),
            listing(choice, before.isPresent(), found),
            shown.stream().map(rows::row).toList(),
            wide,
            new Address(PATH + "/commands", choice.address().query()).toString(),
            shown.isEmpty() ? Optional.of(nothing(choice)) : Optional.empty(),
            ""));
  }

  /** From the calls of one organisation to its sums, and all of them as a file. */
  private static List<Action> actions(UsageChoice choice, Optional<String> export) {
    List<Action> actions = new ArrayList<>();
    choice
        .organisation()
        .ifPresent(
            one ->
                actions.add(
                    Action.go("Usage stats", Looking.base(one)).with("chart-no-axes-column")));
    export.ifPresent(to -> actions.add(Action.go("CSV", to).with("download")));
    return actions;
  }

  private UsageChoice choice(Call call) {
    return UsageChoice.of(call, parts);
  }

  private Listing listing(UsageChoice choice, boolean further, List<ListedCall> found) {
    long all = usage.calls().count(choice.filter(Optional.empty()));
    List<UsageChoice.Count> counts = counts(choice, all);
    Address address = choice.address();
    long chosen =
        counts.stream()
            .filter(count -> count.word().equals(address.get("state")))
            .mapToLong(UsageChoice.Count::number)
            .findFirst()
            .orElse(all);
    int shown = Math.min(found.size(), PER_PAGE);
    String next =
        found.size() > PER_PAGE
            ? address.with("before", found.get(PER_PAGE - 1).call().call().toString()).toString()
            : "";
    return new Listing(
        PATH,
        "",
        "",
        List.of(),
        choice.menus(models(choice), people(choice)),
        choice.chips(all, counts),
        columns(choice.organisation().isEmpty()),
        new Listing.Paging(
            shown == 0 ? "" : (further ? "" : "Newest ") + shown + " of " + Numbers.count(chosen),
            further ? address.toString() : "",
            next),
        Numbers.of(chosen, "call", "calls"));
  }

  /** Nearly all are settled, so those are counted by what the others leave. */
  private List<UsageChoice.Count> counts(UsageChoice choice, long all) {
    long reconciled = count(choice, "reconciled");
    long estimated = count(choice, "estimated");
    long unsettled = count(choice, "unsettled");
    return List.of(
        new UsageChoice.Count(
            WindowState.SETTLED, "settled", all - reconciled - estimated - unsettled),
        new UsageChoice.Count(WindowState.RECONCILED, "reconciled", reconciled),
        new UsageChoice.Count(WindowState.ESTIMATED, "estimated", estimated),
        new UsageChoice.Count(WindowState.UNSETTLED, "unsettled", unsettled));
  }

  private long count(UsageChoice choice, String state) {
    return usage.calls().count(choice.filter(Optional.of(state)));
  }

  private List<String> models(UsageChoice choice) {
    List<Organisation> about = about(choice);
    Optional<UUID> one = about.size() == 1 ? Optional.of(about.getFirst().id()) : Optional.empty();
    return about.isEmpty() ? List.of() : usage.spending().models(one, from(choice), to(choice));
  }

  /** Workspaces number their people, so these are told only within one organisation. */
  private List<Listing.Option> people(UsageChoice choice) {
    return choice
        .organisation()
        .map(
            one ->
                usage.spending().people(one.id(), from(choice), to(choice)).stream()
                    .filter(person -> !person.user().isEmpty())
                    .map(
                        person ->
                            choice.option(
                                "user",
                                person.name().isEmpty() ? person.user() : person.name(),
                                person.user()))
                    .toList())
        .orElse(List.of());
  }

  private static List<Organisation> about(UsageChoice choice) {
    return choice.organisation().map(List::of).orElse(choice.organisations());
  }

  private static LocalDate from(UsageChoice choice) {
    return choice.period().from().orElse(LocalDate.of(2000, 1, 1));
  }

  private static LocalDate to(UsageChoice choice) {
    return choice.period().to().orElse(LocalDate.of(9999, 1, 1));
  }

  static List<Listing.Column> columns(boolean wide) {
    return List.of(
        new Listing.Column("When", "", "descending", "when"),
        new Listing.Column("Who", "", "", "r2"),
        new Listing.Column(wide ? "Organisation" : "Tenant", "", "", "r3"),
        new Listing.Column("Model", "", "", ""),
        new Listing.Column("In", "", "", "num r2"),
        new Listing.Column("Out", "", "", "num r2"),
        new Listing.Column("Cost, USD", "", "", "num"),
        new Listing.Column("State", "", "", "col-state r2"));
  }

  private Reply export(Call call) {
    CallFilter filter = choice(call).filter();
    return Reply.stream(
            "text/csv;charset=utf-8", out -> new UsageCsv(usage.calls(), filter).writeTo(out))
        .with("Content-Disposition", "attachment; filename=\"innkeeper-usage.csv\"");
  }

  /** The list as it is chosen now. */
  private Reply commands(Call call) {
    UsageChoice choice = choice(call);
    Address address = choice.address();
    Address api = new Address("/api/v1/calls", Map.of());
    CommandLines lines = CommandLines.of("call list", "");
    for (String part : List.of("organisation", "tenant", "user", "model", "state")) {
      String value = address.get(part);
      if (value.isEmpty()) continue;
      String option = part.equals("organisation") ? "--org" : "--" + part;
      lines = lines.option(option, value);
      api = api.with(part, part.equals("tenant") ? choice.tenant(value).toString() : value);
    }
    for (Map.Entry<String, Optional<LocalDate>> day :
        List.of(Map.entry("from", choice.period().from()), Map.entry("to", choice.period().to()))) {
      if (day.getValue().isEmpty()) continue;
      lines = lines.option("--" + day.getKey(), day.getValue().get().toString());
      api = api.with(day.getKey(), day.getValue().get().toString());
    }
    return pages.dialog(
        call,
        PATH,
        lines
            .calling("GET " + api)
            .drawer("The list as it is chosen now.", "", address.toString()));
  }

  private static Empty nothing(UsageChoice choice) {
    if (choice.chosen())
      return Empty.none(
          "No call matches",
          "Choose other days, or fewer conditions.",
          Action.go("Clear the filters", PATH));
    return Empty.none(
        "No call this month",
        "A question typed into a workspace shows here a moment after its answer.",
        Action.go("All days", new Address(PATH, Map.of("days", "all")).toString()));
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
