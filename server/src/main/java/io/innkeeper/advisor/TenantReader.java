package io.innkeeper.advisor;

import io.innkeeper.advisor.TenantFacts.Box;
import io.innkeeper.advisor.TenantFacts.Held;
import io.innkeeper.engine.ContainerEngine;
import io.innkeeper.engine.ContainerSpec.BindMount;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.engine.EngineException;
import io.innkeeper.engine.ImageFacts;
import io.innkeeper.engine.ImageReference;
import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.Release;
import io.innkeeper.openwebui.Version;
import io.innkeeper.secret.Secret;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads facts of tenants: from the engine what their containers are, from their apps what counts
 * there. Secrets are kept as digests.
 */
final class TenantReader {
  /**
   * Innkeeper's own, and those of sign-in providers, mail, directories and stores. Keys of search
   * engines aren't among them: a house shares those on purpose.
   */
  private static final Pattern SECRETS =
      Pattern.compile(
          "WEBUI_SECRET_KEY|FORWARD_USER_INFO_HEADER_JWT_SECRET|[A-Z]+_CLIENT_(ID|SECRET)"
              + "|SCIM_TOKEN|SMTP_PASSWORD|LDAP_APP_PASSWORD|DATABASE_URL|DATABASE_PASSWORD"
              + "|S3_SECRET_ACCESS_KEY");

  private static final String SLUG = "io.innkeeper.tenant";

  private final ContainerEngine engine;
  private final TenantRoom tenants;

  TenantReader(ContainerEngine engine, TenantRoom tenants) {
    this.engine = engine;
    this.tenants = tenants;
  }

  /**
   * All tenants and what runs beside them.
   *
   * @param others containers that no Innkeeper made
   */
  record Found(List<TenantFacts> tenants, List<ContainerState> others) {
    Found {
      tenants = List.copyOf(tenants);
      others = List.copyOf(others);
    }
  }

  Found read() {
    List<ContainerState> containers = containers();
    String prefix = tenants.settings().prefix().value();
    List<TenantFacts> facts =
        tenants.tenants().all().stream()
            .map(
                tenant ->
                    facts(
                        tenant,
                        containers.stream()
                            .filter(one -> one.name().value().equals(prefix + "-" + tenant.slug()))
                            .findFirst()))
            .toList();
    List<ContainerState> others =
        containers.stream().filter(one -> !one.labels().containsKey(SLUG)).toList();
    return new Found(facts, others);
  }

  private List<ContainerState> containers() {
    try {
      return engine.withLabels(Map.of());
    } catch (EngineException away) {
      // That it is away is the doctor's finding.
      return List.of();
    }
  }

  private TenantFacts facts(Tenant tenant, Optional<ContainerState> container) {
    Map<String, String> environment =
        container.map(one -> one.actual().environment()).orElse(Map.of());
    return new TenantFacts(
        tenant.slug().value(),
        tenant.image().flatMap(image -> Version.parse(image.appVersion())),
        image(tenant),
        container.map(TenantReader::box),
        signUpOpen(tenant),
        settings(tenant, environment),
        secrets(environment));
  }

  private Optional<TenantFacts.Image> image(Tenant tenant) {
    ImageReference wanted = tenant.spec().image();
    try {
      return engine
          .image(wanted)
          .map(ImageFacts::createdAt)
          .map(made -> new TenantFacts.Image(wanted.toString(), newest(wanted), made));
    } catch (EngineException away) {
      return Optional.empty();
    }
  }

  /** The same image of the newest proven release; the house's own where its tag names none. */
  private String newest(ImageReference wanted) {
    return wanted
        .tag()
        .filter(tag -> Version.parse(tag).isPresent())
        .map(tag -> tag.replaceFirst("\\d+\\.\\d+\\.\\d+", Release.newest().version().toString()))
        .map(tag -> wanted.repository() + ":" + tag)
        .orElse(tenants.settings().image().toString());
  }

  private static Box box(ContainerState container) {
    return new Box(
        container.name().value(),
        container.actual().user(),
        container.weaknesses(),
        container.actual().mounts().stream()
            .filter(mount -> !mount.readOnly())
            .map(BindMount::source)
            .map(Objects::toString)
            .toList());
  }

  private Optional<Boolean> signUpOpen(Tenant tenant) {
    if (tenant.condition().state() != Tenant.State.HEALTHY) return Optional.empty();
    try {
      return Optional.of(tenants.sessions().app(tenant).publicConfiguration().signUpOpen());
    } catch (Fault silent) {
      return Optional.empty();
    }
  }

  /** As the app itself says if it does, else as its container was told. */
  private Map<String, String> settings(Tenant tenant, Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>();
    put(settings, "default-role", environment.get("DEFAULT_USER_ROLE"));
    put(settings, "session-lifetime", environment.get("JWT_EXPIRES_IN"));
    if (tenant.condition().state() != Tenant.State.HEALTHY) return settings;
    try {
      Map<String, @Nullable Object> effective = tenants.sessions().of(tenant).configuration();
      put(settings, "default-role", effective.get("ui.default_user_role"));
      put(settings, "session-lifetime", effective.get("auth.jwt_expiry"));
    } catch (Fault silent) {
      return settings;
    }
    return settings;
  }

  private static void put(Map<String, String> settings, String name, @Nullable Object value) {
    if (value instanceof String text && !text.isEmpty()) settings.put(name, text);
  }

  static Map<String, Held> secrets(Map<String, String> environment) {
    Map<String, Held> held = new TreeMap<>();
    environment.forEach(
        (name, value) -> {
          if (!value.isEmpty() && SECRETS.matcher(name).matches())
            held.put(name, new Held(Secret.of(value).digest(), value.length()));
        });
    return held;
  }
}
