package io.innkeeper.tenant;

import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.engine.ContainerSpec.BindMount;
import io.innkeeper.engine.ContainerSpec.Limits;
import io.innkeeper.engine.ContainerSpec.LogRotation;
import io.innkeeper.engine.ContainerSpec.PublishedPort;
import io.innkeeper.engine.NetworkSpec;
import io.innkeeper.openwebui.AppEnvironment;
import io.innkeeper.openwebui.AppInputs;
import io.innkeeper.openwebui.Release;
import io.innkeeper.openwebui.UploadLimit;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one renderer: from a tenant's desired state to its container and network, and the only way a
 * container comes to be. Pure: the same tenant gives the same plan.
 */
public final class ContainerPlan {
  private static final int PROCESSES = 512;
  // The engine resolves it to the host's own address on its default bridge.
  private static final String GATEWAY_HOST = "host.docker.internal";
  private static final LogRotation LOGS = new LogRotation(10L * 1024 * 1024, 3);

  /**
   * What the host adds to every plan. {@code instance} tells apart several Innkeepers on one
   * engine.
   */
  public record Host(String prefix, Path tenants, int gatewayPort, Duration stopGrace) {}

  /** Whose tenant it is, as the labels remember it. */
  public record Owner(String slug, String name, String externalId) {}

  private ContainerPlan() {}

  /** The tenant's container. The image must have been resolved. */
  public static ContainerSpec of(
      Tenant tenant, Owner owner, AppSecrets secrets, PlanAdditions additions, Host host) {
    ResolvedImage image =
        tenant
            .image()
            .orElseThrow(
                () -> new IllegalStateException("image of " + tenant.slug() + " not resolved"));
    Release release = release(image);
    return new ContainerSpec(
        containerName(tenant, host),
        image.id(),
        release.command(),
        AppEnvironment.of(inputs(tenant, secrets, additions, host)),
        labels(tenant, owner, additions, host),
        Release.USER,
        mounts(tenant, additions, host),
        release.tmpfs(),
        new Limits(tenant.spec().memoryBytes(), tenant.spec().cores().doubleValue(), PROCESSES),
        java.util.Optional.of(new PublishedPort(tenant.place().port(), Release.PORT)),
        network(tenant, host).name(),
        List.of(GATEWAY_HOST + ":host-gateway"),
        release.health(),
        host.stopGrace(),
        LOGS);
  }

  /** The tenant's own bridge. */
  public static NetworkSpec network(Tenant tenant, Host host) {
    return new NetworkSpec(
        host.prefix() + "-" + tenant.slug(),
        tenant.place().subnet(),
        tenant.place().bridge(),
        Map.of(Labels.TENANT, tenant.id().toString(), Labels.INSTANCE, host.prefix()));
  }

  public static ContainerName containerName(Tenant tenant, Host host) {
    return new ContainerName(host.prefix() + "-" + tenant.slug());
  }

  /** Where the tenant's data lies on the host. */
  public static Path dataDirectory(Tenant tenant, Host host) {
    return host.tenants().resolve(tenant.slug().value()).resolve("data");
  }

  /**
   * What is known of the app in an image; an image that names no version is treated as the newest
   * known.
   */
  static Release release(ResolvedImage image) {
    return image.appVersion().isEmpty() ? Release.newest() : Release.parse(image.appVersion());
  }

  /**
   * What makes this tenant's app its own; its environment and its configuration both come from it.
   */
  static AppInputs inputs(Tenant tenant, AppSecrets secrets, PlanAdditions additions, Host host) {
    return new AppInputs(
        additions.name(tenant.spec().displayName()),
        additions.publicUrl().orElseGet(() -> URI.create(tenant.address())),
        URI.create("http://" + GATEWAY_HOST + ":" + host.gatewayPort() + "/v1"),
        secrets.virtualKey(),
        secrets.secretKey(),
        secrets.identitySecret(),
        secrets.service(),
        UploadLimit.megabytes(tenant.spec().memoryBytes()),
        additions.with(tenant.spec().environment()));
  }

  private static List<BindMount> mounts(Tenant tenant, PlanAdditions additions, Host host) {
    List<BindMount> mounts = new ArrayList<>();
    mounts.add(new BindMount(dataDirectory(tenant, host), Release.DATA_DIRECTORY, false));
    mounts.addAll(additions.mounts());
    return mounts;
  }

  private static Map<String, String> labels(
      Tenant tenant, Owner owner, PlanAdditions additions, Host host) {
    Map<String, String> labels = new LinkedHashMap<>(additions.labels());
    labels.put(Labels.TENANT, tenant.id().toString());
    labels.put(Labels.SLUG, tenant.slug().value());
    labels.put(Labels.INSTANCE, host.prefix());
    labels.put(Labels.VERSION, Long.toString(tenant.version()));
    labels.put(Labels.ORGANISATION, owner.slug());
    labels.put(Labels.ORGANISATION_NAME, owner.name());
    labels.put(Labels.EXTERNAL_ID, owner.externalId());
    labels.put(Labels.DISPLAY_NAME, tenant.spec().displayName());
    labels.put(Labels.IMAGE, tenant.spec().image().toString());
    tenant.spec().hostname().ifPresent(name -> labels.put(Labels.HOSTNAME, name));
    labels.put(Labels.KIND, tenant.spec().kind().word());
    labels.put(Labels.OUTSIDE, Boolean.toString(tenant.spec().outside()));
    labels.put(Labels.EXTRA, String.join(",", tenant.spec().environment().keySet()));
    labels.put(Labels.SUBNET, tenant.place().subnet());
    labels.put(Labels.BRIDGE, tenant.place().bridge());
    tenant
        .firstAdmin()
        .ifPresent(
            admin -> {
              labels.put(Labels.ADMIN_EMAIL, admin.email());
              labels.put(Labels.ADMIN_NAME, admin.name());
            });
    labels.put(Labels.OPENED_AT, tenant.openedAt().toString());
    labels.put(Labels.OPENED_BY, tenant.openedBy());
    return labels;
  }
}
