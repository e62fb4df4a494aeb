package io.innkeeper.access;

import static io.innkeeper.access.TestingAccess.GOOD;
import static io.innkeeper.access.TestingAccess.HERE;
import static io.innkeeper.access.TestingAccess.INNKEEPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.audit.AuditLine;
import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
  @TempDir Path home;
  private TestingAccess house;
  private Operator anna;

  @BeforeEach
  void open(Database store) {
    house = new TestingAccess(store, home);
    anna = house.settled("anna", Role.ADMIN);
  }

  @StoreTest
  void aSessionEndsWhenNobodyUsesIt() {
    String token = house.token("anna");
    house.clock.pass(Duration.ofHours(2).minusSeconds(1));
    assertThat(open(token)).isTrue();
    house.clock.pass(Duration.ofHours(2).minusSeconds(1));
    assertThat(open(token)).isTrue();
    house.clock.pass(Duration.ofHours(2));
    assertThat(open(token)).isFalse();
  }

  @StoreTest
  void aPageThatOnlyStaysOpenPutsOffNoEnd() {
    String token = house.token("anna");
    house.clock.pass(Duration.ofHours(2).minusSeconds(1));
    assertThat(house.access.again(token)).isPresent();
    house.clock.pass(Duration.ofSeconds(1));
    assertThat(house.access.again(token)).isEmpty();
  }

  @StoreTest
  void aSessionEndsHoweverMuchItIsUsed() {
    String token = house.token("anna");
    for (int hour = 1; hour < 24; hour++) {
      house.clock.pass(Duration.ofHours(1));
      assertThat(open(token)).isTrue();
    }
    house.clock.pass(Duration.ofHours(1));
    assertThat(open(token)).isFalse();
  }

  @StoreTest
  void theStoreHoldsNoTokenThatOpens(Database store) {
    String token = house.token("anna");
    List<String> stored =
        store.read(
            h -> h.createQuery("select token_hash from sessions").mapTo(String.class).list());
    assertThat(stored).hasSize(1).doesNotContain(token);
    assertThat(open(stored.getFirst())).isFalse();
  }

  @StoreTest
  void theCommandLinesTokenIsNoCookieAndTheOtherWayRound() {
    String browser = house.token("anna");
    var outcome = house.signIn.attempt("anna", GOOD, Session.Kind.CLI, HERE);
    String cli = ((SignIn.Accepted) outcome).session().token().unwrap();
    assertThat(house.access.byBearer(cli)).isPresent();
    assertThat(house.access.bySession(cli)).isEmpty();
    assertThat(house.access.byBearer(browser)).isEmpty();
  }

  @StoreTest
  void eachSessionHasItsOwnFormToken() {
    String one = house.token("anna");
    String other = house.token("anna");
    assertThat(csrf(one)).isEqualTo(csrf(one)).isNotEqualTo(csrf(other)).isNotEqualTo(one);
  }

  @StoreTest
  void aSessionOutlivesTheProcess(Database store) {
    String token = house.token("anna");
    String form = csrf(token);
    house = new TestingAccess(store, home);
    assertThat(open(token)).isTrue();
    assertThat(csrf(token)).isEqualTo(form);
  }

  @StoreTest
  void aChangedPasswordEndsEverySessionAndBeginsOne() {
    String before = house.token("anna");
    IssuedSession after =
        house.passwords.change(
            anna.id(), GOOD, Secret.of("heron under bridge"), Session.Kind.BROWSER, HERE);
    assertThat(open(before)).isFalse();
    assertThat(open(after.token().unwrap())).isTrue();
  }

  @StoreTest
  void signingOutEndsOneSession() {
    String leaving = house.token("anna");
    String staying = house.token("anna");
    house.sessions.end(Session.Kind.BROWSER, leaving, house.actor(anna));
    house.sessions.end(Session.Kind.BROWSER, leaving, house.actor(anna));
    assertThat(open(leaving)).isFalse();
    assertThat(open(staying)).isTrue();
    assertThat(house.lines()).extracting(AuditLine::verb).containsOnlyOnce("session.end");
  }

  @StoreTest
  void oneRevokesOnesOwnAndAnAdminAnybodys() {
    Operator jan = house.settled("jan", Role.VIEWER);
    String annas = house.token("anna");
    String jans = house.token("jan");
    Session hers = house.sessions.of(anna.id()).getFirst();
    assertThatThrownBy(() -> house.sessions.revokeOwn(hers.id(), house.actor(jan)))
        .isInstanceOf(Fault.class);
    assertThat(open(annas)).isTrue();
    house.sessions.revoke(house.sessions.of(jan.id()).getFirst().id(), house.actor(anna));
    assertThat(open(jans)).isFalse();
  }

  @StoreTest
  void aRoleChangeCountsAtOnce() {
    house.settled("jan", Role.ADMIN);
    String token = house.token("anna");
    house.operators.setRole(
        anna.id(),
        house.operators.get(anna.id()).version(),
        Role.VIEWER,
        Optional.empty(),
        INNKEEPER);
    assertThat(house.access.bySession(token).orElseThrow().principal().role())
        .isEqualTo(Role.VIEWER);
  }

  @StoreTest
  void sweepingForgetsWhatHasEnded(Database store) {
    house.token("anna");
    house.clock.pass(Duration.ofHours(3));
    house.token("anna");
    house.sessions.sweep();
    assertThat(
            store.<Integer, RuntimeException>read(
                h -> h.createQuery("select count(*) from sessions").mapTo(Integer.class).one()))
        .isOne();
  }

  @StoreTest
  void theCookieIsBoundAsTightlyAsBrowsersAllow() {
    assertThat(SessionCookie.holding(Secret.of("t")))
        .isEqualTo("__Host-innkeeper=t; Path=/; Secure; HttpOnly; SameSite=Lax");
    assertThat(SessionCookie.gone()).startsWith("__Host-innkeeper=; Max-Age=0; Path=/; Secure;");
  }

  @StoreTest
  void manyThingsAtOnceNeverWaitForEachOtherForEver() throws Exception {
    Operator jan = house.settled("jan", Role.VIEWER);
    String token = house.token("jan");
    List<Callable<Object>> deeds =
        List.of(
            () -> house.signIn("jan", GOOD),
            () -> house.passwords.reset(jan.id(), INNKEEPER),
            () -> house.operators.disable(jan.id(), INNKEEPER),
            () -> house.operators.enable(jan.id(), INNKEEPER),
            () -> house.sessions.find(Session.Kind.BROWSER, token));
    try (ExecutorService many = Executors.newFixedThreadPool(5)) {
      for (int round = 0; round < 5; round++) {
        house.clock.pass(Duration.ofMinutes(2));
        for (Future<Object> deed : many.invokeAll(deeds)) assertThat(deed.get()).isNotNull();
      }
    }
  }

  private boolean open(String token) {
    return house.access.bySession(token).isPresent();
  }

  private String csrf(String token) {
    return house.access.bySession(token).orElseThrow().csrf();
  }
}
