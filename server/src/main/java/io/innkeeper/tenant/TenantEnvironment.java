package io.innkeeper.tenant;

import io.innkeeper.openwebui.AppEnvironment;
import java.util.List;
import java.util.Set;

/** What a tenant's app is given, variable by variable, and who decided it. Secrets stay sealed. */
public final class TenantEnvironment {
  private static final Set<String> OF_THE_TENANT = Set.of("WEBUI_NAME", "WEBUI_URL");

  private final TenantDesk desk;

  /** Who decided a value. */
  public enum Origin {
    TENANT,
    SERVER
  }

  /**
   * One variable.
   *
   * @param value empty when it is sealed
   */
  public record Variable(String name, String value, Origin origin, boolean sealed) {}

  TenantEnvironment(TenantDesk desk) {
    this.desk = desk;
  }

  /** All variables, in the order in which the app gets them. */
  public List<Variable> of(Tenant tenant) {
    return AppEnvironment.of(desk.inputs(tenant)).entrySet().stream()
        .map(entry -> variable(tenant, entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Whether a variable's name says that nobody may see its value. */
  public static boolean sealed(String name) {
    return AppEnvironment.secretNames().contains(name) || PlanDifference.secret(name);
  }

  private static Variable variable(Tenant tenant, String name, String value) {
    boolean own = tenant.spec().environment().containsKey(name) || OF_THE_TENANT.contains(name);
    Origin origin = own ? Origin.TENANT : Origin.SERVER;
    return new Variable(name, sealed(name) ? "" : value, origin, sealed(name));
  }
}
