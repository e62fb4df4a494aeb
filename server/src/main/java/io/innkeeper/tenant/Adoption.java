package io.innkeeper.tenant;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.AdoptionView;
import io.innkeeper.client.AdoptionView.Adopted;
import io.innkeeper.client.AdoptionView.Skipped;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.engine.ImageReference;
import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.Release;
import io.innkeeper.openwebui.ServiceAccount;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.Tenant.Condition;
import io.innkeeper.tenant.Tenant.FirstAdmin;
import io.innkeeper.tenant.Tenant.Place;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenant.Wanted;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Brings tenants back into a store that lost them: labels and environment of their containers hold
 * desired state and secrets. What they can't hold is listed, never guessed.
 */
public final class Adoption {
  private static final List<String> NEVER_HELD =
      List.of("earlier desired states", "jobs and their logs", "the audit before the loss");

  /** Makes sure the owner exists and answers its id. */
  public interface OwnerOf {
    UUID ensure(ContainerPlan.Owner owner, Actor by);
  }

  private final Database database;
  private final TenantStore store;
  private final TenantSecrets secrets;
  private final TenantHost host;
  private final OwnerOf owners;
  private final AuditTrail audit;
  private final Clock clock;

  Adoption(
      Database database,
      TenantStore store,
      TenantSecrets secrets,
      TenantHost host,
      OwnerOf owners,
      AuditTrail audit,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.secrets = secrets;
    this.host = host;
    this.owners = owners;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adopts every container of this Innkeeper that the store doesn't know. With {@code dryRun} only
   * says what it would.
   */
  public AdoptionView adopt(boolean dryRun, Actor by) {
    List<Adopted> adopted = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    Map<String, String> ours = Map.of(Labels.INSTANCE, host.host().prefix());
    for (ContainerState container : host.engine().withLabels(ours)) {
      try {
        adopt(container, dryRun, by)
            .ifPresentOrElse(adopted::add, () -> skipped.add(known(container)));
      } catch (Fault e) {
        skipped.add(new Skipped(container.name().value(), e.said()));
      }
    }
    return new AdoptionView(adopted, skipped);
  }

  private Optional<Adopted> adopt(ContainerState container, boolean dryRun, Actor by) {
    String slug = label(container, Labels.SLUG);
    UUID id = UUID.fromString(label(container, Labels.TENANT));
    if (container.name().value().endsWith(".old")) {
      throw Fault.conflict(
          "kept-container", "It was kept aside during an update; the container beside it counts.");
    }
    if (database.read(handle -> store.byId(handle, id)).isPresent()) return Optional.empty();
    Adopted report = new Adopted(slug, container.name().value(), NEVER_HELD);
    if (dryRun) return Optional.of(report);
    UUID organisation = owners.ensure(owner(container), by);
    Tenant tenant = tenant(container, id, organisation);
    AppSecrets found = secrets(container);
    database.change(handle -> write(handle, tenant, found, by));
    return Optional.of(report);
  }

  private void write(Handle handle, Tenant tenant, AppSecrets found, Actor by) {
    store.insert(handle, tenant);
    store.keepVersion(handle, tenant);
    secrets.put(handle, tenant.id(), found);
    audit.record(
        handle,
        AuditEvent.done(by, "tenant.adopt", "tenant " + tenant.slug())
            .changing(Map.of(), tenant.spec().facts()));
  }

  private Tenant tenant(ContainerState container, UUID id, UUID organisation) {
    ImageReference reference = ImageReference.parse(label(container, Labels.IMAGE));
    String version =
        host.engine()
            .image(reference)
            .flatMap(facts -> Release.of(reference, facts.labels()))
            .map(Release::toString)
            .orElse("");
    return new Tenant(
        id,
        organisation,
        new TenantSlug(label(container, Labels.SLUG)),
        spec(container, reference),
        Optional.of(new ResolvedImage(container.actual().imageId(), Optional.empty(), version)),
        container.running() ? Wanted.RUNNING : Wanted.STOPPED,
        new Place(
            container.actual().port().orElseThrow().host(),
            label(container, Labels.SUBNET),
            label(container, Labels.BRIDGE)),
        new Condition(
            container.running() ? State.STARTING : State.STOPPED,
            "Adopted",
            clock.instant(),
            0,
            Optional.empty()),
        optional(container, Labels.ADMIN_EMAIL)
            .map(
                email ->
                    new FirstAdmin(email, optional(container, Labels.ADMIN_NAME).orElse(email))),
        Instant.parse(label(container, Labels.OPENED_AT)),
        label(container, Labels.OPENED_BY),
        Long.parseLong(label(container, Labels.VERSION)));
  }

  private static TenantSpec spec(ContainerState container, ImageReference image) {
    Map<String, String> extra = new LinkedHashMap<>();
    for (String name : label(container, Labels.EXTRA).split(",")) {
      Optional.ofNullable(container.actual().environment().get(name))
          .ifPresent(value -> extra.put(name, value));
    }
    return new TenantSpec(
        label(container, Labels.DISPLAY_NAME),
        image,
        optional(container, Labels.HOSTNAME),
        container.actual().limits().memoryBytes(),
        BigDecimal.valueOf(container.actual().limits().cores()),
        extra,
        label(container, Labels.KIND).equals("staging")
            ? TenantSpec.Kind.STAGING
            : TenantSpec.Kind.PRODUCTION,
        Boolean.parseBoolean(label(container, Labels.OUTSIDE)));
  }

  private static AppSecrets secrets(ContainerState container) {
    return new AppSecrets(
        variable(container, "WEBUI_SECRET_KEY"),
        variable(container, "FORWARD_USER_INFO_HEADER_JWT_SECRET"),
        variable(container, "OPENAI_API_KEY"),
        new ServiceAccount(
            variable(container, "WEBUI_ADMIN_EMAIL").unwrap(),
            variable(container, "WEBUI_ADMIN_PASSWORD"),
            "Innkeeper"));
  }

  private static ContainerPlan.Owner owner(ContainerState container) {
    return new ContainerPlan.Owner(
        label(container, Labels.ORGANISATION),
        label(container, Labels.ORGANISATION_NAME),
        label(container, Labels.EXTERNAL_ID));
  }

  private static Skipped known(ContainerState container) {
    return new Skipped(container.name().value(), "The store knows it already.");
  }

  private static String label(ContainerState container, String name) {
    return optional(container, name)
        .orElseThrow(
            () ->
                Fault.invalid(
                    "label-missing", "Its label " + name + " is missing, so it can't be adopted."));
  }

  private static Optional<String> optional(ContainerState container, String name) {
    return Optional.ofNullable(container.labels().get(name));
  }

  private static Secret variable(ContainerState container, String name) {
    return Optional.ofNullable(container.actual().environment().get(name))
        .map(Secret::of)
        .orElseThrow(
            () ->
                Fault.invalid(
                    "variable-missing",
                    "Its variable " + name + " is missing, so it can't be adopted."));
  }
}
