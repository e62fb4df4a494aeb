package io.innkeeper.identity;

import io.innkeeper.client.SignInCheckView;
import io.innkeeper.client.SignInCheckView.Finding;
import io.innkeeper.fault.Fault;
import io.innkeeper.tenant.Tenant;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is looked at before people sign in by a provider: each finding is one sentence. */
final class ProviderChecks {
  private static final Duration FINE = Duration.ofSeconds(30);
  private static final Duration MOST = Duration.ofMinutes(2);
  private static final Set<String> OF_ANYBODY = Set.of("common", "organizations", "consumers");

  private final Discovery discovery;

  ProviderChecks(Discovery discovery) {
    this.discovery = discovery;
  }

  /** All findings of a setup for a tenant that people open at an address. */
  SignInCheckView of(SignInSetup setup, Tenant tenant, URI publicUrl) {
    List<Finding> findings = new ArrayList<>();
    for (ProviderSetup one : setup.providers()) {
      address(findings, one, publicUrl);
      document(findings, one);
    }
    if (!setup.providers().isEmpty()) {
      outside(findings, tenant);
      rules(findings, setup);
    }
    return view(findings);
  }

  static SignInCheckView view(List<Finding> findings) {
    boolean good = findings.stream().noneMatch(one -> one.level().equals("bad"));
    return new SignInCheckView(good, List.copyOf(findings));
  }

  private static void address(List<Finding> findings, ProviderSetup one, URI publicUrl) {
    URI redirect = one.provider().redirect(publicUrl);
    add(findings, "good", "Redirect address", "Register " + redirect + " at " + one.shown() + ".");
    boolean local = Set.of("127.0.0.1", "localhost").contains(publicUrl.getHost());
    if (!publicUrl.getScheme().equals("https") && !local)
      add(
          findings,
          "warning",
          "Redirect address",
          "People open the workspace without TLS; most providers refuse such an address.");
    else if (local)
      add(
          findings,
          "warning",
          "Redirect address",
          "The workspace has no hostname yet; the address changes when it gets one.");
  }

  private void document(List<Finding> findings, ProviderSetup one) {
    Optional<URI> at = one.discovery();
    if (at.isEmpty()) return;
    try {
      Discovery.Document found = discovery.read(at.get());
      add(findings, "good", "Discovery", at.get() + " was read.");
      issuer(findings, one, found);
      if (one.pkce() && one.provider() == Provider.OIDC && !found.challenges().contains("S256"))
        add(
            findings,
            "warning",
            "PKCE",
            one.shown() + " doesn’t say that it knows S256; switch it off if sign-in fails.");
      found.skew().ifPresent(skew -> clock(findings, one, skew));
    } catch (Fault e) {
      add(findings, "bad", "Discovery", e.said() + e.advice().map(words -> " " + words).orElse(""));
    }
  }

  private static void issuer(List<Finding> findings, ProviderSetup one, Discovery.Document found) {
    if (one.provider() != Provider.OIDC) return;
    String said = found.issuer().replaceFirst("/+$", "");
    if (said.equals(one.issuerAlone()))
      add(findings, "good", "Issuer", "It calls itself " + found.issuer() + ", as asked.");
    else
      add(
          findings,
          "bad",
          "Issuer",
          "It calls itself “%s”, not “%s”; people’s tokens would be refused."
              .formatted(found.issuer(), one.issuerAlone()));
  }

  private static void clock(List<Finding> findings, ProviderSetup one, Duration skew) {
    Duration off = skew.abs();
    String said =
        "Its clock and ours are " + off.toSeconds() + " seconds apart (" + one.shown() + ").";
    if (off.compareTo(FINE) <= 0) add(findings, "good", "Clock", said);
    else if (off.compareTo(MOST) <= 0)
      add(findings, "warning", "Clock", said + " Have both set by the network.");
    else add(findings, "bad", "Clock", said + " Tokens would be too old or not valid yet.");
  }

  private static void outside(List<Finding> findings, Tenant tenant) {
    if (tenant.spec().outside())
      add(findings, "good", "Way outside", "The workspace may reach the provider.");
    else
      add(
          findings,
          "bad",
          "Way outside",
          "The workspace may reach the gateway only, and its app must ask the provider itself."
              + " Let it: innkeeper tenant change "
              + tenant.slug()
              + " --outside");
  }

  private static void rules(List<Finding> findings, SignInSetup setup) {
    AccountRules rules = setup.rules();
    if (rules.mergeByEmail())
      add(
          findings,
          "warning",
          "Same address",
          "Who signs in gets the account with the same address, and the app doesn’t ask whether"
              + " the provider has verified it: only with a provider you trust.");
    if (rules.domains().contains("*") && rules.signUp())
      add(
          findings,
          "warning",
          "Domains",
          "Anybody the provider knows gets an account; with a public provider that is everybody.");
    if (setup.providers().stream().anyMatch(one -> OF_ANYBODY.contains(one.directory())))
      add(
          findings,
          "warning",
          "Directory",
          "This is no directory of its own: people of any organisation at Microsoft come in.");
    if (!rules.signUp() && !rules.mergeByEmail())
      add(
          findings,
          "warning",
          "New people",
          "Nobody new gets an account, and accounts with a password stay apart: only people who"
              + " signed in this way before get in.");
  }

  private static void add(List<Finding> findings, String level, String about, String said) {
    findings.add(new Finding(level, about, said));
  }
}
