package io.innkeeper.identity;

import io.innkeeper.secret.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The app's variables of a setup. Pure; holds secrets. */
final class SignInVariables {
  private SignInVariables() {}

  /** All variables; none without a provider. */
  static Map<String, String> of(SignInSetup setup, Map<Provider, Secret> secrets) {
    Map<String, String> all = new LinkedHashMap<>();
    if (setup.providers().isEmpty()) return all;
    rules(all, setup.rules());
    // The app looks up the way out here, whoever the provider is; another's own would be wrong.
    for (ProviderSetup one : setup.providers()) {
      if (one.provider() != Provider.OIDC) openIdAddress(one).ifPresent(it -> put(all, it));
    }
    for (ProviderSetup one : setup.providers()) {
      String secret =
          Optional.ofNullable(secrets.get(one.provider())).map(Secret::unwrap).orElse("");
      provider(all, one, secret, setup.rules().domains());
    }
    return all;
  }

  private static Optional<URI> openIdAddress(ProviderSetup one) {
    return one.discovery();
  }

  private static void put(Map<String, String> all, URI discovery) {
    all.put("OPENID_PROVIDER_URL", discovery.toString());
  }

  private static void rules(Map<String, String> all, AccountRules rules) {
    all.put("ENABLE_OAUTH", "true");
    all.put("ENABLE_OAUTH_SIGNUP", Boolean.toString(rules.signUp()));
    all.put("OAUTH_ALLOWED_DOMAINS", String.join(",", rules.domains()));
    all.put("OAUTH_MERGE_ACCOUNTS_BY_EMAIL", Boolean.toString(rules.mergeByEmail()));
    all.put("OAUTH_AUTO_REDIRECT", Boolean.toString(rules.autoRedirect()));
    if (!rules.defaultRole().isEmpty()) all.put("DEFAULT_USER_ROLE", rules.defaultRole());
    boolean roles = !rules.rolesClaim().isEmpty();
    all.put("ENABLE_OAUTH_ROLE_MANAGEMENT", Boolean.toString(roles));
    if (roles) {
      all.put("OAUTH_ROLES_CLAIM", rules.rolesClaim());
      all.put("OAUTH_ALLOWED_ROLES", String.join(",", rules.allowedRoles()));
      all.put("OAUTH_ADMIN_ROLES", String.join(",", rules.adminRoles()));
    }
    boolean groups = !rules.groupsClaim().isEmpty();
    all.put("ENABLE_OAUTH_GROUP_MANAGEMENT", Boolean.toString(groups));
    all.put("ENABLE_OAUTH_GROUP_CREATION", Boolean.toString(groups && rules.createGroups()));
    if (groups) all.put("OAUTH_GROUPS_CLAIM", rules.groupsClaim());
  }

  private static void provider(
      Map<String, String> all, ProviderSetup one, String secret, List<String> domains) {
    switch (one.provider()) {
      case GOOGLE -> {
        client(all, "GOOGLE", one, secret);
        scopes(all, "GOOGLE_OAUTH_SCOPE", one);
        // Google then offers only accounts of that domain; who may in fact is for the app to say.
        if (domains.size() == 1 && !domains.contains("*"))
          all.put("GOOGLE_OAUTH_AUTHORIZE_PARAMS", "{\"hd\":\"" + domains.getFirst() + "\"}");
      }
      case MICROSOFT -> {
        client(all, "MICROSOFT", one, secret);
        all.put("MICROSOFT_CLIENT_TENANT_ID", one.directory());
        scopes(all, "MICROSOFT_OAUTH_SCOPE", one);
      }
      case GITHUB -> {
        client(all, "GITHUB", one, secret);
        scopes(all, "GITHUB_CLIENT_SCOPE", one);
      }
      case OIDC -> {
        client(all, "OAUTH", one, secret);
        openIdAddress(one).ifPresent(it -> put(all, it));
        scopes(all, "OAUTH_SCOPES", one);
        if (!one.label().isEmpty()) all.put("OAUTH_PROVIDER_NAME", one.label());
        if (one.pkce()) all.put("OAUTH_CODE_CHALLENGE_METHOD", "S256");
      }
    }
  }

  private static void client(
      Map<String, String> all, String prefix, ProviderSetup one, String secret) {
    all.put(prefix + "_CLIENT_ID", one.clientId());
    all.put(prefix + "_CLIENT_SECRET", secret);
  }

  private static void scopes(Map<String, String> all, String name, ProviderSetup one) {
    if (!one.scopes().isEmpty()) all.put(name, one.scopes());
  }
}
