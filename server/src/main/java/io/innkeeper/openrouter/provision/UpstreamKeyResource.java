package io.innkeeper.openrouter.provision;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.GivenUpstreamKey;
import io.innkeeper.client.ListedUpstreamKeyView;
import io.innkeeper.client.ManagementKeyView;
import io.innkeeper.client.Page;
import io.innkeeper.client.UpstreamKeyRotation;
import io.innkeeper.client.UpstreamKeyView;
import io.innkeeper.client.UpstreamKeysView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.job.Job;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationPath;
import io.innkeeper.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Keys at the upstream for programs: {@code /api/v1/organisations/{organisation}/upstream-key}, and
 * {@code /api/v1/upstream-keys} for all that the account has.
 */
public final class UpstreamKeyResource {
  private static final String ONE = OrganisationPath.ONE + "/upstream-key";
  private static final String ALL = "/api/v1/upstream-keys";
  private static final String MANAGEMENT = "/api/v1/management-key";
  private static final int USUAL_OVERLAP = 60;

  private final ProvisionedKeys keys;
  private final OrganisationPath organisations;

  public UpstreamKeyResource(ProvisionedKeys keys, OrganisationPath organisations) {
    this.keys = keys;
    this.organisations = organisations;
  }

  public void hang(Routes routes) {
    hangOne(routes);
    hangAll(routes);
    hangManagement(routes);
  }

  private void hangOne(Routes routes) {
    routes.api(
        "GET",
        ONE,
        VIEWER,
        "How the key its model calls go out with stands; never the key itself.",
        UpstreamKeyView.class,
        call -> view(organisations.of(call)));
    routes.api(
        "POST",
        ONE + "/rotation",
        OPERATOR,
        "Makes it a new key at OpenRouter and puts it in the place of the one in use, by a job.",
        UpstreamKeyRotation.class,
        UpstreamKeyView.class,
        this::rotate);
  }

  private void hangAll(Routes routes) {
    routes
        .api(
            "GET",
            ALL,
            VIEWER,
            "Lists the keys that the account at OpenRouter has now, and whose they are.",
            TypeOf.page(ListedUpstreamKeyView.class),
            this::list)
        .query("kind", "Only these: ours, orphan or foreign.");
    routes.api(
        "GET",
        ALL + "/check",
        VIEWER,
        "What the last look at all keys found.",
        UpstreamKeysView.class,
        call -> UpstreamViews.view(keys.lastLook()));
    routes.api(
        "POST",
        ALL + "/check",
        OPERATOR,
        "Looks at all keys now: mends what differs and makes what is missing.",
        UpstreamKeysView.class,
        this::check);
    routes
        .api(
            "DELETE",
            ALL + "/{hash}",
            OPERATOR,
            "Deletes a key that is named like ours and that nobody here knows.",
            Void.class,
            this::deleteOrphan)
        .query("name", "Its whole name, so that no other is hit.");
  }

  private void hangManagement(Routes routes) {
    routes.api(
        "GET",
        MANAGEMENT,
        VIEWER,
        "Where the key with which keys are made comes from; never the key itself.",
        ManagementKeyView.class,
        call -> UpstreamViews.view(keys.management().told()));
    routes.api(
        "PUT",
        MANAGEMENT,
        ADMIN,
        "Keeps a management key, sealed, after asking OpenRouter with it.",
        GivenUpstreamKey.class,
        ManagementKeyView.class,
        this::setManagement);
    routes.api(
        "DELETE",
        MANAGEMENT,
        ADMIN,
        "Forgets the management key; the organisations' keys stay.",
        ManagementKeyView.class,
        this::removeManagement);
  }

  private Reply rotate(Call call) {
    Organisation one = organisations.open(call);
    int seconds =
        call.bodyIfAny(UpstreamKeyRotation.class)
            .flatMap(given -> Optional.ofNullable(given.overlapSeconds()))
            .orElse(USUAL_OVERLAP);
    Job job = keys.rotate(one, Duration.ofSeconds(seconds), call.actor());
    return Reply.accepted("/api/v1/jobs/" + job.id(), view(one));
  }

  private Page<ListedUpstreamKeyView> list(Call call) {
    Optional<String> kind = call.query("kind");
    kind.ifPresent(UpstreamKeyResource::demandKind);
    List<ListedUpstreamKeyView> found =
        keys.listing().keys().stream()
            .filter(one -> kind.filter(word -> !word.equals(one.kind().word())).isEmpty())
            .map(UpstreamViews::view)
            .toList();
    return new Page<>(found, null, found.size());
  }

  private static void demandKind(String word) {
    for (UpstreamListing.Kind kind : UpstreamListing.Kind.values())
      if (kind.word().equals(word)) return;
    throw Fault.invalidField(
        "kind", "upstream-key-kind", "A key is one of these: ours, orphan, foreign.");
  }

  private UpstreamKeysView check(Call call) {
    keys.sync(call.actor());
    return UpstreamViews.view(keys.lastLook());
  }

  private Reply deleteOrphan(Call call) {
    String name =
        call.query("name")
            .orElseThrow(
                () ->
                    Fault.invalidField(
                        "name", "upstream-key-name", "Give the name of the key to delete."));
    keys.deleteOrphan(call.path("hash"), name, call.actor());
    return Reply.none();
  }

  private ManagementKeyView setManagement(Call call) {
    String key = call.body(GivenUpstreamKey.class).key();
    keys.giveManagementKey(Secret.of(key == null ? "" : key.strip()), call.actor());
    return UpstreamViews.view(keys.management().told());
  }

  private ManagementKeyView removeManagement(Call call) {
    keys.management().remove(call.actor());
    return UpstreamViews.view(keys.management().told());
  }

  private UpstreamKeyView view(Organisation one) {
    return UpstreamViews.view(keys.state(one), keys.management().isThere());
  }
}
