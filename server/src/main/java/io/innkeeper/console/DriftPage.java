package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.DriftPageView;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.expiry.Drift;
import io.innkeeper.infrastructure.expiry.Drift.Finding;
import io.innkeeper.infrastructure.expiry.Drifts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How our copy of an environment differs from what its sources say. */
final class DriftPage {
  private static final String ONE = CredentialPage.ONE + "/drift";

  private final Drifts drifts;
  private final Pages pages;
  private final EnvironmentHeads heads;
  private final Moments moments;

  DriftPage(ConsoleParts parts, Pages pages, EnvironmentHeads heads, Moments moments) {
    this.drifts = parts.vault().infrastructure().expiry().drifts();
    this.pages = pages;
    this.heads = heads;
    this.moments = moments;
  }

  void hang(Routes routes) {
    routes.page("GET", ONE, VIEWER, this::show);
    routes.page("POST", ONE, OPERATOR, this::compare);
  }

  static String address(Environment one) {
    return EnvironmentHeads.address(one) + "/drift";
  }

  private Reply compare(Call call) {
    Environment one = heads.asked(call);
    drifts.order(one.id(), call.actor());
    return pages.done(
        call, address(one), Toast.of(one.name() + " is being compared; nothing is changed."));
  }

  private Reply show(Call call) {
    Environment one = heads.asked(call);
    Address address = Address.of(call, address(one), List.of("finding"));
    Optional<Finding> chosen =
        Optional.of(address.get("finding")).filter(word -> !word.isEmpty()).map(Finding::parse);
    List<Finding> wanted = chosen.map(List::of).orElseGet(Drifts::drifted);
    Optional<Drift> drift = drifts.last(one.id());
    int found =
        Math.toIntExact(drift.map(last -> wanted.stream().mapToLong(last::count).sum()).orElse(0L));
    Paged<Drift.Line> part =
        Paged.of(
            found, call, address, (from, to) -> drifts.lines(one.id(), wanted, from, to - from));
    return pages.page(
        call,
        CredentialPage.PATH,
        new DriftPageView(
            heads.head(call, one, heads.tally(one), "drift"),
            call.principal().role().atLeast(OPERATOR) && one.removed().isEmpty()
                ? List.of(Action.post("Compare now", address(one)).with("refresh-cw"))
                : List.of(),
            drift.map(DriftPage::window).orElse(WindowState.WAITING),
            drift.map(DriftPage::word).orElse("Never compared"),
            drift.map(this::words).orElse("Comparing reads the sources and changes nothing."),
            why(drift.flatMap(Drift::problem), drifts.failure(one.id())),
            listing(address, drift, chosen, part.paging(), found),
            part.items().stream().map(DriftPage::row).toList(),
            found == 0 ? Optional.of(nothing(drift)) : Optional.empty()));
  }

  private static WindowState window(Drift drift) {
    if (drift.drifted() > 0) return WindowState.DEGRADED;
    return drift.problem().isPresent() ? WindowState.HALF_DONE : WindowState.VALID;
  }

  private static String word(Drift drift) {
    if (drift.drifted() > 0) return "Differs";
    return drift.problem().isPresent() ? "Half compared" : "The same";
  }

  private String words(Drift drift) {
    return "Compared %s by %s: %s of %s accounts are as our copy says."
        .formatted(
            moments.ago(drift.at()).words(),
            drift.by(),
            Numbers.count(drift.count(Finding.SAME)),
            Numbers.count(drift.counts().values().stream().mapToLong(Long::longValue).sum()));
  }

  private Sentence why(Optional<Problem> problem, Optional<Drift.Failure> failure) {
    List<String> all = new ArrayList<>();
    problem.ifPresent(one -> all.add(words(one)));
    failure.ifPresent(
        one ->
            all.add(
                "A comparison %s failed, so nothing newer is known: %s"
                    .formatted(moments.ago(one.at()).words(), words(one.problem()))));
    return all.isEmpty() ? Sentence.NONE : Sentence.of(String.join(" ", all));
  }

  private static String words(Problem one) {
    return one.said() + one.advice().map(words -> " " + words).orElse("");
  }

  private static Listing listing(
      Address address,
      Optional<Drift> drift,
      Optional<Finding> chosen,
      Listing.Paging paging,
      long found) {
    List<Listing.Chip> chips = new ArrayList<>();
    drift.ifPresent(
        last -> {
          chips.add(chip(address, Optional.empty(), "Not the same", sum(last), chosen.isEmpty()));
          for (Finding one : Finding.values())
            if (last.count(one) > 0)
              chips.add(
                  chip(
                      address,
                      Optional.of(one),
                      said(one),
                      last.count(one),
                      chosen.filter(one::equals).isPresent()));
        });
    return new Listing(
        address.path(),
        "",
        "",
        List.of(),
        List.of(),
        chips,
        List.of(
            column("Finding", "col-state"),
            column("Host", ""),
            column("Account", ""),
            column("What it means", "r2"),
            column("Source", "r3")),
        paging,
        found == 1 ? "1 account" : Numbers.count(found) + " accounts");
  }

  private static long sum(Drift drift) {
    return Drifts.drifted().stream().mapToLong(drift::count).sum();
  }

  private static Listing.Chip chip(
      Address address, Optional<Finding> finding, String word, long count, boolean chosen) {
    return new Listing.Chip(
        finding.map(DriftPage::window),
        word,
        Numbers.count(count),
        address.with("finding", finding.map(Finding::word).orElse("")).toString(),
        chosen);
  }

  private static Listing.Column column(String label, String css) {
    return new Listing.Column(label, "", "", css);
  }

  private static DriftPageView.Row row(Drift.Line line) {
    return new DriftPageView.Row(
        window(line.finding()),
        said(line.finding()),
        line.host(),
        line.username() + " (" + line.credentialType() + ")",
        CredentialRows.capital(line.source().word()),
        meaning(line.finding()));
  }

  private static WindowState window(Finding finding) {
    return switch (finding) {
      case SAME -> WindowState.VALID;
      case DIFFERENT, MISSING_THERE, MISSING_HERE -> WindowState.DEGRADED;
      case UNREADABLE -> WindowState.UNKNOWN;
    };
  }

  private static String said(Finding finding) {
    return switch (finding) {
      case SAME -> "Same";
      case DIFFERENT -> "Different";
      case MISSING_THERE -> "Missing there";
      case MISSING_HERE -> "Missing here";
      case UNREADABLE -> "Not told";
    };
  }

  private static String meaning(Finding finding) {
    return switch (finding) {
      case SAME -> "Our copy is right.";
      case DIFFERENT -> "Its source has another password. A sync takes it and keeps ours.";
      case MISSING_THERE -> "Its source tells it no more. Ours stays with its history.";
      case MISSING_HERE -> "New since the last sync, which takes it.";
      case UNREADABLE -> "Its source gives no password, so nothing can be said.";
    };
  }

  private static Empty nothing(Optional<Drift> drift) {
    if (drift.isEmpty())
      return Empty.none(
          "Never compared",
          "A comparison says whether our copy still opens what it is for. It changes nothing,"
              + " here or there.");
    return Empty.none("Nothing to list", "No account stands so after the last comparison.");
  }
}
