package io.innkeeper.cli.signin;

import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.client.SignInCheckView.Finding;
import io.innkeeper.client.SignInJobView;
import io.innkeeper.client.TenantPlanView.Difference;
import io.innkeeper.client.TenantSignInView;
import java.util.stream.Collectors;

/** Tenants' sign-in as people read it. */
final class SignInText {
  private SignInText() {}

  static String names(TenantSignInView view) {
    return view.providers().stream()
        .map(TenantSignInView.Provider::name)
        .collect(Collectors.joining("\n"));
  }

  static String facts(TenantSignInView view) {
    if (view.providers().isEmpty()) return "Its people sign in by password only.";
    StringBuilder text = new StringBuilder();
    for (TenantSignInView.Provider one : view.providers())
      text.append(
              new Facts()
                  .add("Provider", one.name())
                  .add("Button", one.label())
                  .add("Client id", one.clientId())
                  .add("Client secret", one.secret() ? "sealed" : "missing")
                  .maybe("Issuer", one.issuer())
                  .maybe("Directory", one.directory())
                  .maybe("Scopes", one.scopes())
                  .add("Register there", one.redirectUri())
                  .rendered())
          .append('\n');
    return text.append(rules(view)).toString();
  }

  private static String rules(TenantSignInView view) {
    return new Facts()
        .add("Domains", String.join(", ", view.domains()))
        .add("New people", view.signUp() ? "get an account" : "are refused")
        .maybe("Their role", view.defaultRole())
        .add("Same address", view.mergeByEmail() ? "gets the same account" : "is refused")
        .maybe("Roles from", view.rolesClaim())
        .maybe("Allowed roles", String.join(", ", view.allowedRoles()))
        .maybe("Admin roles", String.join(", ", view.adminRoles()))
        .maybe("Groups from", view.groupsClaim())
        .maybe("Changed by", view.changedBy())
        .rendered();
  }

  static Table<Finding> findings() {
    return new Table<Finding>()
        .column("About", Finding::about)
        .column("", Finding::level, SignInText::tone)
        .column("What was found", Finding::said);
  }

  static String plan(SignInJobView view, boolean colour) {
    if (view.differences().isEmpty()) return "Nothing would be other than it is.\n";
    String differences =
        new Table<Difference>()
            .column("Setting", Difference::setting)
            .column("Change", Difference::change)
            .column("Now", Difference::now)
            .column("After", Difference::after)
            .rendered(view.differences(), colour);
    String found =
        view.check().findings().isEmpty()
            ? ""
            : "\n" + findings().rendered(view.check().findings(), colour);
    return differences + found;
  }

  private static Tone tone(Finding finding) {
    return switch (finding.level()) {
      case "good" -> Tone.GOOD;
      case "bad" -> Tone.BAD;
      default -> Tone.WARNING;
    };
  }
}
