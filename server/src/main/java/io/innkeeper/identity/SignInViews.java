package io.innkeeper.identity;

import io.innkeeper.client.TenantPlanView.Difference;
import io.innkeeper.client.TenantSignInView;
import io.innkeeper.tenant.Tenant;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tenants' sign-in as API, CLI and console tell it; secrets never. */
public final class SignInViews {
  private SignInViews() {}

  public static TenantSignInView of(Tenant tenant, SignIns.Now now, URI publicUrl) {
    AccountRules rules = now.setup().rules();
    boolean dated = now.at().isAfter(Instant.EPOCH);
    return new TenantSignInView(
        tenant.slug().value(),
        now.setup().providers().stream()
            .map(one -> provider(one, now.secrets().contains(one.provider()), publicUrl))
            .toList(),
        rules.domains(),
        rules.signUp(),
        rules.defaultRole(),
        rules.mergeByEmail(),
        rules.rolesClaim(),
        rules.allowedRoles(),
        rules.adminRoles(),
        rules.groupsClaim(),
        rules.createGroups(),
        rules.autoRedirect(),
        now.version(),
        dated ? now.at() : null,
        dated ? now.by() : null);
  }

  /** What a plan makes other than it is. */
  public static List<Difference> differences(SignIns.Plan plan) {
    Map<String, Object> before = plan.before().facts();
    Map<String, Object> after = plan.after().facts();
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String name : names) {
      String now = shown(before.get(name));
      String then = shown(after.get(name));
      if (now.equals(then)) continue;
      String change =
          now.equals("not set") ? "added" : then.equals("not set") ? "removed" : "changed";
      differences.add(new Difference(change, name, now, then));
    }
    plan.renewed()
        .forEach(
            one ->
                differences.add(
                    new Difference(
                        plan.before().find(one).isPresent() ? "changed" : "added",
                        one.word() + ".clientSecret",
                        plan.before().find(one).isPresent() ? "set" : "not set",
                        "set")));
    return List.copyOf(differences);
  }

  private static String shown(@Nullable Object value) {
    if (value == null || value.toString().isEmpty()) return "not set";
    if (value instanceof Boolean yes) return yes ? "yes" : "no";
    return value.toString();
  }

  private static TenantSignInView.Provider provider(
      ProviderSetup one, boolean secret, URI publicUrl) {
    return new TenantSignInView.Provider(
        one.provider().word(),
        one.shown(),
        one.clientId(),
        secret,
        one.issuer(),
        one.directory(),
        one.scopes(),
        one.pkce(),
        one.provider().redirect(publicUrl).toString());
  }
}
