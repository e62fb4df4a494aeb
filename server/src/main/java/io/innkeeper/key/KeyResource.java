package io.innkeeper.key;

import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.client.IssuedKeyView;
import io.innkeeper.client.KeyChange;
import io.innkeeper.client.KeyRotation;
import io.innkeeper.client.KeyView;
import io.innkeeper.client.NewKey;
import io.innkeeper.client.Page;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.key.WorkspaceKeys.WorkspaceKey;
import io.innkeeper.organisation.OrganisationPath;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Virtual keys for programs: {@code /api/v1/organisations/{organisation}/keys}. */
public final class KeyResource {
  private static final String ALL = OrganisationPath.ONE + "/keys";
  private static final String ONE = ALL + "/{key}";
  private static final int USUAL_OVERLAP = 60;

  private final Keys keys;
  private final WorkspaceKeys workspaces;
  private final OrganisationPath organisations;
  private final Clock clock;

  public KeyResource(
      Keys keys, WorkspaceKeys workspaces, OrganisationPath organisations, Clock clock) {
    this.keys = keys;
    this.workspaces = workspaces;
    this.organisations = organisations;
    this.clock = clock;
  }

  public void hang(Routes routes) {
    routes
        .api(
            "GET",
            ALL,
            CLIENT,
            "Its keys: the workspaces' own, then the virtual ones by name.",
            TypeOf.page(KeyView.class),
            this::list)
        .query("all", "true: expired and revoked ones too.");
    routes.api(
        "POST",
        ALL,
        OPERATOR,
        "Makes a virtual key; its value is shown this once.",
        NewKey.class,
        IssuedKeyView.class,
        this::create);
    routes.api("GET", ONE, CLIENT, "One key.", KeyView.class, this::one);
    routes
        .api(
            "PATCH",
            ONE,
            OPERATOR,
            "Renames it or changes its limits.",
            KeyChange.class,
            KeyView.class,
            this::change)
        .versioned();
    routes.api(
        "POST",
        ONE + "/rotation",
        OPERATOR,
        "Gives it a new value; the one before counts for an overlap. A workspace gets its own by a"
            + " job.",
        KeyRotation.class,
        IssuedKeyView.class,
        this::rotate);
    routes.api(
        "DELETE", ONE, OPERATOR, "Revokes it for good, within a second.", Void.class, this::revoke);
  }

  private Page<KeyView> list(Call call) {
    UUID organisation = organisations.of(call).id();
    boolean all = call.query("all").filter("true"::equals).isPresent();
    List<KeyView> found =
        Stream.concat(
                workspaces.of(organisation).stream().map(KeyViews::of),
                keys.of(organisation).stream().map(key -> KeyViews.of(key, clock.instant())))
            .filter(key -> all || !List.of("expired", "revoked").contains(key.state()))
            .toList();
    return new Page<>(found, null, found.size());
  }

  private Reply create(Call call) {
    UUID organisation = organisations.open(call).id();
    NewKey given = call.body(NewKey.class);
    KeySpec spec = KeySpec.of(given, clock.instant());
    IssuedKey issued =
        keys.create(organisation, tenant(organisation, given.tenant()), spec, call.actor());
    return Reply.created(
            "/api/v1/organisations/" + organisation + "/keys/" + issued.key().id(), view(issued))
        .version(issued.key().version());
  }

  private Optional<UUID> tenant(
      UUID organisation, @org.jspecify.annotations.Nullable String named) {
    if (named == null || named.isBlank()) return Optional.empty();
    Optional<UUID> found = workspaces.tenant(organisation, named.strip());
    if (found.isPresent()) return found;
    throw Fault.invalidField(
        "tenant", "tenant-unknown", "This organisation has no tenant “" + named.strip() + "”.");
  }

  private Reply one(Call call) {
    UUID organisation = organisations.of(call).id();
    Optional<WorkspaceKey> own = own(organisation, call.id("key"));
    if (own.isPresent()) return Reply.ok(KeyViews.of(own.get())).version(own.get().version());
    return reply(keys.find(organisation, call.id("key")).orElseThrow(Keys::notThere));
  }

  private Reply change(Call call) {
    UUID organisation = organisations.open(call).id();
    UUID id = call.id("key");
    refuseOwn(organisation, id, "Its name and limits are those of its workspace.");
    VirtualKey now = keys.find(organisation, id).orElseThrow(Keys::notThere);
    KeySpec wanted = now.spec().changed(call.body(KeyChange.class), clock.instant());
    return reply(keys.change(organisation, id, wanted, call.expectedVersion(), call.actor()));
  }

  private Reply rotate(Call call) {
    UUID organisation = organisations.open(call).id();
    UUID id = call.id("key");
    Integer minutes = call.body(KeyRotation.class).overlapMinutes();
    Duration overlap = Duration.ofMinutes(minutes == null ? USUAL_OVERLAP : minutes);
    Keys.demandOverlap(overlap);
    if (own(organisation, id).isEmpty()) {
      IssuedKey issued = keys.rotate(organisation, id, overlap, call.actor());
      return Reply.ok(view(issued)).version(issued.key().version());
    }
    Optional<UUID> job = workspaces.rotate(id, overlap, call.actor());
    KeyView now = KeyViews.of(own(organisation, id).orElseThrow(Keys::notThere));
    IssuedKeyView view = new IssuedKeyView(now, null, job.orElse(null));
    return job.map(started -> Reply.accepted("/api/v1/jobs/" + started, view))
        .orElseGet(() -> Reply.ok(view));
  }

  private Reply revoke(Call call) {
    UUID organisation = organisations.of(call).id();
    refuseOwn(organisation, call.id("key"), "Rotate it without an overlap, or stop the workspace.");
    keys.revoke(organisation, call.id("key"), call.actor());
    return Reply.none();
  }

  private Optional<WorkspaceKey> own(UUID organisation, UUID id) {
    return workspaces.find(id).filter(key -> key.organisation().equals(organisation));
  }

  private void refuseOwn(UUID organisation, UUID id, String advice) {
    if (own(organisation, id).isEmpty()) return;
    throw Fault.conflict("workspace-key", "This is a workspace's own key, which lives with it.")
        .advising(advice);
  }

  private IssuedKeyView view(IssuedKey issued) {
    return new IssuedKeyView(
        KeyViews.of(issued.key(), clock.instant()), issued.value().unwrap(), null);
  }

  private Reply reply(VirtualKey key) {
    return Reply.ok(KeyViews.of(key, clock.instant())).version(key.version());
  }
}
