package io.innkeeper.link;

import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.client.IssuedUsageLinkView;
import io.innkeeper.client.NewUsageLink;
import io.innkeeper.client.Page;
import io.innkeeper.client.UsageLinkView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.organisation.OrganisationPath;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Read-only links: {@code /api/v1/organisations/{organisation}/links}. */
public final class LinkResource {
  private static final String ALL = OrganisationPath.ONE + "/links";

  private final UsageLinks links;
  private final OrganisationPath organisations;
  private final Clock clock;

  public LinkResource(UsageLinks links, OrganisationPath organisations, Clock clock) {
    this.links = links;
    this.organisations = organisations;
    this.clock = clock;
  }

  public void hang(Routes routes) {
    routes
        .api(
            "GET",
            ALL,
            OPERATOR,
            "Links by which people look at its usage without an account, the newest first.",
            TypeOf.page(UsageLinkView.class),
            this::list)
        .query("all", "true: expired and revoked ones too.");
    routes.api(
        "POST",
        ALL,
        OPERATOR,
        "Makes a read-only link to its usage pages; its address is shown this once.",
        NewUsageLink.class,
        IssuedUsageLinkView.class,
        this::create);
    routes.api(
        "DELETE",
        ALL + "/{link}",
        OPERATOR,
        "Takes a link back; it opens nothing any more.",
        Void.class,
        this::revoke);
  }

  private Page<UsageLinkView> list(Call call) {
    UUID organisation = organisations.of(call).id();
    boolean all = call.query("all").filter("true"::equals).isPresent();
    List<UsageLinkView> found =
        links.of(organisation).stream()
            .filter(link -> all || link.opens(clock.instant()))
            .map(this::view)
            .toList();
    return new Page<>(found, null, found.size());
  }

  private Reply create(Call call) {
    UUID organisation = organisations.open(call).id();
    NewUsageLink given = call.body(NewUsageLink.class);
    IssuedLink issued =
        links.create(organisation, LinkSpec.of(given.name(), given.days()), call.actor());
    return Reply.created(
        "/api/v1/organisations/" + organisation + "/links/" + issued.link().id(),
        new IssuedUsageLinkView(view(issued.link()), address(call, issued)));
  }

  /** Where a link leads, as seen from where it was asked for. */
  public static String address(Call call, IssuedLink issued) {
    return "https://"
        + call.header("Host").orElse("localhost")
        + "/shared/"
        + issued.token().unwrap();
  }

  private Reply revoke(Call call) {
    links.revoke(organisations.of(call).id(), call.id("link"), call.actor());
    return Reply.none();
  }

  private UsageLinkView view(UsageLink link) {
    return new UsageLinkView(
        link.id(),
        link.organisation(),
        link.name(),
        link.hint(),
        link.state(clock.instant()),
        link.createdAt(),
        link.createdBy(),
        link.expiresAt(),
        link.revokedAt().orElse(null),
        link.lastUsed().orElse(null));
  }
}
