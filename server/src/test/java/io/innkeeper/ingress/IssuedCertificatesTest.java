package io.innkeeper.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.innkeeper.http.ConsoleTls;
import io.innkeeper.ingress.certificate.KeyAndChain;
import io.innkeeper.ingress.certificate.SelfMade;
import io.innkeeper.ingress.certificate.StoredCertificate;
import io.innkeeper.ingress.certificate.StoredCertificate.Source;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.job.Job;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.Dialect;
import io.innkeeper.store.Home;
import io.innkeeper.store.TestingStore;
import io.innkeeper.testing.FreePort;
import io.innkeeper.testing.TestingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates of a real authority, which looks at names through a real nginx. */
@SuppressWarnings("NullAway.Init") // opened before each test
class IssuedCertificatesTest {
  private static final String CHAT = "chat.wrzos.example";
  private static FrontVisitor people;
  private static TestingDns dns;
  private static TestingApp app;
  private static TestingPebble pebble;
  private final TestingClock clock =
      new TestingClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  private TestingStore store;
  private TestingIngress ingress;

  @BeforeAll
  static void start() throws IOException {
    people = new FrontVisitor(FreePort.any(), FreePort.any());
    dns = TestingDns.start().knows(CHAT, "127.0.0.1").knows("blocked.example", "127.0.0.1");
    app = TestingApp.start();
    pebble = TestingPebble.start(dns.server(), people.http(), false);
  }

  @AfterAll
  static void end() throws IOException {
    pebble.close();
    app.close();
    dns.close();
  }

  @BeforeEach
  void open() throws IOException {
    open(pebble);
  }

  private void open(TestingPebble authority, String... more) throws IOException {
    open(authority.directory(), authority.root(), more);
  }

  private void open(String directory, Path root, String... more) throws IOException {
    store = TestingStore.open(Dialect.SQLITE);
    ingress = on(directory, root, more);
    ingress.named(ingress.house("wrzos", app.port()), CHAT);
  }

  private TestingIngress on(String directory, Path root, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--innkeeper.ingress.acme.directory=" + directory,
                "--innkeeper.ingress.acme.agree-terms=true",
                "--innkeeper.ingress.acme.trust=" + root,
                "--innkeeper.ingress.acme.patience=20s"));
    words.addAll(Arrays.asList(more));
    Database database = store.database();
    return TestingIngress.on(database, clock, people, words.toArray(String[]::new));
  }

  @AfterEach
  void close() {
    ingress.close();
    store.close();
  }

  private StoredCertificate shown(String name) {
    return ingress.room().certificates().get(ingress.claim(name).certificate().orElseThrow());
  }

  @Test
  void certificateIsIssuedShownRenewedInTimeAndRevoked() throws IOException {
    assertThat(people.certificate(CHAT).getIssuerX500Principal().getName()).contains(CHAT);
    assertThat(people.get(CHAT, "/").header("Strict-Transport-Security")).isEmpty();
    assertThat(ingress.request(CHAT).state()).isEqualTo(Job.State.FINISHED);
    StoredCertificate first = shown(CHAT);
    assertThat(first.source()).isEqualTo(Source.ACME);
    assertThat(first.names()).containsExactly(CHAT);
    assertThat(people.certificate(CHAT).getIssuerX500Principal().getName()).contains("Pebble");
    assertThat(people.get(CHAT, "/").header("Strict-Transport-Security")).isNotEmpty();

    clock.pass(Duration.ofDays(50));
    assertThat(ingress.room().renew()).as("not yet").isEmpty();
    clock.pass(Duration.ofDays(11));
    assertThat(ingress.room().renew()).isEqualTo("1 certificates are being requested");
    ingress.awaitJobs();
    StoredCertificate second = shown(CHAT);
    assertThat(second.replaces()).contains(first.id());
    assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());

    StoredCertificate revoked = ingress.room().revoke(second.id(), true, TestingIngress.BY);
    assertThat(revoked.revokedAt()).isPresent();
    assertThat(shown(CHAT).id()).as("it is shown no longer").isNotEqualTo(second.id());
    assertThat(ingress.room().revoke(second.id(), true, TestingIngress.BY)).isEqualTo(revoked);
    ingress.awaitJobs();
    assertThat(shown(CHAT).source()).as("another was asked for at once").isEqualTo(Source.ACME);

    // As if we had died between the authority's answer and our row.
    ingress.forgetRevocation(second.id());
    assertThat(ingress.room().revoke(second.id(), true, TestingIngress.BY).revokedAt()).isPresent();
  }

  @Test
  void theAuthorityIsAskedWhenToRenewAsOftenAsItWishes() throws IOException {
    ingress.request(CHAT);
    Instant ours = shown(CHAT).renewAt().orElseThrow();
    long before = pebble.askedForRenewal();
    ingress.room().renew();
    assertThat(shown(CHAT).renewAt().orElseThrow()).as("its window").isNotEqualTo(ours);
    clock.pass(Duration.ofHours(5));
    ingress.room().renew();
    assertThat(pebble.askedForRenewal()).as("it said: in six hours").isEqualTo(before + 1);
    clock.pass(Duration.ofHours(2));
    ingress.room().renew();
    assertThat(pebble.askedForRenewal()).isEqualTo(before + 2);
  }

  @Test
  void authorityThatWantsOneReplacedSoonerIsFollowed() {
    ingress.request(CHAT);
    assertThat(ingress.room().renew()).isEmpty();
    StoredCertificate first = shown(CHAT);
    assertThat(first.renewAt().orElseThrow()).isAfter(clock.instant().plus(Duration.ofDays(50)));
    ingress.recall(first);
    clock.pass(Duration.ofHours(5));
    assertThat(ingress.room().renew()).as("it wished to be asked in six hours").isEmpty();
    clock.pass(Duration.ofHours(2));
    assertThat(ingress.room().renew()).isEqualTo("1 certificates are being requested");
    ingress.awaitJobs();
    assertThat(shown(CHAT).replaces()).contains(first.id());
    assertThat(shown(CHAT).renewAt().orElseThrow()).isAfter(clock.instant());
  }

  @Test
  void authorityThatWasAskedTooOftenIsLeftAlone() throws IOException {
    Instant until = clock.instant().plus(Duration.ofHours(3));
    try (TiredAuthority tired = TiredAuthority.start(Duration.ofHours(3))) {
      close();
      open(tired.directory(), tired.root());
      assertThat(ingress.request(CHAT).failure().orElse(""))
          .contains("asked the authority too often", "too many accounts");
      Claim claim = ingress.claim(CHAT);
      assertThat(claim.problem()).contains("too often");
      assertThat(claim.notBefore().orElseThrow())
          .isBetween(until.minusSeconds(60), until.plusSeconds(60));
      int asked = tired.asked();
      clock.pass(Duration.ofHours(2));
      assertThat(ingress.room().renew()).isEmpty();
      assertThatThrownBy(() -> ingress.request(CHAT))
          .hasMessageStartingWith(
              "No order for chat.wrzos.example was sent: the authority was asked too often")
          .hasMessageContaining(
              "until " + claim.notBefore().orElseThrow().toString().substring(0, 16));
      assertThat(tired.asked()).isEqualTo(asked);
      clock.pass(Duration.ofHours(1).plusMinutes(1));
      ingress.request(CHAT);
      assertThat(tired.asked()).as("its limit is over").isGreaterThan(asked);
    }
  }

  @Test
  void whatIsUploadedMeanwhileCountsOverWhatTheAuthorityIssues() throws Exception {
    KeyAndChain own = SelfMade.of(CHAT, clock.instant());
    AtomicBoolean given = new AtomicBoolean();
    StoredCertificate issued =
        ingress
            .room()
            .certificates()
            .issue(
                new Hostname(CHAT),
                TestingIngress.BY,
                said -> {
                  if (given.compareAndSet(false, true))
                    ingress
                        .room()
                        .upload(
                            new Hostname(CHAT),
                            own.chainPem(),
                            Secret.of(own.keyPem()),
                            TestingIngress.BY);
                });
    assertThat(issued.source()).isEqualTo(Source.ACME);
    assertThat(shown(CHAT).fingerprint()).isEqualTo(own.fingerprint());
    assertThat(ingress.claim(CHAT).automatic()).isFalse();
  }

  @Test
  void keysOfEarlierTreesGoWithThem() throws IOException {
    Path trees = ingress.room().front().door().root().path().resolve("trees");
    ingress.named(ingress.house("brzoza", app.port()), "brzoza.example");
    ingress.room().tend();
    try (Stream<Path> all = Files.list(trees)) {
      assertThat(all).hasSize(1);
    }
  }

  @Test
  void consolesCertificateComesFromTheAuthorityToo(@TempDir Path home) throws IOException {
    dns.knows("console.wrzos.example", "127.0.0.1");
    close();
    open(pebble, "--innkeeper.ingress.console-hostname=console.wrzos.example");
    ConsoleTls tls = serveConsole(home);
    assertThat(ingress.room().renew()).contains("The console’s certificate is being requested");
    ingress.awaitJobs();
    assertThat(tls.shown().names()).containsExactly("console.wrzos.example");
    assertThat(tls.shown().issuer()).contains("Pebble");
    String first = tls.shown().fingerprint();
    assertThat(ingress.room().renew()).doesNotContain("console");
    clock.pass(Duration.ofDays(61));
    assertThat(ingress.room().renew()).contains("console");
    ingress.awaitJobs();
    assertThat(tls.shown().fingerprint()).isNotEqualTo(first);
    assertThat(new ConsoleTls(new Home(home), List.of(), clock).automatic()).isTrue();
  }

  @Test
  void refusedConsoleNameWaitsAlsoAfterARestart(@TempDir Path home) throws IOException {
    close();
    open(pebble, "--innkeeper.ingress.console-hostname=nowhere.wrzos.example");
    serveConsole(home);
    assertThat(ingress.room().renew()).contains("The console’s certificate is being requested");
    ingress.awaitJobs();
    serveConsole(home);
    assertThat(ingress.room().console().orElseThrow().problem()).contains("nowhere.wrzos.example");
    assertThat(ingress.room().renew()).doesNotContain("console");
    clock.pass(Duration.ofHours(6).plusMinutes(1));
    assertThat(ingress.room().renew()).contains("The console’s certificate is being requested");
    ingress.awaitJobs();
  }

  private ConsoleTls serveConsole(Path home) {
    ConsoleTls tls = new ConsoleTls(new Home(home), List.of(), clock);
    ingress.room().serveConsole(tls);
    return tls;
  }

  @Test
  void whatNginxWouldRefuseIsNoRow() {
    KeyAndChain weak = WeakCertificate.of(CHAT, clock.instant(), 1024, "SHA256withRSA");
    assertThatThrownBy(() -> ingress.room().front().refuseUnusable(new Hostname(CHAT), weak))
        .hasMessageContaining("nginx would not take this certificate");
  }

  @Test
  void workersThatServeSomethingOlderAreMended() throws Exception {
    Front front = ingress.room().front();
    Path root = front.door().root().path();
    Path older = Files.readSymbolicLink(root.resolve("current"));
    ingress.named(ingress.house("brzoza", app.port()), "brzoza.example");
    Path newer = Files.readSymbolicLink(root.resolve("current"));
    relink(root, older);
    front.door().nginx().reload();
    await().until(() -> front.door().served().equals(Optional.of(older.getFileName().toString())));
    relink(root, newer);
    assertThat(front.state().word()).isEqualTo("behind");
    assertThat(ingress.room().tend()).isEqualTo("nginx serves 2 tenants");
    assertThat(front.state().word()).isEqualTo("serving");
  }

  private static void relink(Path root, Path tree) throws IOException {
    Files.delete(root.resolve("current"));
    Files.createSymbolicLink(root.resolve("current"), tree);
  }

  @Test
  void nameThatLeadsElsewhereIsNotProvenAndTriedAgainLater() {
    ingress
        .hostnames()
        .add(
            ingress.hostnames().street().named("wrzos"),
            new Hostname("gone.example"),
            TestingIngress.BY);
    Job job = ingress.request("gone.example");
    assertThat(job.state()).isEqualTo(Job.State.TAKEN_BACK);
    assertThat(job.failure().orElse("")).contains("could not convince itself that gone.example");
    Claim claim = ingress.claim("gone.example");
    assertThat(claim.problem()).isNotEmpty();
    assertThat(claim.notBefore()).contains(clock.instant().plus(Duration.ofMinutes(30)));
    assertThat(ingress.room().certificates().get(claim.certificate().orElseThrow()).source())
        .isEqualTo(Source.SELF_SIGNED);
  }

  @Test
  void refusedNameSaysWhy() {
    ingress.named(ingress.house("blocked", app.port()), "blocked.example");
    assertThat(ingress.request("blocked.example").failure().orElse(""))
        .contains("the authority refused", "blocked.example");
  }

  @Test
  void forgottenAccountIsMadeAgain() throws IOException {
    int port = FreePort.any();
    TestingPebble before = TestingPebble.start(port, dns.server(), people.http(), false);
    close();
    open(before);
    assertThat(ingress.request(CHAT).state()).isEqualTo(Job.State.FINISHED);
    before.close();
    assertThat(ingress.request(CHAT).failure().orElse("")).contains("can’t be reached");
    try (TestingPebble after = TestingPebble.start(port, before, dns.server(), people.http())) {
      assertThat(after.port()).isEqualTo(port);
      Job job = ingress.request(CHAT);
      assertThat(job.failure()).isEmpty();
    }
  }

  @Test
  void accountsAreBoundWhereTheAuthorityWantsIt() throws IOException {
    try (TestingPebble bound = TestingPebble.start(dns.server(), people.http(), true)) {
      close();
      open(bound);
      assertThat(ingress.request(CHAT).failure().orElse("")).contains("refused");
      close();
      open(bound, eab(TestingPebble.KEY.replace('z', 'y')));
      assertThat(ingress.request(CHAT).failure().orElse("")).contains("refused");
      close();
      open(bound, eab(TestingPebble.KEY));
      assertThat(ingress.request(CHAT).failure()).isEmpty();
    }
  }

  private static String[] eab(String key) throws IOException {
    Path file = Files.writeString(Files.createTempFile("eab", ".txt"), key);
    return new String[] {
      "--innkeeper.ingress.acme.eab-key-id=" + TestingPebble.KEY_ID,
      "--innkeeper.ingress.acme.eab-key-file=" + file
    };
  }
}
