package io.innkeeper.console;

import io.innkeeper.client.SignInCheckView;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.TenantSignInView;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.identity.AccountRules;
import io.innkeeper.identity.ProviderSetup;
import io.innkeeper.identity.SignIns;
import io.innkeeper.tenant.Tenant;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A tenant's sign-in as facts: its providers, its rules, what was found. */
final class SignInFacts {
  private final SignIns signIns;

  SignInFacts(SignIns signIns) {
    this.signIns = signIns;
  }

  /** A provider as a block of facts. */
  TenantSignInView.Block block(Tenant tenant, SignIns.Now now, ProviderSetup one, boolean may) {
    URI redirect = one.provider().redirect(signIns.publicUrl(tenant));
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Fact.of("Register there", Sentence.NONE.code(redirect.toString()))
            .noted("The address people come back to."));
    facts.add(Fact.of("Client id", Sentence.NONE.code(one.clientId())));
    facts.add(
        Fact.of(
            "Client secret",
            now.secrets().contains(one.provider())
                ? Sentence.of("•••••••• ").quiet("sealed")
                : Sentence.NONE.quiet("missing")));
    one.discovery()
        .ifPresent(at -> facts.add(Fact.of("Discovery", Sentence.NONE.code(at.toString()))));
    if (!one.directory().isEmpty()) facts.add(Fact.of("Directory", one.directory()));
    if (!one.scopes().isEmpty()) facts.add(Fact.of("Scopes", one.scopes()));
    String at = TenantSignInPage.address(tenant);
    return new TenantSignInView.Block(
        one.shown(),
        facts,
        may
            ? List.of(
                Action.go("Change…", at + "/change?provider=" + one.provider().word()),
                Action.ask("Remove…", at + "/remove?provider=" + one.provider().word()).danger())
            : List.of());
  }

  /** Who gets in, and as what. */
  static List<Fact> rules(AccountRules rules) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Mail domains", String.join(", ", rules.domains())));
    facts.add(Fact.of("New people", rules.signUp() ? "get an account" : "are refused"));
    facts.add(
        Fact.of(
            "They are",
            rules.defaultRole().isEmpty()
                ? Sentence.NONE.quiet("as the workspace’s own settings say")
                : Sentence.of(rules.defaultRole())));
    Fact merge =
        Fact.of(
            "An account with the same address",
            rules.mergeByEmail() ? "is theirs" : "stays apart; they are refused");
    facts.add(rules.mergeByEmail() ? merge.tagged(Fact.Tag.warn("trust the provider")) : merge);
    if (!rules.rolesClaim().isEmpty()) {
      facts.add(Fact.of("Roles from", Sentence.NONE.code(rules.rolesClaim())));
      facts.add(Fact.of("Roles that may sign in", String.join(", ", rules.allowedRoles())));
      facts.add(Fact.of("Roles that make an admin", String.join(", ", rules.adminRoles())));
    }
    if (!rules.groupsClaim().isEmpty())
      facts.add(
          Fact.of("Groups from", Sentence.NONE.code(rules.groupsClaim()))
              .noted(rules.createGroups() ? "New ones are made." : ""));
    facts.add(
        Fact.of("The way in", rules.autoRedirect() ? "at once to the provider" : "by a button"));
    return facts;
  }

  /** One finding, with its window. */
  static TenantSignInView.Finding finding(SignInCheckView.Finding one) {
    return new TenantSignInView.Finding(window(one.level()), one.about(), one.said());
  }

  private static WindowState window(String level) {
    return switch (level) {
      case "good" -> WindowState.PROVEN;
      case "bad" -> WindowState.FAILED;
      default -> WindowState.DEGRADED;
    };
  }
}
