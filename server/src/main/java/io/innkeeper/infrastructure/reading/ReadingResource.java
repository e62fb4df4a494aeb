package io.innkeeper.infrastructure.reading;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.CredentialExport;
import io.innkeeper.client.CredentialHistoryView;
import io.innkeeper.client.CredentialReveal;
import io.innkeeper.client.CredentialRightsChange;
import io.innkeeper.client.CredentialRightsView;
import io.innkeeper.client.CredentialView;
import io.innkeeper.client.Page;
import io.innkeeper.client.RevealedCredential;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Credentials;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentViews;
import io.innkeeper.infrastructure.Environments;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** {@code /api/v1/environments/{environment}/credentials} and {@code /api/v1/credentials}. */
final class ReadingResource {
  private static final String OF_ONE = "/api/v1/environments/{environment}/credentials";
  private static final String ALL = "/api/v1/credentials";
  private static final String ONE = ALL + "/{credential}";
  private static final String RIGHTS = "/api/v1/credential-rights";

  private final Environments environments;
  private final Credentials credentials;
  private final Reading reading;
  private final Rights rights;
  private final Exports exports;
  private final Function<String, Rights.Holder> holders;

  /**
   * @param holders finds who is named, or says that there is nobody
   */
  ReadingResource(ReadingRoom room, Function<String, Rights.Holder> holders) {
    this.environments = room.environments();
    this.credentials = room.credentials();
    this.reading = room.reading();
    this.rights = room.rights();
    this.exports = room.exports();
    this.holders = holders;
  }

  void hang(Routes routes) {
    Routes.Hung list =
        routes.api(
            "GET",
            OF_ONE,
            VIEWER,
            "An environment's accounts, without their passwords.",
            TypeOf.page(CredentialView.class),
            this::list);
    ListWish.QUERIES.forEach(list::query);
    routes.api(
        "GET",
        ONE,
        VIEWER,
        "One account, without its password.",
        CredentialView.class,
        call -> EnvironmentViews.of(credentials.get(call.id("credential"))));
    routes.api(
        "GET",
        ONE + "/history",
        VIEWER,
        "When which of its passwords held, and who read one; no password itself.",
        CredentialHistoryView.class,
        call -> ReadingViews.past(reading.past(call.id("credential"))));
    routes.api(
        "POST",
        ONE + "/reveal",
        VIEWER,
        "One password. Needs the right reveal (or copy), for an earlier one also history; the audit"
            + " line is written first.",
        CredentialReveal.class,
        RevealedCredential.class,
        this::reveal);
    Routes.Hung export =
        routes.api(
            "POST",
            OF_ONE + "/export",
            VIEWER,
            "An environment's accounts as a file, as filtered. Needs the right export unless the"
                + " passwords are left out; the audit line is written first.",
            CredentialExport.class,
            byte[].class,
            this::export);
    ListWish.QUERIES.forEach(export::query);
    export.answering("application/octet-stream");
    routes.api(
        "GET",
        RIGHTS,
        ADMIN,
        "Who beside admins may read passwords.",
        TypeOf.page(CredentialRightsView.class),
        call -> granted());
    routes.api(
        "PUT",
        RIGHTS + "/{operator}",
        ADMIN,
        "Gives somebody exactly these rights, everywhere or in one environment.",
        CredentialRightsChange.class,
        TypeOf.page(CredentialRightsView.class),
        this::give);
  }

  private Page<CredentialView> list(Call call) {
    UUID environment = environments.named(call.path("environment")).id();
    ListWish wish = ListWish.of(environment, call::query);
    PageRequest page = call.page();
    int from = page.after().map(ReadingResource::place).orElse(0);
    List<Credential> found =
        credentials.list(wish.filter(), wish.order(), wish.down(), from, page.limit() + 1);
    boolean more = found.size() > page.limit();
    return new Page<>(
        found.stream().limit(page.limit()).map(EnvironmentViews::of).toList(),
        more ? PageRequest.cursorAfter(Integer.toString(from + page.limit())) : null,
        credentials.count(wish.filter()));
  }

  private static int place(String text) {
    if (text.matches("\\d{1,8}")) return Integer.parseInt(text);
    throw Fault.invalidField("cursor", "cursor", "This cursor is of another list.");
  }

  private Reply reveal(Call call) {
    CredentialReveal given = call.body(CredentialReveal.class);
    Reading.Wish wish =
        new Reading.Wish(
            Optional.ofNullable(given.number()),
            Way.asked(Objects.requireNonNullElse(given.way(), "show")),
            Objects.requireNonNullElse(given.reason(), ""));
    Reading.Shown shown = reading.read(call.id("credential"), wish, call.principal(), call.actor());
    return Reply.ok(ReadingViews.shown(shown)).keptNowhere();
  }

  private Reply export(Call call) {
    Environment one = environments.named(call.path("environment"));
    return exports.file(
        one,
        ListWish.of(one.id(), call::query),
        ExportWish.of(call.body(CredentialExport.class)),
        call.principal(),
        call.actor());
  }

  private Page<CredentialRightsView> granted() {
    List<CredentialRightsView> all = rights.list().stream().map(ReadingViews::grant).toList();
    return new Page<>(all, null, all.size());
  }

  private Page<CredentialRightsView> give(Call call) {
    CredentialRightsChange given = call.body(CredentialRightsChange.class);
    List<Right> wanted = Right.parse(Objects.requireNonNullElse(given.rights(), List.of()));
    Optional<UUID> environment =
        Optional.ofNullable(given.environment())
            .filter(text -> !text.isBlank())
            .map(name -> environments.named(name).id());
    rights.give(holders.apply(call.path("operator")), environment, wanted, call.actor());
    return granted();
  }
}
