package io.innkeeper.tenant;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One tenant as stored: what is wanted, where it lives on this host, and what was last seen of it.
 *
 * @param organisation whose it is
 * @param image the build the reference was resolved to, empty until then
 * @param place what this host gave it
 * @param condition what was last seen
 * @param firstAdmin the client's first admin, if one was asked for
 * @param version grows with each change of desired state
 */
public record Tenant(
    UUID id,
    UUID organisation,
    TenantSlug slug,
    TenantSpec spec,
    Optional<ResolvedImage> image,
    Wanted wanted,
    Place place,
    Condition condition,
    Optional<FirstAdmin> firstAdmin,
    Instant openedAt,
    String openedBy,
    long version) {

  /** What it should be doing. */
  public enum Wanted {
    RUNNING,
    STOPPED,
    REMOVED,
    ERASED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What it is doing. */
  public enum State {
    STARTING,
    HEALTHY,
    UPDATING,
    DEGRADED,
    FAILED,
    STOPPED,
    UNKNOWN,
    REMOVED,
    ERASED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The exact build: the engine's id, the registry's digest where there is one, the app's version.
   */
  public record ResolvedImage(String id, Optional<String> digest, String appVersion) {}

  /**
   * Loopback port, subnet and bridge interface: never shared, kept for life; only a port that
   * another program took gives way to another one.
   */
  public record Place(int port, String subnet, String bridge) {}

  /** State, why, since when; how often mending was tried and when it may be tried again. */
  public record Condition(
      State state, String reason, Instant since, int tries, Optional<Instant> notBefore) {}

  /** The client's first human admin. */
  public record FirstAdmin(String email, String name) {}

  /** What jobs are ordered on. */
  public String subject() {
    return "tenant/" + id;
  }

  /** Where it is reached when nobody knows better: {@link TenantRoom#address} does. */
  public String address() {
    return spec.hostname()
        .map(name -> "https://" + name)
        .orElse("http://127.0.0.1:" + place.port());
  }

  public Tenant withSpec(TenantSpec other) {
    return new Tenant(
        id,
        organisation,
        slug,
        other,
        image,
        wanted,
        place,
        condition,
        firstAdmin,
        openedAt,
        openedBy,
        version);
  }

  public Tenant wanting(Wanted other) {
    return new Tenant(
        id,
        organisation,
        slug,
        spec,
        image,
        other,
        place,
        condition,
        firstAdmin,
        openedAt,
        openedBy,
        version);
  }

  public Tenant withImage(ResolvedImage resolved) {
    return new Tenant(
        id,
        organisation,
        slug,
        spec,
        Optional.of(resolved),
        wanted,
        place,
        condition,
        firstAdmin,
        openedAt,
        openedBy,
        version);
  }
}
