package io.innkeeper.identity;

import io.innkeeper.client.SignInChange;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what came in at the door into a setup, all problems together. */
final class SignInInput {
  private static final Pattern DOMAIN =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
  private static final Pattern ISSUER =
      Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]+(/[A-Za-z0-9._~%/-]*)?");
  private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]{1,512}");
  private static final Pattern CLAIM = Pattern.compile("[A-Za-z0-9_.:/-]{0,200}");
  private static final Pattern DIRECTORY = Pattern.compile("[A-Za-z0-9.-]{1,100}");

  private final List<Fault.Field> problems = new ArrayList<>();

  /** What was asked: the whole setup afterwards, and the client secrets that were given. */
  record Asked(SignInSetup setup, Map<Provider, Secret> secrets, boolean unchecked) {}

  /**
   * A setup with a change applied.
   *
   * @param kept providers whose client secret is there already
   * @throws Fault INVALID listing every field that must be mended
   */
  Asked changed(SignInSetup now, Set<Provider> kept, SignInChange given) {
    Map<Provider, Secret> secrets = new EnumMap<>(Provider.class);
    List<ProviderSetup> providers = new ArrayList<>(now.providers());
    for (String word : or(given.remove(), List.<String>of())) {
      Provider gone = Provider.parse(word);
      if (!providers.removeIf(one -> one.provider() == gone))
        problem("remove", "Nobody signs in by " + gone.label() + " here.");
    }
    SignInSetup setup = new SignInSetup(providers, rules(now.rules(), given));
    if (given.provider() != null)
      setup = setup.with(provider(setup, kept, given.provider(), secrets));
    if (!setup.providers().isEmpty()) whole(setup.rules());
    refuseProblems();
    return new Asked(setup, secrets, Boolean.TRUE.equals(given.unchecked()));
  }

  private ProviderSetup provider(
      SignInSetup now,
      Set<Provider> kept,
      SignInChange.Provider given,
      Map<Provider, Secret> secrets) {
    Provider provider = Provider.parse(or(given.name(), ""));
    Optional<ProviderSetup> before = now.find(provider);
    String issuer = text(given.issuer(), before.map(ProviderSetup::issuer));
    String directory = text(given.directory(), before.map(ProviderSetup::directory));
    ProviderSetup after =
        new ProviderSetup(
            provider,
            text(given.clientId(), before.map(ProviderSetup::clientId)),
            provider == Provider.OIDC ? issuer : "",
            provider == Provider.MICROSOFT ? directory : "",
            text(given.scopes(), before.map(ProviderSetup::scopes)),
            provider == Provider.OIDC ? text(given.label(), before.map(ProviderSetup::label)) : "",
            or(given.pkce(), before.map(ProviderSetup::pkce).orElse(provider == Provider.OIDC)));
    secret(provider, kept, given, secrets);
    check(after);
    return after;
  }

  private void secret(
      Provider provider,
      Set<Provider> kept,
      SignInChange.Provider given,
      Map<Provider, Secret> secrets) {
    String secret = or(given.clientSecret(), "").strip();
    if (secret.isEmpty()) {
      if (!kept.contains(provider))
        problem("clientSecret", "Give the client secret that " + provider.label() + " issued.");
    } else if (!PLAIN.matcher(secret).matches()) {
      problem("clientSecret", "The client secret holds spaces or is longer than 512 characters.");
    } else secrets.put(provider, Secret.of(secret));
  }

  private void check(ProviderSetup one) {
    if (!PLAIN.matcher(one.clientId()).matches())
      problem("clientId", "Give the client id that " + one.provider().label() + " issued.");
    if (one.provider() == Provider.OIDC && !address(one.issuer()))
      problem("issuer", "Give the provider’s address, such as https://login.client.example.");
    if (one.provider() == Provider.MICROSOFT && !DIRECTORY.matcher(one.directory()).matches())
      problem("directory", "Give the directory’s id or domain, as Microsoft shows it.");
    if (!one.scopes().matches("[\\x21-\\x7e ]{0,300}"))
      problem("scopes", "Scopes are words with spaces between them.");
    if (one.label().length() > 60 || one.label().chars().anyMatch(Character::isISOControl))
      problem("label", "The button’s words are at most 60 characters.");
  }

  private static boolean address(String issuer) {
    if (!ISSUER.matcher(issuer).matches()) return false;
    try {
      return new URI(issuer).getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private AccountRules rules(AccountRules now, SignInChange given) {
    return new AccountRules(
        given.domains() == null ? now.domains() : domains(given.domains()),
        or(given.signUp(), now.signUp()),
        role(or(given.defaultRole(), now.defaultRole()).strip()),
        or(given.mergeByEmail(), now.mergeByEmail()),
        claim("rolesClaim", or(given.rolesClaim(), now.rolesClaim())),
        words("allowedRoles", or(given.allowedRoles(), now.allowedRoles())),
        words("adminRoles", or(given.adminRoles(), now.adminRoles())),
        claim("groupsClaim", or(given.groupsClaim(), now.groupsClaim())),
        or(given.createGroups(), now.createGroups()),
        or(given.autoRedirect(), now.autoRedirect()));
  }

  /** What the rules need of each other. */
  private void whole(AccountRules rules) {
    if (rules.domains().isEmpty())
      problem(
          "domains",
          "Name the mail domains whose people may sign in, or * for anybody the provider knows.");
    if (rules.rolesClaim().isEmpty() && !rules.adminRoles().isEmpty())
      problem("rolesClaim", "Admin roles need the claim in which the provider names roles.");
    if (rules.rolesClaim().isEmpty() && !rules.allowedRoles().isEmpty())
      problem("rolesClaim", "Allowed roles need the claim in which the provider names roles.");
    if (!rules.rolesClaim().isEmpty() && rules.allowedRoles().isEmpty())
      problem("allowedRoles", "Say which roles may sign in: without one nobody could.");
    if (rules.groupsClaim().isEmpty() && rules.createGroups())
      problem("groupsClaim", "Making groups needs the claim in which the provider names them.");
  }

  private List<String> domains(List<String> given) {
    List<String> domains = new ArrayList<>();
    for (String each : given) {
      String domain = each.strip().toLowerCase(Locale.ROOT).replaceFirst("^@", "");
      if (domain.isEmpty() || domains.contains(domain)) continue;
      if (!domain.equals("*") && !DOMAIN.matcher(domain).matches())
        problem("domains", "“" + domain + "” is not a mail domain such as client.example.");
      domains.add(domain);
    }
    return domains;
  }

  private String role(String role) {
    if (List.of("", "pending", "user").contains(role)) return role;
    problem("defaultRole", "Somebody new is pending or user; admins are made by name or by role.");
    return "";
  }

  private String claim(String field, String claim) {
    if (!CLAIM.matcher(claim.strip()).matches())
      problem(field, "A claim’s name is letters, digits, dots, slashes and _.");
    return claim.strip();
  }

  // The app splits lists at commas, so no word may hold one.
  private List<String> words(String field, List<String> given) {
    List<String> words = given.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
    if (words.stream().anyMatch(one -> one.contains(",") || one.length() > 200))
      problem(field, "Each is at most 200 characters, without a comma.");
    return words;
  }

  private static String text(@Nullable String given, Optional<String> before) {
    return given == null ? before.orElse("") : given.strip();
  }

  private static <T> T or(@Nullable T given, T otherwise) {
    return given == null ? otherwise : given;
  }

  private void problem(String field, String said) {
    problems.add(new Fault.Field(field, said));
  }

  private void refuseProblems() {
    if (problems.isEmpty()) return;
    String said =
        problems.size() == 1
            ? problems.getFirst().said()
            : problems.size() + " fields must be mended before this can be done.";
    throw Fault.invalid("sign-in-input", said).about(problems);
  }
}
