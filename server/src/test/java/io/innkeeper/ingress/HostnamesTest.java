package io.innkeeper.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.doctor.Finding;
import io.innkeeper.doctor.Finding.State;
import io.innkeeper.doctor.FrontChecks;
import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.certificate.KeyAndChain;
import io.innkeeper.ingress.certificate.SelfMade;
import io.innkeeper.ingress.dns.DnsReport.Verdict;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Names lead to one tenant each, and show what is good for them. */
class HostnamesTest {
  private static final String CHAT = "chat.wrzos.example";
  private static final String AI = "ai.wrzos.example";
  private final TestingClock clock = new TestingClock();
  private TestingIngress ingress;
  private TestingDns dns;
  private House wrzos;
  private House brzoza;
  private Database store;

  @BeforeEach
  void open(Database database) throws IOException {
    store = database;
    dns = TestingDns.start();
    ingress =
        TestingIngress.on(
            database,
            clock,
            "--innkeeper.ingress.mode=none",
            "--innkeeper.tls.names=Panel.Example,192.0.2.9",
            "--innkeeper.ingress.dns-server=" + dns.server(),
            "--innkeeper.ingress.public-addresses=192.0.2.1,2001:db8::1");
    wrzos = ingress.house("wrzos", 1);
    brzoza = ingress.house("brzoza", 2);
    ingress.named(wrzos, CHAT);
  }

  @AfterEach
  void close() {
    ingress.close();
    dns.close();
  }

  private Hostnames names() {
    return ingress.hostnames();
  }

  private static Hostname name(String text) {
    return new Hostname(text);
  }

  private static String refusal(Runnable deed) {
    try {
      deed.run();
      return "";
    } catch (Fault e) {
      return e.code() + ": " + e.said();
    }
  }

  private List<String> names(House house) {
    return names().of(house.id()).stream().map(one -> one.name() + " " + one.role()).toList();
  }

  @StoreTest
  void aNameLeadsToOneTenant() {
    names().add(wrzos, name(AI), TestingIngress.BY);
    names().add(wrzos, name(AI), TestingIngress.BY);
    assertThat(names(wrzos)).containsExactly(CHAT + " primary", AI + " alias");
    for (String taken : List.of(CHAT, AI)) {
      String said = "hostname-taken: " + taken + " leads to wrzos already.";
      assertThat(refusal(() -> names().add(brzoza, name(taken), TestingIngress.BY)))
          .isEqualTo(said);
      assertThat(refusal(() -> ingress.claim(brzoza, Optional.of(taken)))).isEqualTo(said);
    }
    assertThat(names(brzoza)).isEmpty();
    assertThat(refusal(() -> names().remove(name("x.example"), TestingIngress.BY)))
        .startsWith("no-such-hostname");
  }

  @StoreTest
  void consolesOwnNameLeadsToNoTenant() {
    assertThat(refusal(() -> names().add(wrzos, name("panel.example"), TestingIngress.BY)))
        .isEqualTo("hostname-of-console: panel.example is the console’s own name.");
    assertThat(names(wrzos)).containsExactly(CHAT + " primary");
  }

  @StoreTest
  void anAliasMovesOnRequestAndAPrimaryNameDoesNot() {
    names().add(wrzos, name(AI), TestingIngress.BY);
    names().move(name(AI), brzoza, TestingIngress.BY);
    assertThat(names(brzoza)).containsExactly(AI + " alias");
    assertThat(refusal(() -> names().move(name(CHAT), brzoza, TestingIngress.BY)))
        .startsWith("hostname-primary");
    ingress.claim(brzoza, Optional.of(AI));
    assertThat(names(brzoza)).containsExactly(AI + " primary");
    ingress.settle(brzoza);
    ingress.claim(brzoza, Optional.empty());
    ingress.settle(brzoza);
    names().add(wrzos, name(AI), TestingIngress.BY);
    assertThat(audited("hostname.move").after()).contains("brzoza");
    names().remove(name(AI), TestingIngress.BY);
    assertThat(audited("hostname.remove").before()).contains(AI);
    assertThat(audited("hostname.remove").after()).doesNotContain(AI);
  }

  @StoreTest
  void theNameBeforeIsFreeOnlyWhenTheNewOneIsReached() {
    names().add(wrzos, name(AI), TestingIngress.BY);
    KeyAndChain own = SelfMade.of(CHAT, clock.instant());
    assertThat(upload(own.chainPem(), own)).isEmpty();
    Claim before = ingress.claim(CHAT);

    ingress.claim(wrzos, Optional.of(AI));
    assertThat(names(wrzos)).containsExactly(AI + " primary", CHAT + " alias");
    assertThat(refusal(() -> ingress.claim(brzoza, Optional.of(CHAT))))
        .startsWith("hostname-taken");
    assertThat(refusal(() -> names().move(name(CHAT), brzoza, TestingIngress.BY)))
        .startsWith("hostname-leaving");
    ingress.claim(wrzos, Optional.of(CHAT));
    assertThat(names(wrzos)).containsExactly(CHAT + " primary", AI + " alias");
    assertThat(ingress.claim(CHAT)).as("with its certificate").isEqualTo(before);

    ingress.claim(wrzos, Optional.of("new.wrzos.example"));
    ingress.claim(wrzos, Optional.of(CHAT));
    assertThat(names(wrzos)).as("no trace").containsExactly(CHAT + " primary", AI + " alias");

    ingress.claim(wrzos, Optional.of(AI));
    ingress.settle(wrzos);
    assertThat(names(wrzos)).containsExactly(AI + " primary");
    ingress.claim(brzoza, Optional.of(CHAT));
  }

  @StoreTest
  void whatNginxDoesNotTakeIsAsIfNobodyHadAsked() throws IOException {
    try (TestingIngress stuck = stuck()) {
      House korb = stuck.neighbour(wrzos);
      House lumen = stuck.neighbour(brzoza);
      stuck.claim(lumen, Optional.of("brzoza.example"));
      Hostnames its = stuck.hostnames();
      assertThat(refusal(() -> its.add(korb, name(AI), TestingIngress.BY)))
          .startsWith("nginx-missing");
      assertThat(its.of(korb.id())).hasSize(1);
      stuck.alias(korb, AI);
      assertThat(refusal(() -> its.move(name(AI), lumen, TestingIngress.BY)))
          .startsWith("nginx-missing");
      assertThat(refusal(() -> its.remove(name(AI), TestingIngress.BY)))
          .startsWith("nginx-missing");
      assertThat(its.of(lumen.id())).hasSize(1);
      assertThat(its.get(name(AI)).tenant()).isEqualTo(korb.id());
    }
  }

  @StoreTest
  void whatCanNotBeWrittenIsAsIfNobodyHadAsked() throws IOException {
    try (TestingIngress full = stuck()) {
      full.neighbour(wrzos);
      Path trees = full.room().front().door().root().path().resolve("trees");
      Files.delete(trees);
      Files.createFile(trees);
      assertThat(refusal(() -> full.hostnames().add(wrzos, name(AI), TestingIngress.BY)))
          .startsWith("front-door-files");
      assertThat(full.hostnames().of(wrzos.id())).hasSize(1);
    }
  }

  @StoreTest
  void peopleAreKeptOutOnlyIfNginxKeepsThemOut() throws IOException {
    try (TestingIngress stuck = stuck()) {
      stuck.neighbour(wrzos);
      Hostnames its = stuck.hostnames();
      assertThat(refusal(() -> its.maintenance(wrzos, true, "Soon.", TestingIngress.BY)))
          .startsWith("nginx-missing");
      assertThat(its.door(wrzos.id()).maintenance()).isFalse();
      assertThat(audited("tenant.maintenance").note()).startsWith("Taken back");
    }
  }

  @StoreTest
  void anIllNginxKeepsNobodyFromClosingNorFromWorkingWithoutAName() throws Exception {
    try (TestingIngress stuck = stuck()) {
      stuck.neighbour(wrzos);
      stuck.room().closed(wrzos.id());
      assertThat(stuck.hostnames().door(wrzos.id()).open()).isFalse();
      stuck.room().opened(brzoza.id(), said -> {});
      assertThat(stuck.hostnames().door(brzoza.id()).open()).isTrue();
      stuck.room().reopened(wrzos.id());
      assertThat(stuck.hostnames().door(wrzos.id()).open()).isTrue();
    }
  }

  @StoreTest
  void logsArePutAsideThoughNginxTakesNothing() throws IOException {
    try (TestingIngress stuck = stuck()) {
      Path logs = stuck.room().front().door().root().siteLogs();
      try (RandomAccessFile log = new RandomAccessFile(logs.resolve("wrzos.log").toFile(), "rw")) {
        log.setLength(stuck.room().settings().logMegabytes() * 1024L * 1024 + 1);
      }
      assertThat(refusal(() -> stuck.room().tend())).startsWith("nginx-missing");
      assertThat(logs.resolve("wrzos.log.1")).exists();
    }
  }

  private TestingIngress stuck() throws IOException {
    return TestingIngress.on(
        store, clock, "--innkeeper.ingress.mode=host", "--innkeeper.ingress.binary=/none");
  }

  private AuditLine audited(String verb) {
    return ingress
        .audit()
        .lines(
            new AuditFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            Optional.empty(),
            50)
        .stream()
        .filter(line -> line.verb().equals(verb))
        .findFirst()
        .orElseThrow();
  }

  @StoreTest
  void dnsIsShownBesideWhereWeAre() {
    dns.knows("here.example", "192.0.2.1", "2001:db8::1")
        .knows("half.example", "192.0.2.1", "198.51.100.7")
        .knows("else.example", "198.51.100.7")
        .knows("proxied.example", "104.16.1.1")
        .alias("www.example", "here.example");
    assertThat(verdict("here.example")).isEqualTo(Verdict.HERE);
    assertThat(verdict("half.example")).isEqualTo(Verdict.PARTLY);
    assertThat(verdict("else.example")).isEqualTo(Verdict.ELSEWHERE);
    assertThat(verdict("proxied.example")).isEqualTo(Verdict.BEHIND_PROXY);
    assertThat(verdict("none.example")).isEqualTo(Verdict.NOWHERE);
    assertThat(verdict("www.example")).isEqualTo(Verdict.HERE);
    assertThat(ingress.room().dns(name("www.example")).records().cname())
        .containsExactly("here.example");
    assertThat(ingress.room().dns(name("else.example")).said())
        .isEqualTo(
            "else.example points to 198.51.100.7; this machine is 192.0.2.1, 2001:db8:0:0:0:0:0:1.");
  }

  private Verdict verdict(String text) {
    return ingress.room().dns(name(text)).verdict();
  }

  @StoreTest
  void uploadIsCheckedAndShown() {
    KeyAndChain good = SelfMade.of(CHAT, clock.instant());
    KeyAndChain other = SelfMade.of(AI, clock.instant());
    KeyAndChain old = SelfMade.of(CHAT, clock.instant().minus(Duration.ofDays(500)));
    assertThat(upload(good.chainPem(), other)).contains("they don't belong together");
    assertThat(upload(other.chainPem(), other)).contains("is for " + AI + ", not for " + CHAT);
    assertThat(upload(old.chainPem(), old)).contains("ran out on");
    assertThat(upload(good.chainPem() + other.chainPem(), good)).contains("not in order");
    assertThat(upload("nonsense", good)).contains("no certificate in PEM");
    assertThat(upload(good.keyPem(), good)).contains("holds a private key");
    assertThat(upload(good.chainPem(), "nonsense")).contains("no private key in PEM");
    assertThat(upload(good.chainPem(), LOCKED)).contains("has a password");
    KeyAndChain small = WeakCertificate.of(CHAT, clock.instant(), 1024, "SHA256withRSA");
    KeyAndChain old1 = WeakCertificate.of(CHAT, clock.instant(), 2048, "SHA1withRSA");
    assertThat(upload(small.chainPem(), small)).contains("RSA key of 1024 bits");
    assertThat(upload(old1.chainPem(), old1)).contains("signed with SHA1withRSA");
    assertThat(upload(good.chainPem(), good)).isEmpty();
    Claim claim = ingress.claim(CHAT);
    assertThat(claim.automatic()).isFalse();
    assertThat(ingress.room().certificates().get(claim.certificate().orElseThrow()).fingerprint())
        .isEqualTo(good.fingerprint());
    assertThat(
            store.<List<String>, RuntimeException>read(
                handle ->
                    handle
                        .createQuery("select sealed_key from certificates")
                        .mapTo(String.class)
                        .list()))
        .allSatisfy(kept -> assertThat(kept).doesNotContain("PRIVATE KEY"));
    assertThat(refusal(() -> ingress.room().certificates().request(name(CHAT), TestingIngress.BY)))
        .startsWith("acme-not-set");
  }

  @StoreTest
  void whatRanOutIsBadThoughAnotherStandsInForIt() {
    ingress.room().front().state();
    assertThat(certificates().state()).as("one that we signed").isEqualTo(State.OK);
    KeyAndChain own = SelfMade.of(CHAT, clock.instant());
    assertThat(upload(own.chainPem(), own)).isEmpty();
    assertThat(certificates().state()).isEqualTo(State.OK);
    for (int years = 0; years < 2; years++) {
      clock.pass(Duration.ofDays(400));
      ingress.room().front().state();
      assertThat(certificates())
          .returns(State.BAD, Finding::state)
          .returns("The certificate of " + CHAT + " has run out.", Finding::what);
    }
    store.change(handle -> HostnameRows.automatic(handle, name(CHAT)));
    assertThat(certificates().command()).contains("certificate request");
  }

  @StoreTest
  void certificatesGoWithTheirNamesUnlessOthersNeedThem() {
    names().add(wrzos, name(AI), TestingIngress.BY);
    KeyAndChain wide = SelfMade.of("*.wrzos.example", clock.instant());
    KeyAndChain own = SelfMade.of(CHAT, clock.instant());
    assertThat(upload(own.chainPem(), own)).isEmpty();
    assertThat(upload(wide.chainPem(), wide)).isEmpty();
    names().move(name(AI), brzoza, TestingIngress.BY);
    store.change(handle -> HostnameClaims.release(handle, wrzos.id()));
    assertThat(kept()).as("another name could show it").containsExactly("*.wrzos.example");
    store.change(handle -> HostnameClaims.release(handle, brzoza.id()));
    assertThat(kept()).isEmpty();
  }

  @StoreTest
  void certificatesThatRanOutLongAgoAreForgottenWithTheirKeys() {
    KeyAndChain first = SelfMade.of(CHAT, clock.instant());
    assertThat(upload(first.chainPem(), first)).isEmpty();
    clock.pass(Duration.ofDays(300));
    KeyAndChain second = SelfMade.of(CHAT, clock.instant());
    assertThat(upload(second.chainPem(), second)).isEmpty();
    clock.pass(Duration.ofDays(300));
    assertThat(ingress.room().renew()).isEmpty();
    clock.pass(Duration.ofDays(200));
    ingress.room().front().state();
    assertThat(ingress.room().renew()).isEqualTo("1 old certificates are forgotten");
    assertThat(audited("certificate.forget").note()).startsWith("1 that ran out");
    clock.pass(Duration.ofDays(800));
    ingress.room().front().state();
    ingress.room().renew();
    assertThat(certificates().what()).as("it is known what there was").contains("has run out");
  }

  private List<String> kept() {
    return ingress.room().certificates().all().stream()
        .flatMap(one -> one.names().stream())
        .toList();
  }

  private Finding certificates() {
    return FrontChecks.certificates(ingress.room(), clock).look().getFirst();
  }

  private static final String LOCKED =
      "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
          + "MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhH2TZ4tFfwKwICCAAw\n"
          + "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEF1s2sQQ1b9Ym3Gf0kL3TLcEQOfN\n"
          + "-----END ENCRYPTED PRIVATE KEY-----\n";

  private String upload(String chain, KeyAndChain key) {
    return upload(chain, key.keyPem());
  }

  private String upload(String chain, String key) {
    return refusal(
        () -> ingress.room().upload(name(CHAT), chain, Secret.of(key), TestingIngress.BY));
  }
}
