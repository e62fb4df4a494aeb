package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.CredentialListView;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Toast;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialFacets;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import io.innkeeper.infrastructure.reading.Right;
import io.innkeeper.infrastructure.reading.Tally;
import java.util.Optional;
import java.util.Set;

/**
 * One environment's accounts: filtered, sorted and parted by the server, no password among them.
 */
final class CredentialPage {
  static final String PATH = "/credentials";
  static final String ONE = PATH + "/{environment}";

  private final VaultParts vault;
  private final ReadingRoom room;
  private final Pages pages;
  private final EnvironmentHeads heads;
  private final CredentialRows rows;
  private final Moments moments;

  CredentialPage(ConsoleParts parts, Pages pages, EnvironmentHeads heads, Moments moments) {
    this.vault = parts.vault();
    this.room = vault.reading();
    this.pages = pages;
    this.heads = heads;
    this.moments = moments;
    this.rows = new CredentialRows(parts.clock(), moments);
  }

  void hang(Routes routes) {
    routes.page("GET", ONE, VIEWER, this::list);
    routes.page("POST", ONE + "/sync", OPERATOR, this::sync);
  }

  private Reply list(Call call) {
    Environment one = heads.asked(call);
    Tally tally = heads.tally(one);
    CredentialChoice choice = CredentialChoice.of(call, one);
    CredentialMenus menus = new CredentialMenus(choice.address(), moments);
    CredentialFacets facets =
        room.credentials().facets(choice.wish().filter(), menus.ends(), menus.sights());
    long found = facets.found();
    Paged<Credential> part =
        Paged.of(
            Math.toIntExact(found),
            call,
            choice.address(),
            (from, to) ->
                room.credentials()
                    .list(
                        choice.wish().filter(),
                        choice.wish().order(),
                        choice.wish().down(),
                        from,
                        to - from));
    Set<Right> may = room.rights().of(call.principal(), one.id());
    CredentialRows.Rights rights = CredentialRows.Rights.of(may);
    return pages.page(
        call,
        PATH,
        new CredentialListView(
            heads.head(call, one, tally, ""),
            menus.beside(choice.listing(facets, part.paging()), facets),
            part.items().stream().map(each -> rows.row(each, rights)).toList(),
            may.contains(Right.EXPORT) && found > 0 ? choice.export() : "",
            found == 0 ? Optional.of(nothing(one, tally)) : Optional.empty()));
  }

  private static Empty nothing(Environment one, Tally tally) {
    if (tally.told() + tally.missing() == 0)
      return Empty.none(
          "No credential yet",
          "They come with the first sync, and stay from then on whatever happens to their source.");
    return Empty.none(
        "No credential matches",
        "The search looks at hosts, addresses, accounts, types and domains.",
        Action.go("Clear the filters", EnvironmentHeads.address(one)));
  }

  private Reply sync(Call call) {
    Environment one = heads.asked(call);
    vault.syncing().order(one.id(), call.actor());
    return pages.done(
        call, EnvironmentHeads.address(one) + "/syncs", Toast.of(one.name() + " is being read."));
  }
}
