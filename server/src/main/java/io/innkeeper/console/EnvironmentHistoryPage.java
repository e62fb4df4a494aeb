package io.innkeeper.console;

import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.EnvironmentHistoryView;
import io.innkeeper.console.view.Listing;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.reading.Changes;
import io.innkeeper.infrastructure.reading.PastChange;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which passwords of an environment came to be known when; none of them is shown. */
final class EnvironmentHistoryPage {
  private static final int PER_PAGE = 40;

  private final Changes changes;
  private final Pages pages;
  private final EnvironmentHeads heads;
  private final Moments moments;

  EnvironmentHistoryPage(ConsoleParts parts, Pages pages, EnvironmentHeads heads, Moments moments) {
    this.changes = parts.vault().reading().changes();
    this.pages = pages;
    this.heads = heads;
    this.moments = moments;
  }

  void hang(Routes routes) {
    routes.page("GET", CredentialPage.ONE + "/history", VIEWER, this::list);
  }

  private Reply list(Call call) {
    Environment one = heads.asked(call);
    Address address =
        Address.of(call, EnvironmentHeads.address(one) + "/history", List.of("q", "changes"));
    Changes.Wanted wanted = wanted(one, call);
    Optional<UUID> before = call.query("before").flatMap(EnvironmentHistoryPage::id);
    List<PastChange> found = changes.list(wanted, before, PER_PAGE + 1);
    List<PastChange> shown = found.stream().limit(PER_PAGE).toList();
    long count = changes.count(wanted);
    Listing.Paging paging =
        new Listing.Paging(
            (before.isPresent() ? "" : "Newest ") + shown.size() + " of " + count,
            before.isPresent() ? address.toString() : "",
            found.size() > shown.size()
                ? address.with("before", shown.getLast().id().toString()).toString()
                : "");
    return pages.page(
        call,
        CredentialPage.PATH,
        new EnvironmentHistoryView(
            heads.head(call, one, heads.tally(one), "history"),
            listing(address, wanted, paging, count),
            shown.stream().map(change -> row(one, change)).toList(),
            shown.isEmpty() ? Optional.of(nothing(address)) : Optional.empty()));
  }

  private static Changes.Wanted wanted(Environment one, Call call) {
    return new Changes.Wanted(
        one.id(), call.query("q"), call.query("changes").filter("true"::equals).isPresent());
  }

  private Listing listing(
      Address address, Changes.Wanted wanted, Listing.Paging paging, long count) {
    long all =
        wanted.changesOnly()
            ? changes.count(new Changes.Wanted(wanted.environment(), wanted.text(), false))
            : count;
    long changed =
        wanted.changesOnly()
            ? count
            : changes.count(new Changes.Wanted(wanted.environment(), wanted.text(), true));
    return new Listing(
        address.path(),
        address.get("q"),
        "Host or account",
        address.hiddenBut("q"),
        List.of(),
        List.of(
            chip("All", all, address.with("changes", ""), !wanted.changesOnly()),
            chip("Changes", changed, address.with("changes", "true"), wanted.changesOnly())),
        List.of(
            new Listing.Column("Host", "", "", ""),
            new Listing.Column("Account", "", "", ""),
            new Listing.Column("Password", "", "", "num"),
            new Listing.Column("Seen", "", "", ""),
            new Listing.Column("Came by", "", "", "r2")),
        paging,
        count == 1 ? "1 password" : count + " passwords");
  }

  private static Listing.Chip chip(String word, long count, Address to, boolean chosen) {
    return new Listing.Chip(Optional.empty(), word, Long.toString(count), to.toString(), chosen);
  }

  private EnvironmentHistoryView.Row row(Environment one, PastChange change) {
    PastChange.Whose whose = change.credential();
    return new EnvironmentHistoryView.Row(
        whose.host(),
        CredentialRows.resource(whose.resourceType()) + ", " + whose.source().product(),
        whose.username(),
        whose.credentialType(),
        "no. " + change.number(),
        change.latest(),
        moments.moment(change.times().first()),
        moments.time(change.times().last()),
        came(change),
        EnvironmentHeads.address(one) + "/" + whose.id() + "/history");
  }

  private static String came(PastChange change) {
    return switch (change.origin()) {
      case SYNC -> "sync by " + change.from();
      case IMPORT -> "file by " + change.from();
      case ROTATION -> "rotation by " + change.from();
      case PERSON -> change.from();
    };
  }

  private static Empty nothing(Address address) {
    if (address.query().isEmpty())
      return Empty.none(
          "No password yet", "Each one that comes to be known stands here, the latest first.");
    return Empty.none(
        "No password matches",
        "The search looks at hosts and accounts.",
        Action.go("Clear the filters", address.path()));
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
