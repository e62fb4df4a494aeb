package io.innkeeper.infrastructure.login;

import static io.innkeeper.infrastructure.login.LoginHouse.HOST;
import static io.innkeeper.infrastructure.login.LoginHouse.RIGHT;
import static io.innkeeper.infrastructure.login.LoginHouse.actor;
import static io.innkeeper.infrastructure.login.LoginHouse.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.LoginOutcome;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.reading.Right;
import io.innkeeper.infrastructure.reading.Rights;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.CapturedLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Tries against a stand-in for SSH that counts what reaches it, on both stores. */
class LoginTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path home;
  private LoginHouse house;
  private Environment lab;
  private Credential root;

  @BeforeEach
  void open(Database database) {
    house = new LoginHouse(database, home);
    lab = house.lab("Lab");
    root = house.esx(lab, "root", RIGHT);
    house.ssh.account("root", RIGHT);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private List<String> lines(String verb) {
    return house.vault.lines().stream()
        .filter(line -> line.verb().equals(verb))
        .map(AuditLine::note)
        .toList();
  }

  @StoreTest
  void offByDefaultSendsNothing(Database database) throws InterruptedException {
    try (LoginHouse off = new LoginHouse(database, home, false, List.of())) {
      assertThat(off.code(root)).isEqualTo("login-test-off");
      assertThat(off.ssh.tried()).isEmpty();
      assertThat(off.logins().standing(root.id()).against()).isPresent();
    }
  }

  @StoreTest
  void oneTryReachesTheHostAndIsTold() throws InterruptedException {
    LoginTry tried = house.attempt(root);

    assertThat(tried.outcome()).isEqualTo(LoginOutcome.SIGNS_IN);
    assertThat(tried.shown().orElse("")).contains("SHA256:");
    assertThat(house.ssh.tried()).containsExactly("root");
    assertThat(house.ssh.begun()).isEmpty();
    Credential now = house.now(root);
    assertThat(now.verifiedAt()).contains(house.clock.instant());
    assertThat(now.tried().orElseThrow().outcome()).isEqualTo(LoginOutcome.SIGNS_IN);
    assertThat(now.tried().orElseThrow().by()).isEqualTo("marta");
    Standing standing = house.logins().standing(root.id());
    assertThat(standing.last()).contains(tried);
    assertThat(standing.hostKey().map(HostKey::toString)).isEqualTo(tried.shown());
    assertThat(lines("credential.try")).singleElement().asString().contains("ticket 4312");
    assertThat(lines("credential.tried")).containsExactly("signs in");
    assertThat(lines("host-key.remember")).hasSize(1);
  }

  @StoreTest
  void whoMayNotOrDoesNotSayWhySendsNothing() throws InterruptedException {
    Principal ola = somebody("ola", Role.OPERATOR);
    assertThatThrownBy(
            () -> house.logins().attempt(root.id(), "ticket 9", ola, ola.actor("::1", "r-2")))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo("credential-right"));
    assertThatThrownBy(() -> house.logins().attempt(root.id(), "", LoginHouse.ADMIN, actor()))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo("reason-missing"));
    assertThat(house.ssh.tried()).isEmpty();

    Rights.Holder holder = new Rights.Holder(ola.id(), "ola");
    house.reading().rights().give(holder, Optional.of(lab.id()), List.of(Right.TRY), actor());
    assertThat(
            house.logins().attempt(root.id(), "ticket 9", ola, ola.actor("::1", "r-3")).outcome())
        .isEqualTo(LoginOutcome.SIGNS_IN);
  }

  @StoreTest
  void secondWithinTheHourReachesNobody(Database database) throws InterruptedException {
    house.attempt(root);
    house.clock.pass(HOUR.minusMillis(1));
    assertThat(house.code(root)).isEqualTo("login-too-soon");
    LoginHouse other = house.beside(database);
    assertThat(other.code(root)).isEqualTo("login-too-soon");
    other.stop();
    // The same account told by another environment is the same account at its host.
    Credential twin = house.esx(house.lab("Twin"), "ROOT", RIGHT);
    assertThat(house.code(twin)).isEqualTo("login-too-soon");
    assertThat(house.ssh.tried()).hasSize(1);
    assertThat(house.logins().standing(root.id()).tries())
        .extracting(LoginTry::outcome)
        .containsExactly(LoginOutcome.NOT_TRIED, LoginOutcome.NOT_TRIED, LoginOutcome.SIGNS_IN);

    house.clock.pass(Duration.ofMillis(1));
    assertThat(house.code(root)).isEqualTo("signs-in");
  }

  @StoreTest
  void wrongPasswordIsSentOnceForEver() throws InterruptedException {
    house.ssh.account("root", "something else");
    assertThat(house.code(root)).isEqualTo("refused");
    house.clock.pass(HOUR.multipliedBy(30));
    assertThat(house.code(root)).isEqualTo("login-known-wrong");
    Credential twin = house.esx(house.lab("Twin"), "root", RIGHT);
    assertThat(house.code(twin)).isEqualTo("login-known-wrong");
    house.changed(root, "Another-One-1!");
    house.ssh.account("root", "Another-One-1!");
    assertThat(house.code(root)).isEqualTo("signs-in");
    house.clock.pass(HOUR);
    house.changed(root, RIGHT);
    assertThat(house.code(root)).isEqualTo("login-known-wrong");
    assertThat(house.ssh.tried()).hasSize(2);
    // A refused password is not offered a second time by another method.
    assertThat(house.ssh.begun()).isEmpty();
  }

  @StoreTest
  void aHostThatAsksAtTheKeyboardIsAnsweredOnce() throws InterruptedException {
    house.ssh.methods(false, true);
    assertThat(house.code(root)).isEqualTo("signs-in");
    Credential wrong = house.esx(lab, "svc-vcf", "Not-The-One-1!");
    assertThat(house.code(wrong)).isEqualTo("refused");
    assertThat(house.ssh.tried()).containsExactly("root", "svc-vcf");
    assertThat(house.ssh.begun()).containsExactly("keyboard root", "keyboard svc-vcf");
  }

  @StoreTest
  void aHostThatTakesNoPasswordGetsNone() throws InterruptedException {
    house.ssh.methods(false, false);
    assertThat(house.code(root)).isEqualTo("not-reachable");
    assertThat(house.ssh.tried()).isEmpty();
    house.clock.pass(HOUR);
    house.ssh.methods(true, true);
    assertThat(house.code(root)).isEqualTo("signs-in");
  }

  @StoreTest
  void twentyAtOnceMakeOneTry() throws Exception {
    List<Future<String>> all = new ArrayList<>();
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++)
        all.add(
            threads.submit(
                () -> {
                  go.await();
                  return house.code(root);
                }));
      go.countDown();
    }
    List<String> codes = new ArrayList<>();
    for (Future<String> one : all) codes.add(one.get());
    assertThat(codes).containsOnlyOnce("signs-in");
    assertThat(codes).hasSize(20).isSubsetOf("signs-in", "login-too-soon", "login-known-wrong");
    assertThat(house.ssh.tried()).hasSize(1);
  }

  @StoreTest
  void anotherHostKeyGetsNothing() throws InterruptedException {
    house.attempt(root);
    house.ssh.anotherKey("ed25519", 256);
    house.clock.pass(HOUR);
    assertThat(house.code(root)).isEqualTo("host-key-changed");
    house.clock.pass(HOUR);
    assertThat(house.code(root)).isEqualTo("host-key-changed");
    assertThat(house.ssh.tried()).hasSize(1);

    house.logins().forgetHostKey(root.id(), actor());
    house.clock.pass(HOUR);
    assertThat(house.code(root)).isEqualTo("signs-in");
    assertThat(lines("host-key.forget")).hasSize(1);
    assertThatThrownBy(
            () -> {
              house.logins().forgetHostKey(root.id(), actor());
              house.logins().forgetHostKey(root.id(), actor());
            })
        .isInstanceOf(Fault.class);
  }

  @StoreTest
  void aHostWithSeveralKeysShowsTheOneThatIsKnown() throws InterruptedException {
    house.ssh.anotherKey("rsa", 2048);
    house.attempt(root);
    house.ssh.keys();
    house.clock.pass(HOUR);
    assertThat(house.code(root)).isEqualTo("signs-in");
  }

  @StoreTest
  void withoutAnAuditNothingIsSent(Database database) throws InterruptedException {
    database.change(handle -> handle.execute("alter table audit_lines rename to audit_gone"));
    assertThat(house.code(root)).isEqualTo("audit-down");
    assertThat(house.ssh.tried()).isEmpty();
    database.change(handle -> handle.execute("alter table audit_gone rename to audit_lines"));
    assertThat(house.code(root)).isEqualTo("signs-in");
  }

  @StoreTest
  void noAnswerLeavesTheOutcomeUnknownAndIsNotRepeated() throws InterruptedException {
    house.ssh.hangUp(true);
    assertThat(house.code(root)).isEqualTo("unknown");
    house.ssh.hangUp(false);
    house.clock.pass(HOUR);
    assertThat(house.code(root)).isEqualTo("login-known-wrong");
    assertThat(house.ssh.tried()).hasSize(1);
  }

  @StoreTest
  void aHostThatHangsIsLeft(Database database) throws InterruptedException {
    try (LoginHouse hurried = new LoginHouse(database, home, Duration.ofMillis(300))) {
      hurried.ssh.hang(Duration.ofMinutes(5));
      assertThat(hurried.code(root)).isEqualTo("unknown");
      assertThat(hurried.ssh.tried()).hasSize(1);
    }
  }

  @StoreTest
  void aPasswordThatMustBeChangedFirstIsNotRepeated() throws InterruptedException {
    house.ssh.methods(true, false);
    house.ssh.wantChange(true);
    assertThat(house.attempt(root).said()).contains("wants it changed");
    assertThat(house.ssh.tried()).hasSize(1);
  }

  @StoreTest
  void whatIsLockedExpiredOrDoubtfulIsNotTried() throws InterruptedException {
    house.told(root, "connectivity", "ERROR");
    assertThat(house.code(root)).isEqualTo("login-disconnected");
    house.told(root, "connectivity", "ACTIVE");
    house.told(root, "expiry_status", "LOCKED");
    assertThat(house.code(root)).isEqualTo("login-expired");
    house.told(root, "expiry_status", "EXPIRING");
    house.told(root, "expires_at", house.clock.instant().toEpochMilli());
    assertThat(house.code(root)).isEqualTo("login-expired");
    house.told(root, "expires_at", house.clock.instant().plus(HOUR).toEpochMilli());
    house.told(root, "missing_since", 1L);
    assertThat(house.code(root)).isEqualTo("login-missing");
    Credential other = house.esx(lab, "svc", RIGHT);
    house.told(other, "unreadable_since", 1L);
    assertThat(house.code(other)).isEqualTo("login-unreadable");
    house.told(root, "missing_since", null);
    Credential initial =
        house.account(lab, SourceKind.INSTALLER, HOST, "ESXI", "SSH", "root", "In-The-Beginning");
    assertThat(house.code(initial)).isEqualTo("login-initial");
    Credential none = house.account(lab, SourceKind.MANAGER, HOST, "ESXI", "SSH", "nobody");
    assertThat(house.code(none)).isEqualTo("login-no-password");
    Credential backup =
        house.account(lab, SourceKind.MANAGER, HOST, "BACKUP", "FTP", "backup", "B1!");
    assertThat(house.code(backup)).isEqualTo("login-no-way");
    assertThat(house.ssh.tried()).isEmpty();
    assertThat(house.code(root)).isEqualTo("signs-in");
  }

  @StoreTest
  void hostsThatMayNotBeAskedGetNothing(Database database) throws InterruptedException {
    try (LoginHouse strict = new LoginHouse(database, home, true, List.of())) {
      for (String host : List.of(HOST, "127.0.0.1", "169.254.169.254", "0.0.0.0", "::1")) {
        Credential one =
            strict.account(lab, SourceKind.MANAGER, host, "ESXI", "SSH", "at " + host, RIGHT);
        assertThat(strict.code(one)).as(host).isEqualTo("vcf-address-refused");
      }
      for (String host : List.of("127.1", "2130706433", "localhost:22", "a b", ""))
        assertThat(
                strict.code(
                    strict.account(lab, SourceKind.MANAGER, host, "ESXI", "SSH", "x" + host, "P")))
            .as(host)
            .isEqualTo("login-no-host");
      assertThat(strict.ssh.tried()).isEmpty();
      assertThat(strict.ssh.sessions()).isZero();
    }
  }

  @StoreTest
  void thePasswordIsNowhereButSealed(Database database) throws InterruptedException {
    Credential wrong = house.esx(lab, "svc-wrong", "Wr0ng-And-Kept!");
    String told = "";
    try (CapturedLog log = CapturedLog.begin()) {
      ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.TRACE);
      told += house.attempt(root) + "" + house.attempt(wrong);
      house.ssh.methods(false, true);
      house.clock.pass(HOUR);
      told += house.attempt(root);
      told += house.logins().standing(wrong.id()) + "" + house.vault.lines() + log.text();
    }
    for (String table : List.of("login_tries", "login_claims", "login_failures", "host_keys"))
      told +=
          database.read(
              handle -> handle.createQuery("select * from " + table).mapToMap().list().toString());
    assertThat(told).contains("svc-wrong", "SHA256:").doesNotContain(RIGHT, "Wr0ng-And-Kept!");
  }

  @StoreTest
  void whatATryMeansBesideTheLastComparison(Database database) throws InterruptedException {
    compared(database, root, "different");
    house.attempt(root);
    assertThat(house.logins().standing(root.id()).meaning()).contains("its source says another");
    Credential wrong = house.esx(lab, "svc-wrong", "Wr0ng!");
    compared(database, wrong, "same");
    assertThat(house.code(wrong)).isEqualTo("refused");
    assertThat(house.logins().standing(wrong.id()).meaning()).contains("changed at the product");
    house.changed(wrong, "Another!");
    assertThat(house.logins().standing(wrong.id()).meaning()).isEmpty();
  }

  private void compared(Database database, Credential one, String finding) {
    database.change(
        handle -> {
          String of = lab.id().toString();
          handle.execute("delete from environment_drifts where environment_id = ?", of);
          handle.execute(
              "insert into environment_drifts (environment_id, compared_at, job_id, compared_by)"
                  + " values (?, 1, 'j', 'marta')",
              of);
          handle.execute(
              "insert into environment_drift_accounts (environment_id, number, finding, source,"
                  + " credential_id, resource_name, username, credential_type)"
                  + " values (?, 0, ?, 'manager', ?, 'localhost', 'root', 'SSH')",
              of,
              finding,
              one.id().toString());
        });
  }
}
