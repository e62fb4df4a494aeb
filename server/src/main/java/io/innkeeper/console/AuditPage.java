package io.innkeeper.console;

import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.audit.Verification;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.AuditListView;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who did what: whether the chain is whole, the lines, and all of them as a file. */
final class AuditPage {
  private static final String PATH = "/audit";
  private static final int PER_PAGE = 40;
  private static final Duration STALE = Duration.ofHours(1);

  private final AuditTrail trail;
  private final Clock clock;
  private final Pages pages;
  private final Moments moments;
  private final AuditRows rows;
  private volatile Optional<Checked> checked = Optional.empty();

  /** What a check of the whole chain found, and when. */
  private record Checked(Verification found, Instant at) {}

  AuditPage(ConsoleParts parts, Pages pages, Moments moments) {
    this.trail = parts.audit();
    this.clock = parts.clock();
    this.pages = pages;
    this.moments = moments;
    this.rows = new AuditRows(moments);
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, VIEWER, this::list);
    routes.page("POST", PATH + "/verify", VIEWER, this::verify);
    routes.page("GET", PATH + "/export", VIEWER, this::export);
  }

  private Reply list(Call call) {
    AuditChoice choice = AuditChoice.of(call, clock, moments);
    Optional<Long> before =
        call.query("before").filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong);
    List<AuditLine> found = trail.lines(choice.filter(), before, PER_PAGE + 1);
    List<AuditLine> shown = found.stream().limit(PER_PAGE).toList();
    Address address = choice.address();
    Listing.Paging paging =
        new Listing.Paging(
            (before.isPresent() ? "Lines " : "Newest ")
                + shown.size()
                + " of "
                + trail.count(choice.filter()),
            before.isPresent() ? address.toString() : "",
            found.size() > shown.size()
                ? address.with("before", Long.toString(shown.getLast().seq())).toString()
                : "");
    Checked last = last();
    return pages.page(
        call,
        PATH,
        new AuditListView(
            last.found() instanceof Verification.Whole ? WindowState.PROVEN : WindowState.FAILED,
            verdict(last.found()),
            lead(last),
            List.of(
                Action.post("Verify now", PATH + "/verify"),
                Action.go("Export", new Address(PATH + "/export", address.query()).toString())
                    .with("download")),
            choice.listing(paging),
            rows.days(shown),
            shown.isEmpty() ? Optional.of(nothing()) : Optional.empty()));
  }

  private Reply verify(Call call) {
    checked = Optional.of(new Checked(trail.verify(), clock.instant()));
    return pages.done(call, PATH);
  }

  private Reply export(Call call) {
    AuditFilter filter = AuditChoice.of(call, clock, moments).filter();
    return Reply.stream("text/csv;charset=utf-8", out -> new AuditCsv(trail, filter).writeTo(out))
        .with("Content-Disposition", "attachment; filename=\"innkeeper-audit.csv\"");
  }

  /** Walking the whole chain takes its time, so a look within the hour is good enough here. */
  private Checked last() {
    Instant now = clock.instant();
    Optional<Checked> fresh = checked.filter(last -> now.isBefore(last.at().plus(STALE)));
    Checked last = fresh.orElseGet(() -> new Checked(trail.verify(), now));
    checked = Optional.of(last);
    return last;
  }

  private static String verdict(Verification found) {
    return switch (found) {
      case Verification.Whole whole -> "The chain is whole";
      case Verification.Broken(long line, String why) ->
          "The chain is broken at line " + count(line);
    };
  }

  private String lead(Checked last) {
    String at = moments.time(last.at()).words();
    return switch (last.found()) {
      case Verification.Whole(long lines, String hash) ->
          "%s lines verified at %s. Times in %s.".formatted(count(lines), at, moments.zone());
      case Verification.Broken(long line, String why) ->
          "%s Lines before it are proven. Verified at %s; times in %s."
              .formatted(why, at, moments.zone());
    };
  }

  private static Empty nothing() {
    return Empty.none(
        "No line matches",
        "The search looks at people, verbs and what was acted on.",
        Action.go("Clear the filters", PATH));
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
