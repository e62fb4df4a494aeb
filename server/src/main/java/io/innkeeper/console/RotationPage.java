package io.innkeeper.console;

import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.RotationListView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialFacets;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Lifetime;
import io.innkeeper.infrastructure.reading.ListWish;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import io.innkeeper.infrastructure.rotation.Changes;
import io.innkeeper.infrastructure.rotation.Limits;
import io.innkeeper.infrastructure.rotation.Verb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How an environment's passwords change: by themselves, how often, when last and next. */
final class RotationPage {
  private static final List<String> CHOSEN =
      List.of("q", "resource-type", "account-type", "credential-type", "domain", "sort");

  private final ReadingRoom room;
  private final Changes changes;
  private final Pages pages;
  private final EnvironmentHeads heads;
  private final Moments moments;
  private final CredentialRows rows;

  RotationPage(ConsoleParts parts, Pages pages, EnvironmentHeads heads, Moments moments) {
    this.room = parts.vault().reading();
    this.changes = parts.vault().changes();
    this.pages = pages;
    this.heads = heads;
    this.moments = moments;
    this.rows = new CredentialRows(parts.clock(), moments);
  }

  void hang(Routes routes) {
    routes.page("GET", CredentialPage.ONE + "/rotation", VIEWER, this::list);
  }

  static String address(Environment one) {
    return EnvironmentHeads.address(one) + "/rotation";
  }

  private Reply list(Call call) {
    Environment one = heads.asked(call);
    Address address = Address.of(call, address(one), CHOSEN);
    ListWish wish = wish(call, one);
    CredentialFacets facets = room.credentials().facets(wish.filter(), List.of(), List.of());
    long found = facets.found();
    Paged<Credential> part =
        Paged.of(
            Math.toIntExact(found),
            call,
            address,
            (from, to) ->
                room.credentials().list(wish.filter(), wish.order(), wish.down(), from, to - from));
    boolean may = ChangePage.may(changes, call, one);
    Map<UUID, Instant> last = changes.changedAt(one.id());
    return pages.page(
        call,
        CredentialPage.PATH,
        new RotationListView(
            heads.head(call, one, heads.tally(one), "rotation"),
            listing(address, facets, part.paging()),
            may,
            ChangePage.address(one),
            part.items().stream().map(each -> row(one, each, last, may)).toList(),
            found == 0 ? Optional.of(nothing()) : Optional.empty()));
  }

  /** Only what an SDDC Manager still tells can change there. */
  private static ListWish wish(Call call, Environment one) {
    return ListWish.of(
        one.id(),
        name ->
            switch (name) {
              case "source" -> Optional.of("manager");
              case "missing" -> Optional.of("false");
              default -> CHOSEN.contains(name) ? call.query(name) : Optional.empty();
            });
  }

  private static Listing listing(Address address, CredentialFacets facets, Listing.Paging paging) {
    Address shown = address.get("sort").isEmpty() ? address.with("sort", "host") : address;
    return new Listing(
        address.path(),
        address.get("q"),
        "Host or account",
        address.hiddenBut("q"),
        List.of(
            CredentialChoice.menu(address, "Resource", "resource-type", facets.resourceTypes()),
            CredentialChoice.menu(address, "Account", "account-type", facets.accountTypes()),
            CredentialChoice.menu(address, "Kind", "credential-type", facets.credentialTypes()),
            CredentialChoice.menu(address, "Domain", "domain", facets.domains())),
        List.of(),
        List.of(
            shown.column("Account", "host", ""),
            shown.column("Type", "resource-type", "r2"),
            new Listing.Column("By itself", "", "", ""),
            new Listing.Column("Last", "", "", "r3"),
            shown.column("Next", "rotates", ""),
            shown.column("Expires", "expires", "r2"),
            new Listing.Column("", "", "", "does")),
        paging,
        facets.found() == 1 ? "1 credential" : facets.found() + " credentials");
  }

  private RotationListView.Row row(
      Environment of, Credential one, Map<UUID, Instant> last, boolean may) {
    Account account = one.account();
    Lifetime lifetime = one.lifetime();
    return new RotationListView.Row(
        one.id().toString(),
        CredentialRows.whose(account),
        account.resourceName(),
        CredentialRows.resource(account.resourceType()) + ", " + CredentialRows.domains(account),
        account.username(),
        account.credentialType() + ", " + account.accountType(),
        lifetime.rotationDays().map(RotationPage::often).orElse(""),
        Optional.ofNullable(last.get(one.id())).map(moments::date).orElse(Moment.NONE),
        lifetime.nextRotationAt().map(moments::date).orElse(Moment.NONE),
        rows.expiry(one),
        warning(lifetime),
        may ? verbs(of, one) : List.of());
  }

  private static String often(int days) {
    return days == 1 ? "every day" : "every " + days + " days";
  }

  private static String warning(Lifetime lifetime) {
    boolean late = lifetime.nextRotationAt().isPresent() && lifetime.endsBeforeRotation();
    return late ? "expires before" : "";
  }

  /** What can be asked for an account; what it is refused is not offered. */
  static List<Action> verbs(Environment of, Credential one) {
    List<Action> all = new ArrayList<>();
    for (Verb verb : List.of(Verb.ROTATE, Verb.UPDATE, Verb.REMEDIATE, Verb.AUTO_ROTATE)) {
      if (Limits.refusal(verb, one).isPresent()) continue;
      String href = ChangePage.address(of) + "?verb=" + verb.word() + "&credential=" + one.id();
      all.add(Action.go(verb.label() + "…", href).with(icon(verb)));
    }
    return all;
  }

  static String icon(Verb verb) {
    return switch (verb) {
      case ROTATE -> "rotate-cw";
      case UPDATE -> "key-round";
      case REMEDIATE -> "pencil";
      case AUTO_ROTATE -> "refresh-cw";
    };
  }

  private static Empty nothing() {
    return Empty.none(
        "Nothing to rotate here", "Only what an SDDC Manager tells can be changed by it.");
  }
}
