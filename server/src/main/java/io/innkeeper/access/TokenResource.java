package io.innkeeper.access;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.CLIENT;

import io.innkeeper.caller.Role;
import io.innkeeper.client.IssuedTokenView;
import io.innkeeper.client.NewToken;
import io.innkeeper.client.Page;
import io.innkeeper.client.TokenView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** API tokens for programs: {@code /api/v1/tokens}. */
public final class TokenResource {
  private static final String ALL = "/api/v1/tokens";

  private final ApiTokens tokens;
  private final AccessSettings settings;
  private final Function<String, UUID> organisations;

  /**
   * @param organisations finds an organisation by slug or id, or refuses
   */
  public TokenResource(
      ApiTokens tokens, AccessSettings settings, Function<String, UUID> organisations) {
    this.tokens = tokens;
    this.settings = settings;
    this.organisations = organisations;
  }

  public void hang(Routes routes) {
    routes.api(
        "GET",
        ALL,
        CLIENT,
        "Lists one's own tokens; an admin sees everybody's with ?all=true.",
        TypeOf.page(TokenView.class),
        this::list);
    routes.api(
        "POST",
        ALL,
        CLIENT,
        "Makes a token that opens at most what its maker may; its text is shown once.",
        NewToken.class,
        IssuedTokenView.class,
        this::create);
    routes.api(
        "DELETE",
        ALL + "/{token}",
        CLIENT,
        "Revokes one of one's own tokens; an admin revokes anybody's.",
        Void.class,
        this::revoke);
  }

  private Page<TokenView> list(Call call) {
    boolean all = call.query("all").filter("true"::equals).isPresent();
    if (all && !call.principal().role().atLeast(ADMIN)) {
      throw Fault.of(Fault.Kind.FORBIDDEN, "role", "Only an admin sees everybody's tokens.");
    }
    List<ApiToken> found = all ? tokens.all() : tokens.of(call.principal().id());
    return new Page<>(found.stream().map(TokenResource::view).toList(), null, found.size());
  }

  private Reply create(Call call) {
    NewToken given = call.body(NewToken.class);
    Duration lifetime =
        given.days() == null ? settings.tokenLifetime() : Duration.ofDays(given.days());
    TokenSpec spec =
        new TokenSpec(
            SessionResource.given(given.name(), "name"),
            Role.parse(SessionResource.given(given.role(), "role")),
            Optional.ofNullable(given.organisation()).map(organisations),
            lifetime);
    IssuedToken issued = tokens.create(spec, call.principal(), call.actor());
    return Reply.created(
        ALL + "/" + issued.token().id(),
        new IssuedTokenView(view(issued.token()), issued.text().unwrap()));
  }

  private Reply revoke(Call call) {
    if (call.principal().role().atLeast(ADMIN)) tokens.revoke(call.id("token"), call.actor());
    else tokens.revokeOwn(call.id("token"), call.actor());
    return Reply.none();
  }

  private static TokenView view(ApiToken token) {
    return new TokenView(
        token.id(),
        token.name(),
        token.hint(),
        token.role().word(),
        token.organisation().orElse(null),
        token.creator().value(),
        token.createdAt(),
        token.expiresAt(),
        token.lastUsed().orElse(null));
  }
}
