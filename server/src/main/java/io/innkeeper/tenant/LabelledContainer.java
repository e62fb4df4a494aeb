package io.innkeeper.tenant;

import io.innkeeper.engine.ContainerState;
import io.innkeeper.engine.ImageReference;
import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.ServiceAccount;
import io.innkeeper.secret.Secret;
import io.innkeeper.tenant.Tenant.Condition;
import io.innkeeper.tenant.Tenant.FirstAdmin;
import io.innkeeper.tenant.Tenant.Place;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenant.Wanted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One of our containers read back: its labels and environment hold the tenant's desired state and
 * secrets. What is missing is refused by its name, never guessed.
 */
record LabelledContainer(ContainerState container) {
  UUID id() {
    return UUID.fromString(label(Labels.TENANT));
  }

  String slug() {
    return label(Labels.SLUG);
  }

  /** Kept aside during an update: the container beside it counts. */
  boolean keptAside() {
    return container.name().value().endsWith(".old");
  }

  ImageReference image() {
    return ImageReference.parse(label(Labels.IMAGE));
  }

  Wanted wanted() {
    return container.running() ? Wanted.RUNNING : Wanted.STOPPED;
  }

  ContainerPlan.Owner owner() {
    return new ContainerPlan.Owner(
        label(Labels.ORGANISATION), label(Labels.ORGANISATION_NAME), label(Labels.EXTERNAL_ID));
  }

  Tenant tenant(UUID organisation, String version, Instant now) {
    return new Tenant(
        id(),
        organisation,
        new TenantSlug(slug()),
        spec(),
        Optional.of(new ResolvedImage(container.actual().imageId(), Optional.empty(), version)),
        wanted(),
        new Place(port(), label(Labels.SUBNET), label(Labels.BRIDGE)),
        new Condition(
            container.running() ? State.STARTING : State.STOPPED,
            "Adopted",
            now,
            0,
            Optional.empty()),
        optional(Labels.ADMIN_EMAIL)
            .map(email -> new FirstAdmin(email, optional(Labels.ADMIN_NAME).orElse(email))),
        Instant.parse(label(Labels.OPENED_AT)),
        label(Labels.OPENED_BY),
        Long.parseLong(label(Labels.VERSION)));
  }

  AppSecrets secrets() {
    return new AppSecrets(
        variable("WEBUI_SECRET_KEY"),
        variable("FORWARD_USER_INFO_HEADER_JWT_SECRET"),
        variable("OPENAI_API_KEY"),
        new ServiceAccount(
            variable("WEBUI_ADMIN_EMAIL").unwrap(), variable("WEBUI_ADMIN_PASSWORD"), "Innkeeper"));
  }

  private TenantSpec spec() {
    Map<String, String> extra = new LinkedHashMap<>();
    for (String name : label(Labels.EXTRA).split(",")) {
      Optional.ofNullable(container.actual().environment().get(name))
          .ifPresent(value -> extra.put(name, value));
    }
    return new TenantSpec(
        label(Labels.DISPLAY_NAME),
        image(),
        optional(Labels.HOSTNAME),
        container.actual().limits().memoryBytes(),
        BigDecimal.valueOf(container.actual().limits().cores()),
        extra,
        label(Labels.KIND).equals("staging") ? TenantSpec.Kind.STAGING : TenantSpec.Kind.PRODUCTION,
        Boolean.parseBoolean(label(Labels.OUTSIDE)));
  }

  private int port() {
    return container
        .actual()
        .port()
        .orElseThrow(() -> missing("port-missing", "Its port on 127.0.0.1 is missing"))
        .host();
  }

  private String label(String name) {
    return optional(name)
        .orElseThrow(() -> missing("label-missing", "Its label " + name + " is missing"));
  }

  private Optional<String> optional(String name) {
    return Optional.ofNullable(container.labels().get(name));
  }

  private Secret variable(String name) {
    return Optional.ofNullable(container.actual().environment().get(name))
        .map(Secret::of)
        .orElseThrow(() -> missing("variable-missing", "Its variable " + name + " is missing"));
  }

  private static Fault missing(String code, String what) {
    return Fault.invalid(code, what + ", so it can't be adopted.");
  }
}
