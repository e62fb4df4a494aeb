package io.innkeeper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.innkeeper.branding.Brand;
import io.innkeeper.branding.BrandInput;
import io.innkeeper.branding.BrandRoom;
import io.innkeeper.branding.licence.Ground;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.EffectiveView;
import io.innkeeper.client.GroundSpec;
import io.innkeeper.client.SignInChange;
import io.innkeeper.client.TenantChange;
import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.identity.Provider;
import io.innkeeper.identity.SignIns;
import io.innkeeper.identity.TestingIssuer;
import io.innkeeper.ingress.FrontVisitor;
import io.innkeeper.ingress.TestingDns;
import io.innkeeper.ingress.TestingPebble;
import io.innkeeper.job.Job;
import io.innkeeper.openwebui.AppSession;
import io.innkeeper.openwebui.AppUser;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantInput;
import io.innkeeper.tenant.TenantSpec;
import io.innkeeper.testing.FreePort;
import io.innkeeper.testing.TestingBrowser;
import io.innkeeper.testing.TestingServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A client's own workspace, a real Open WebUI in a real browser: its look, its address with a
 * certificate of a real authority, its people from a real OIDC provider, a question answered. Then
 * all of that changes, fails or is made anew, and nothing is lost.
 */
@Tag("browser")
class OwnFaceAndAddressTest {
  private static final String APP = "innkeeper/open-webui:0.12.4";
  private static final String SECRET = "s3cret-of-the-workspace";
  // A browser finds every name below localhost on its own machine.
  private static final String CHAT = "chat.wrzos.localhost";
  private static final String ASK = "ask.wrzos.localhost";
  private static final String EWA = "ewa@wrzos.example";
  private static final LocatorAssertions.IsVisibleOptions PATIENT =
      new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);
  private static final FrontVisitor PEOPLE = new FrontVisitor(FreePort.any(), FreePort.any());

  private TestingServer inn;

  @Test
  void clientComesByItsOwnNameAndNothingIsLost() throws IOException {
    try (TestingDns dns = TestingDns.start().knows(CHAT, "127.0.0.1").knows(ASK, "127.0.0.1");
        TestingPebble authority = TestingPebble.start(dns.server(), PEOPLE.http(), false);
        OpenRouterSimulator upstream = OpenRouterSimulator.start(0);
        TestingIssuer issuer = new TestingIssuer("wrzos", SECRET, redirect(CHAT), redirect(ASK));
        TestingServer server = server(dns, authority, upstream);
        TestingBrowser browser = new TestingBrowser()) {
      inn = server;
      Tenant tenant = inn.open(payingOrganisation(), "Klinika");
      brandedFromOnePicture(tenant);
      refusedUntilItMayGoOutside(tenant, issuer);
      reachedBy(tenant, CHAT);
      peopleOfTheirDomainSignIn(browser, tenant, issuer);
      String chat = answered(browser, tenant);
      nothingIsLostWhenTheirDomainsChange(browser, tenant);
      secondIssuerIsTakenBack(tenant);

      reachedBy(tenant, ASK);
      assertThat(PEOPLE.get(CHAT, "/").status()).as("the name before is free").isEmpty();
      everythingIsThere(browser, tenant, chat);
      finished(inn.tenants().tenants().recreate(tenant.id(), TestingServer.BY).job());
      everythingIsThere(browser, tenant, chat);
      everythingIsUsedAsWanted(tenant);
      rolesOfTheProviderAreTakenOver(browser, tenant);
      removalIsReadBackAndNobodyIsLost(tenant);
    }
  }

  /** On a short path: that of nginx's socket has an end. */
  private static TestingServer server(
      TestingDns dns, TestingPebble authority, OpenRouterSimulator upstream) throws IOException {
    return TestingServer.on(
        Files.createTempDirectory("inn"),
        "--innkeeper.openrouter.base-url=" + upstream.baseUrl(),
        "--innkeeper.tenant.image=" + APP,
        "--innkeeper.tenant.health-deadline=170s",
        "--innkeeper.identity.private-providers=true",
        "--innkeeper.ingress.mode=host",
        "--innkeeper.ingress.listen=127.0.0.1",
        "--innkeeper.ingress.http-port=" + PEOPLE.http(),
        "--innkeeper.ingress.https-port=" + PEOPLE.https(),
        "--innkeeper.ingress.dns-server=" + dns.server(),
        "--innkeeper.ingress.acme.directory=" + authority.directory(),
        "--innkeeper.ingress.acme.agree-terms=true",
        "--innkeeper.ingress.acme.trust=" + authority.root());
  }

  private Organisation payingOrganisation() {
    Organisation owner = inn.organisation("Klinika Wrzos sp. z o.o.");
    Secret paying = Secret.of(OpenRouterSimulator.TEST_KEYS + "klinika");
    inn.server().rooms().entrance().organisations().giveKey(owner.id(), paying, TestingServer.BY);
    inn.server().rooms().money().prices().refresh();
    return owner;
  }

  private void brandedFromOnePicture(Tenant tenant) {
    BrandRoom room = inn.server().rooms().face().brands();
    room.record(
        tenant, Ground.parse(new GroundSpec("small", null, null, null, null)), TestingServer.BY);
    byte[] sprig =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'><path fill='#6B4FA0' d='M32 4 L60 60 L4 60 Z'/></svg>"
            .getBytes(UTF_8);
    String logo =
        room.brands().keep(tenant, "wrzos.svg", sprig, TestingServer.BY).picture().digest();
    Brand brand =
        BrandInput.parse(
            new BrandSpec(
                "Wrzos", logo, null, null, null, null, "#6B4FA0", null, null, null, null));
    finished(room.brands().set(tenant, brand, TestingServer.BY).job());
  }

  /** Its certificate comes by itself; so does the way outside, which the provider needs. */
  private void reachedBy(Tenant tenant, String name) throws IOException {
    TenantChange change = new TenantChange(null, null, name, null, null, null, null, true);
    Tenant now = inn.fresh(tenant);
    TenantSpec wanted = new TenantInput(inn.tenants().settings()).changed(now.spec(), change);
    finished(
        inn.tenants().tenants().change(now.id(), wanted, now.version(), TestingServer.BY).job());
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> inn.server().rooms().foundation().jobs().unended() == 0);
    assertThat(PEOPLE.certificate(name).getIssuerX500Principal().getName()).contains("Pebble");
    assertThat(session(tenant).configuration())
        .containsEntry("webui.url", "https://" + name + port());
  }

  private void peopleOfTheirDomainSignIn(
      TestingBrowser browser, Tenant tenant, TestingIssuer issuer) {
    ContainerSpec before = spec(tenant);
    applied(tenant, oidc(issuer.issuer(), SECRET, "wrzos.example"));
    assertThat(changedVariables(before, spec(tenant)))
        .contains("OAUTH_CLIENT_ID", "OPENID_PROVIDER_URL", "OAUTH_ALLOWED_DOMAINS")
        .allMatch(name -> name.contains("OAUTH") || name.contains("OPENID"));
    signedIn(browser, tenant, EWA).context().close();
    assertThat(session(tenant).user(EWA).orElseThrow().role()).isEqualTo(AppUser.Role.USER);
    refused(browser, tenant, "zofia@elsewhere.example", "");
  }

  /** The path of the chat. */
  private String answered(TestingBrowser browser, Tenant tenant) {
    Page page = signedIn(browser, tenant, EWA);
    assertThat(page).hasTitle(Pattern.compile(".*Wrzos.*"));
    Locator news = page.getByText("Okay, Let's Go!");
    if (news.isVisible()) news.click();
    page.locator("#chat-input").first().click();
    page.keyboard().type("What does a lantern cost?");
    page.keyboard().press("Enter");
    assertThat(page.getByText(ANSWER).first()).isVisible(PATIENT);
    page.waitForURL("**/c/*");
    String path = URI.create(page.url()).getPath();
    page.context().close();
    return path;
  }

  private void nothingIsLostWhenTheirDomainsChange(TestingBrowser browser, Tenant tenant) {
    ContainerSpec first = spec(tenant);
    applied(tenant, domains("wrzos.example", "brzoza.example"));
    assertThat(changedVariables(first, spec(tenant))).containsExactly("OAUTH_ALLOWED_DOMAINS");
    assertThat(session(tenant).user(EWA)).isPresent();
    signedIn(browser, tenant, "adam@brzoza.example").context().close();
  }

  /** Look, address, sign-in, person and what she asked. */
  private void everythingIsThere(TestingBrowser browser, Tenant tenant, String chat) {
    Page page = signedIn(browser, tenant, EWA);
    TestingBrowser.open(page, address(tenant) + chat);
    assertThat(page.getByText(ANSWER).first()).isVisible(PATIENT);
    assertThat(page).hasTitle(Pattern.compile(".*Wrzos.*"));
    page.context().close();
    assertThat(session(tenant).users()).extracting(AppUser::email).contains("adam@brzoza.example");
  }

  private static final String ANSWER = "puts an exact price on them";

  private static String redirect(String name) {
    return Provider.OIDC.redirect(URI.create("https://" + name + port())).toString();
  }

  private static String port() {
    return ":" + PEOPLE.https();
  }

  private String address(Tenant tenant) {
    return inn.tenants().address(inn.fresh(tenant));
  }

  private void finished(Optional<Job> ordered) {
    Job job = inn.ended(ordered.orElseThrow().id());
    assertThat(job.state())
        .as(() -> job.failure() + " " + job.steps())
        .isEqualTo(Job.State.FINISHED);
  }

  private void refusedUntilItMayGoOutside(Tenant tenant, TestingIssuer issuer) {
    SignInChange change = oidc(issuer.issuer(), SECRET, "wrzos.example");
    assertThat(signIns().plan(tenant, change).check().findings())
        .filteredOn(one -> !one.level().equals("good"))
        .extracting("about")
        .containsExactlyInAnyOrder("Redirect address", "Way outside");
    assertThatThrownBy(() -> signIns().change(tenant, change, 0, TestingServer.BY))
        .hasMessageContaining("must ask the provider itself");
    assertThatThrownBy(
            () ->
                signIns()
                    .change(
                        tenant,
                        oidc(issuer.issuer() + "/other", SECRET, "wrzos.example"),
                        0,
                        TestingServer.BY))
        .hasMessageContaining("discovery document");
  }

  /** The document is there, the client isn't known as this: the app itself is asked. */
  private void secondIssuerIsTakenBack(Tenant tenant) {
    ContainerSpec before = spec(tenant);
    Map<String, Object> settings = session(tenant).configuration();
    SignInChange wrong =
        new SignInChange(
            new SignInChange.Provider(
                "oidc", null, null, "http://10.224.254.250:9700", null, null, null, null),
            null,
            null,
            null,
            "pending",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            true);
    Job job = change(tenant, wrong);
    assertThat(job.state()).isEqualTo(Job.State.TAKEN_BACK);
    assertThat(job.failure().orElseThrow()).contains("would not work");
    assertThat(spec(tenant)).isEqualTo(before);
    assertThat(settings).containsEntry("ui.default_user_role", "user");
    Map<String, Object> after = session(tenant).configuration();
    settings.forEach((key, value) -> assertThat(after).containsEntry(key, value));
    assertThat(signIns().of(tenant).setup().rules().domains()).contains("brzoza.example");
  }

  /** The provider's word counts at each sign-in, also when it takes a role away. */
  private void rolesOfTheProviderAreTakenOver(TestingBrowser browser, Tenant tenant) {
    applied(
        tenant,
        new SignInChange(
            null,
            null,
            null,
            null,
            null,
            null,
            "roles",
            List.of("staff", "boss"),
            List.of("boss"),
            null,
            null,
            null,
            null));
    signedIn(browser, tenant, EWA, "boss").context().close();
    assertThat(role(tenant)).isEqualTo(AppUser.Role.ADMIN);
    signedIn(browser, tenant, EWA, "staff").context().close();
    assertThat(role(tenant)).isEqualTo(AppUser.Role.USER);
    refused(browser, tenant, "gosc@wrzos.example", "guest");
  }

  private void removalIsReadBackAndNobodyIsLost(Tenant tenant) {
    applied(tenant, SignInChange.removing(List.of("oidc")));
    assertThat(inn.tenants().running().signInProviders(inn.fresh(tenant))).isEmpty();
    assertThat(spec(tenant).environment()).doesNotContainKey("OAUTH_CLIENT_ID");
    assertThat(role(tenant)).isEqualTo(AppUser.Role.USER);
    assertThat(signIns().of(tenant).secrets()).isEmpty();
  }

  private AppUser.Role role(Tenant tenant) {
    return session(tenant).user(EWA).orElseThrow().role();
  }

  private void everythingIsUsedAsWanted(Tenant tenant) {
    EffectiveView view =
        inn.server().rooms().tenancy().variables().readings().last(inn.fresh(tenant));
    assertThat(view.readAt()).isNotNull();
    assertThat(view.lines()).filteredOn(line -> line.state().equals("differs")).isEmpty();
    assertThat(view.lines()).filteredOn(line -> line.state().equals("unknown")).isEmpty();
    // The catalogue's defaults are those of the real app: nothing looks as if somebody had set it.
    assertThat(view.lines()).filteredOn(line -> line.state().equals("in-the-app")).isEmpty();
    assertThat(view.toString()).doesNotContain(SECRET);
  }

  private Page signedIn(TestingBrowser browser, Tenant tenant, String email) {
    return signedIn(browser, tenant, email, "");
  }

  private Page signedIn(TestingBrowser browser, Tenant tenant, String email, String roles) {
    Page page = browser.page(1280, 900);
    toTheProvider(page, tenant, email, roles);
    Locator input = page.locator("#chat-input").first();
    try {
      input.waitFor(new Locator.WaitForOptions().setTimeout(45_000));
    } catch (TimeoutError e) {
      // A changed network also breaks what a page was just loading.
      page.reload();
    }
    assertThat(input).isVisible(PATIENT);
    return page;
  }

  private void refused(TestingBrowser browser, Tenant tenant, String email, String roles) {
    Page page = browser.page(1280, 900);
    toTheProvider(page, tenant, email, roles);
    page.waitForURL("**/auth?error=**");
    assertThat(session(tenant).user(email)).isEmpty();
    page.context().close();
  }

  private void toTheProvider(Page page, Tenant tenant, String email, String roles) {
    TestingBrowser.open(page, address(tenant) + "/oauth/oidc/login");
    page.fill("#who", email);
    page.fill("#roles", roles);
    page.click("#go");
  }

  private void applied(Tenant tenant, SignInChange change) {
    finished(Optional.of(change(tenant, change)));
  }

  private Job change(Tenant tenant, SignInChange change) {
    Tenant now = inn.fresh(tenant);
    long seen = signIns().of(now).version();
    return inn.ended(
        signIns().change(now, change, seen, TestingServer.BY).job().orElseThrow().id());
  }

  private SignIns signIns() {
    return inn.server().rooms().tenancy().identity().signIns();
  }

  private AppSession session(Tenant tenant) {
    return inn.tenants().running().session(inn.fresh(tenant));
  }

  private ContainerSpec spec(Tenant tenant) {
    return inn.state(tenant).orElseThrow().actual();
  }

  /** All else must be the same before and after. */
  private static Set<String> changedVariables(ContainerSpec before, ContainerSpec after) {
    assertThat(bare(after)).isEqualTo(bare(before));
    Map<String, String> all = new LinkedHashMap<>(before.environment());
    all.putAll(after.environment());
    Set<String> changed = new HashSet<>();
    for (String name : all.keySet()) {
      String was = before.environment().getOrDefault(name, "");
      if (!was.equals(after.environment().getOrDefault(name, ""))) changed.add(name);
    }
    return changed;
  }

  private static ContainerSpec bare(ContainerSpec spec) {
    Map<String, String> labels = new LinkedHashMap<>(spec.labels());
    labels.remove("io.innkeeper.version");
    return new ContainerSpec(
        spec.name(),
        spec.imageId(),
        spec.command(),
        Map.of(),
        labels,
        spec.user(),
        spec.mounts(),
        spec.tmpfs(),
        spec.limits(),
        spec.port(),
        spec.network(),
        spec.extraHosts(),
        spec.health(),
        spec.stopGrace(),
        spec.logs());
  }

  private static SignInChange oidc(String issuer, String secret, String domain) {
    return new SignInChange(
        new SignInChange.Provider("oidc", "wrzos", secret, issuer, null, null, "Wrzos", null),
        null,
        List.of(domain),
        true,
        "user",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static SignInChange domains(String... domains) {
    return new SignInChange(
        null, null, List.of(domains), null, null, null, null, null, null, null, null, null, null);
  }
}
