package io.innkeeper.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All of how a tenant's people sign in: providers in their order, and the rules for them. */
public record SignInSetup(List<ProviderSetup> providers, AccountRules rules) {
  static final SignInSetup NONE = new SignInSetup(List.of(), AccountRules.NONE);

  public SignInSetup {
    providers = List.copyOf(providers);
  }

  public Optional<ProviderSetup> find(Provider provider) {
    return providers.stream().filter(one -> one.provider() == provider).findFirst();
  }

  SignInSetup with(ProviderSetup added) {
    List<ProviderSetup> all = new ArrayList<>(providers);
    all.removeIf(one -> one.provider() == added.provider());
    all.add(added);
    return new SignInSetup(all, rules);
  }

  /** What is set, as audit lines and differences show it; secrets are not among it. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (ProviderSetup one : providers) {
      String at = one.provider().word();
      facts.put(at + ".clientId", one.clientId());
      if (!one.issuer().isEmpty()) facts.put(at + ".issuer", one.issuer());
      if (!one.directory().isEmpty()) facts.put(at + ".directory", one.directory());
      if (!one.scopes().isEmpty()) facts.put(at + ".scopes", one.scopes());
      if (!one.label().isEmpty()) facts.put(at + ".label", one.label());
      if (one.provider() == Provider.OIDC) facts.put(at + ".pkce", one.pkce());
    }
    if (providers.isEmpty()) return facts;
    facts.put("domains", String.join(", ", rules.domains()));
    facts.put("signUp", rules.signUp());
    facts.put("defaultRole", rules.defaultRole());
    facts.put("mergeByEmail", rules.mergeByEmail());
    facts.put("rolesClaim", rules.rolesClaim());
    facts.put("allowedRoles", String.join(", ", rules.allowedRoles()));
    facts.put("adminRoles", String.join(", ", rules.adminRoles()));
    facts.put("groupsClaim", rules.groupsClaim());
    facts.put("createGroups", rules.createGroups());
    facts.put("autoRedirect", rules.autoRedirect());
    return facts;
  }
}
