package io.innkeeper.access;

import static io.innkeeper.access.TestingAccess.GOOD;
import static io.innkeeper.access.TestingAccess.INNKEEPER;
import static io.innkeeper.access.TestingAccess.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
  @TempDir Path home;
  private TestingAccess house;

  @BeforeEach
  void open(Database store) {
    house = new TestingAccess(store, home);
  }

  @StoreTest
  void theRightPasswordBeginsASession() {
    house.settled("anna", Role.ADMIN);
    SignIn.Accepted in = (SignIn.Accepted) house.signIn(" Anna ", GOOD);
    assertThat(house.access.bySession(in.session().token().unwrap()))
        .hasValueSatisfying(caller -> assertThat(caller.principal().name()).isEqualTo("anna"));
    assertThat(house.lines().getFirst().verb()).isEqualTo("session.start");
  }

  @StoreTest
  void unknownDisabledAndWrongSoundAlike() {
    house.settled("anna", Role.ADMIN);
    Operator jan = house.settled("jan", Role.VIEWER);
    house.operators.disable(jan.id(), INNKEEPER);
    List<Fault> heard =
        Stream.of(
                house.signIn("anna", WRONG),
                house.signIn("nobody", GOOD),
                house.signIn("jan", GOOD),
                house.signIn("not a name!", GOOD))
            .map(outcome -> ((SignIn.Refused) outcome).fault())
            .toList();
    assertThat(heard)
        .extracting(Fault::said, Fault::advice)
        .containsOnly(
            org.assertj.core.groups.Tuple.tuple(
                heard.getFirst().said(), heard.getFirst().advice()));
  }

  @StoreTest
  void anUnknownNameCostsAsMuchAsAWrongPassword() {
    house.settled("anna", Role.ADMIN);
    Operator jan = house.settled("jan", Role.VIEWER);
    house.operators.disable(jan.id(), INNKEEPER);
    house.signIn("warm", WRONG);
    // Not by the clock: a password is hashed with 19 MiB, and whoever hashes none needs none.
    for (String name : List.of("anna", "nobody", "jan"))
      assertThat(memoryOf(() -> house.signIn(name, WRONG))).as(name).isGreaterThan(15L << 20);
  }

  private static long memoryOf(Runnable deed) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    deed.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @StoreTest
  void anUnknownNameWaitsLikeAKnownOne() {
    house.settled("anna", Role.ADMIN);
    for (int i = 0; i < 3; i++) {
      assertThat(house.signIn("anna", WRONG)).isEqualTo(house.signIn("nobody", WRONG));
    }
    assertThat(house.signIn("anna", WRONG, "192.0.2.8"))
        .isEqualTo(house.signIn("nobody", WRONG, "192.0.2.9"));
  }

  @StoreTest
  void successStartsTheAccountAfresh() {
    house.settled("anna", Role.ADMIN);
    for (int i = 0; i < 3; i++) house.signIn("anna", WRONG);
    house.signIn("anna", GOOD);
    assertThat(house.signIn("anna", WRONG)).isEqualTo(new SignIn.Refused(Duration.ZERO, true));
  }

  @StoreTest
  void aTryWhileWaitingIsNotLookedAt() {
    house.settled("anna", Role.ADMIN);
    for (int i = 0; i < 4; i++) house.signIn("anna", WRONG);
    SignIn.Refused refused = (SignIn.Refused) house.signIn("anna", GOOD);
    assertThat(refused.looked()).isFalse();
    assertThat(refused.fault().kind()).isEqualTo(Fault.Kind.THROTTLED);
    assertThat(refused.fault().details()).containsEntry("retryAfterSeconds", 1L);
    house.clock.pass(Duration.ofSeconds(1));
    assertThat(house.signIn("anna", GOOD)).isInstanceOf(SignIn.Accepted.class);
  }

  @StoreTest
  void countsSurviveARestart(Database store) {
    for (int i = 0; i < 4; i++) house.signIn("anna", WRONG);
    SignIn restarted = new SignIn(store, house.audit, house.sessions, house.clock);
    assertThat(restarted.attempt("anna", GOOD, Session.Kind.BROWSER, TestingAccess.HERE))
        .extracting("looked")
        .isEqualTo(false);
  }

  @StoreTest
  void whatWasTypedIsNotWrittenAnywhere(Database store) {
    house.signIn("my-real-password", WRONG);
    AuditLine line = house.lines().getFirst();
    assertThat(line.result()).isEqualTo("refused");
    assertThat(line.subject()).isEqualTo("operator not known");
    List<String> subjects =
        store.read(
            h -> h.createQuery("select subject from login_attempts").mapTo(String.class).list());
    assertThat(subjects).noneMatch(subject -> subject.contains("my-real-password"));
  }

  @StoreTest
  void failuresCanNotFloodTheAudit() {
    for (int i = 0; i < 35; i++) house.signIn("x!", Secret.of("x".repeat(500)), "10.0.0." + i);
    house.clock.pass(Duration.ofMinutes(1));
    for (int i = 0; i < 2; i++) house.signIn("y!", Secret.of("x".repeat(500)), "10.0.1." + i);
    assertThat(house.lines().size()).isLessThanOrEqualTo(32);
  }

  @StoreTest
  void thePasswordChangedMeanwhileNoLongerOpens(Database store) {
    Operator anna = house.settled("anna", Role.ADMIN);
    String before = house.token("anna");
    house.passwords.reset(anna.id(), INNKEEPER);
    assertThat(house.access.bySession(before)).isEmpty();
    assertThat(house.signIn("anna", GOOD)).isInstanceOf(SignIn.Refused.class);
  }
}
