package io.innkeeper.console;

import io.innkeeper.client.SignInChange;
import io.innkeeper.console.view.Commands;
import io.innkeeper.identity.AccountRules;
import io.innkeeper.identity.Provider;
import io.innkeeper.identity.ProviderSetup;
import io.innkeeper.identity.SignIns;
import io.innkeeper.tenant.Tenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of the sign-in as a command and as a call: all that is other than it is now. */
final class SignInCommands {
  private final SignIns.Now now;

  SignInCommands(SignIns.Now now) {
    this.now = now;
  }

  Commands of(Tenant tenant, SignInChange change) {
    String slug = tenant.slug().value();
    CommandLines lines =
        CommandLines.of("sign-in set", "PATCH /api/v1/tenants/" + slug + "/sign-in").word(slug);
    if (change.provider() != null) lines = provider(lines, change.provider());
    return rules(lines, now.setup().rules(), change)
        .drawer(
            "What the form says otherwise than it is now, without the secret.",
            "sign-in.change tenant " + slug,
            TenantHeads.address(tenant) + "/sign-in/change")
        .withDryRun();
  }

  private CommandLines provider(CommandLines lines, SignInChange.Provider given) {
    Provider provider = Provider.parse(given.name());
    Optional<ProviderSetup> before = now.setup().find(provider);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", given.name());
    CommandLines all = lines.option("--provider", given.name());
    all =
        text(
            all,
            body,
            "client-id",
            "clientId",
            given.clientId(),
            before.map(ProviderSetup::clientId));
    if (provider == Provider.OIDC)
      all = text(all, body, "issuer", "issuer", given.issuer(), before.map(ProviderSetup::issuer));
    if (provider == Provider.MICROSOFT)
      all =
          text(
              all,
              body,
              "directory",
              "directory",
              given.directory(),
              before.map(ProviderSetup::directory));
    all = text(all, body, "scopes", "scopes", given.scopes(), before.map(ProviderSetup::scopes));
    if (provider == Provider.OIDC) {
      all = text(all, body, "label", "label", given.label(), before.map(ProviderSetup::label));
      boolean pkce = Boolean.TRUE.equals(given.pkce());
      if (pkce != before.map(ProviderSetup::pkce).orElse(true)) {
        all = all.flag(pkce ? "--pkce" : "--no-pkce");
        body.put("pkce", pkce);
      }
    }
    if (given.clientSecret() != null || !now.secrets().contains(provider)) {
      all = all.option("--file", "secret.txt");
      body.put("clientSecret", "…");
    }
    return all.holding("provider", body);
  }

  private static CommandLines text(
      CommandLines lines,
      Map<String, Object> body,
      String option,
      String field,
      @Nullable String given,
      Optional<String> before) {
    if (given == null || given.equals(before.orElse(""))) return lines;
    body.put(field, given);
    return lines.option("--" + option, given);
  }

  private static CommandLines rules(CommandLines lines, AccountRules now, SignInChange change) {
    CommandLines all = list(lines, "--domain", "domains", change.domains(), now.domains());
    all = flag(all, "sign-up", "signUp", change.signUp(), now.signUp());
    all = word(all, "--role", "defaultRole", change.defaultRole(), now.defaultRole());
    all = flag(all, "merge-by-email", "mergeByEmail", change.mergeByEmail(), now.mergeByEmail());
    all = word(all, "--roles-claim", "rolesClaim", change.rolesClaim(), now.rolesClaim());
    all = list(all, "--allowed-role", "allowedRoles", change.allowedRoles(), now.allowedRoles());
    all = list(all, "--admin-role", "adminRoles", change.adminRoles(), now.adminRoles());
    all = word(all, "--groups-claim", "groupsClaim", change.groupsClaim(), now.groupsClaim());
    all = flag(all, "create-groups", "createGroups", change.createGroups(), now.createGroups());
    return flag(all, "auto-redirect", "autoRedirect", change.autoRedirect(), now.autoRedirect());
  }

  private static CommandLines word(
      CommandLines lines, String option, String field, @Nullable String given, String now) {
    return given == null || given.equals(now) ? lines : lines.with(option, field, given);
  }

  private static CommandLines flag(
      CommandLines lines, String option, String field, @Nullable Boolean given, boolean now) {
    if (given == null || given == now) return lines;
    return lines.told((given ? "--" : "--no-") + option, field, given);
  }

  /** An empty word for none: the option would only be missing. */
  private static CommandLines list(
      CommandLines lines,
      String option,
      String field,
      @Nullable List<String> given,
      List<String> now) {
    if (given == null || given.equals(now)) return lines;
    return given.isEmpty()
        ? lines.option(option, "").holding(field, List.of())
        : lines.each(option, field, given);
  }
}
