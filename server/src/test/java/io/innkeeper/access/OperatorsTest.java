package io.innkeeper.access;

import static io.innkeeper.access.TestingAccess.BRZOZA;
import static io.innkeeper.access.TestingAccess.INNKEEPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.innkeeper.audit.AuditLine;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class OperatorsTest {
  @TempDir Path home;
  private TestingAccess house;

  @BeforeEach
  void open(Database store) {
    house = new TestingAccess(store, home);
  }

  @StoreTest
  void aNewOperatorMustChooseTheirOwnPassword() {
    IssuedPassword issued = house.create("Anna", Role.OPERATOR);
    assertThat(issued.operator().name()).hasToString("anna");
    assertThat(issued.operator().mustChangePassword()).isTrue();
    assertThat(house.signIn("anna", issued.password())).isInstanceOf(SignIn.Accepted.class);
  }

  @StoreTest
  void twoOperatorsCanNotShareAName() {
    house.create("anna", Role.ADMIN);
    assertFault("operator-name-taken", () -> house.create("ANNA", Role.VIEWER));
    Operator jan = house.create("jan", Role.VIEWER).operator();
    OperatorSpec renamed = jan.spec().withName(OperatorName.parse("anna"));
    assertFault(
        "operator-name-taken", () -> house.operators.change(jan.id(), 1, renamed, INNKEEPER));
  }

  @StoreTest
  void aLostUpdateIsRefusedWithBothValues() {
    Operator anna = house.create("anna", Role.OPERATOR).operator();
    house.operators.change(anna.id(), 1, anna.spec().withDisplayName("Anna N."), INNKEEPER);
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () ->
                house.operators.change(anna.id(), 1, anna.spec().withDisplayName("A."), INNKEEPER));
    assertThat(fault.code()).isEqualTo("version");
    assertThat(fault.details().get("current")).asString().contains("Anna N.");
  }

  @StoreTest
  void aChangeIsAuditedWithWhatDiffers() {
    Operator anna = house.create("anna", Role.OPERATOR).operator();
    house.operators.setRole(
        anna.id(),
        house.operators.get(anna.id()).version(),
        Role.VIEWER,
        Optional.empty(),
        INNKEEPER);
    AuditLine line = house.lines().getFirst();
    assertThat(line.verb()).isEqualTo("operator.change");
    assertThat(line.before()).isEqualTo("{\"role\":\"operator\"}");
    assertThat(line.after()).isEqualTo("{\"role\":\"viewer\"}");
  }

  @StoreTest
  void whatChangesNothingIsNotAudited() {
    Operator anna = house.create("anna", Role.OPERATOR).operator();
    Operator again = house.operators.change(anna.id(), 1, anna.spec(), INNKEEPER);
    assertThat(again.version()).isEqualTo(1);
    assertThat(house.lines()).hasSize(1);
  }

  @StoreTest
  void lastAdminStays() {
    Operator anna = house.create("anna", Role.ADMIN).operator();
    house.create("jan", Role.OPERATOR);
    assertLastAdmin(() -> house.operators.remove(anna.id(), INNKEEPER));
    assertLastAdmin(() -> house.operators.disable(anna.id(), INNKEEPER));
    assertLastAdmin(
        () ->
            house.operators.setRole(
                anna.id(),
                house.operators.get(anna.id()).version(),
                Role.VIEWER,
                Optional.empty(),
                INNKEEPER));
    assertThat(house.operators.get(anna.id())).isEqualTo(anna);
  }

  @StoreTest
  void aDisabledAdminDoesNotCountAsAnother() {
    Operator anna = house.create("anna", Role.ADMIN).operator();
    Operator jan = house.create("jan", Role.ADMIN).operator();
    house.operators.disable(jan.id(), INNKEEPER);
    assertLastAdmin(() -> house.operators.remove(anna.id(), INNKEEPER));
  }

  @StoreTest
  void lastAdminStaysWhenTwoAreDemotedAtOnce() throws InterruptedException {
    for (int round = 0; round < 10; round++) {
      Operator one = house.create("one" + round, Role.ADMIN).operator();
      Operator other = house.create("other" + round, Role.ADMIN).operator();
      if (round > 0)
        house.operators.list().stream()
            .filter(o -> !o.equals(one) && !o.equals(other))
            .forEach(o -> house.operators.remove(o.id(), INNKEEPER));
      AtomicInteger refused = new AtomicInteger();
      CountDownLatch start = new CountDownLatch(1);
      try (ExecutorService both = Executors.newFixedThreadPool(2)) {
        both.execute(() -> demote(one, start, refused));
        both.execute(() -> demote(other, start, refused));
        start.countDown();
      }
      assertThat(refused).hasValue(1);
    }
  }

  @StoreTest
  void nobodyRemovesOrDisablesThemselves() {
    Operator anna = house.create("anna", Role.ADMIN).operator();
    house.create("jan", Role.ADMIN);
    Actor herself = house.actor(anna);
    assertFault("oneself", () -> house.operators.remove(anna.id(), herself));
    assertFault("oneself", () -> house.operators.disable(anna.id(), herself));
  }

  @StoreTest
  void disablingEndsSessionsAndShutsTokens() {
    Operator jan = house.settled("jan", Role.OPERATOR);
    String session = house.token("jan");
    String token = token(jan, Role.VIEWER);
    house.operators.disable(jan.id(), INNKEEPER);
    assertThat(house.access.bySession(session)).isEmpty();
    assertThat(house.access.byBearer(token)).isEmpty();
    house.operators.enable(jan.id(), INNKEEPER);
    assertThat(house.access.bySession(session)).isEmpty();
    assertThat(house.access.byBearer(token)).isPresent();
  }

  @StoreTest
  void demotionDropsTokensThatOpenTooMuch() {
    Operator jan = house.settled("jan", Role.OPERATOR);
    String operating = token(jan, Role.OPERATOR);
    String viewing = token(jan, Role.VIEWER);
    house.operators.setRole(
        jan.id(),
        house.operators.get(jan.id()).version(),
        Role.VIEWER,
        Optional.empty(),
        INNKEEPER);
    assertThat(house.access.byBearer(operating)).isEmpty();
    assertThat(house.access.byBearer(viewing)).isPresent();
    house.operators.setRole(
        jan.id(),
        house.operators.get(jan.id()).version(),
        Role.CLIENT,
        Optional.of(BRZOZA),
        INNKEEPER);
    assertThat(house.access.byBearer(viewing)).isEmpty();
  }

  @StoreTest
  void aRemovedOperatorTakesSessionsAndTokensAlong() {
    Operator jan = house.settled("jan", Role.OPERATOR);
    String session = house.token("jan");
    String token = token(jan, Role.VIEWER);
    house.operators.remove(jan.id(), INNKEEPER);
    assertThat(house.access.bySession(session)).isEmpty();
    assertThat(house.access.byBearer(token)).isEmpty();
    assertThat(house.operators.find(jan.id())).isEmpty();
  }

  @StoreTest
  void rightsEndWithTheirPeople(Database database) {
    Operator jan = house.create("jan", Role.OPERATOR).operator();
    Operator ola = house.create("ola", Role.OPERATOR).operator();
    for (Operator one : List.of(jan, ola))
      database.change(
          handle ->
              handle.execute(
                  "insert into credential_rights values (?, ?, '', 'reveal', 1, 'marta')",
                  one.id().toString(),
                  one.name().value()));
    house.operators.remove(jan.id(), INNKEEPER);
    List<String> left =
        database.read(
            handle ->
                handle
                    .createQuery("select holder_name from credential_rights")
                    .mapTo(String.class)
                    .list());
    assertThat(left).containsExactly("ola");
  }

  @StoreTest
  void aClientHasAnOrganisationThatExists() {
    assertFault(
        "organisation-unknown",
        () -> house.operators.create(spec(Role.CLIENT, Optional.of(new UUID(9, 9))), INNKEEPER));
    assertThat(house.create("client", Role.CLIENT).operator().principal().maySee(BRZOZA)).isTrue();
    assertThat(
            house
                .operators
                .find(OperatorName.parse("client"))
                .orElseThrow()
                .principal()
                .maySee(TestingAccess.KWADRAT))
        .isFalse();
  }

  @StoreTest
  void aThemeIsOnesOwnAndStays() {
    Operator anna = house.create("anna", Role.VIEWER).operator();
    house.operators.chooseTheme(anna.id(), Theme.DARK, house.actor(anna));
    assertThat(house.operators.get(anna.id()).theme()).isEqualTo(Theme.DARK);
  }

  private void demote(Operator operator, CountDownLatch start, AtomicInteger refused) {
    try {
      start.await();
      house.operators.setRole(
          operator.id(),
          house.operators.get(operator.id()).version(),
          Role.VIEWER,
          Optional.empty(),
          INNKEEPER);
    } catch (Fault lastAdmin) {
      refused.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String token(Operator maker, Role role) {
    TokenSpec spec =
        new TokenSpec("ci", role, Optional.empty(), TestingAccess.SETTINGS.tokenLifetime());
    return house.tokens.create(spec, maker.principal(), house.actor(maker)).text().unwrap();
  }

  private static OperatorSpec spec(Role role, Optional<UUID> organisation) {
    return new OperatorSpec(OperatorName.parse("somebody"), "", role, organisation, true);
  }

  private static void assertLastAdmin(Runnable deed) {
    assertFault("last-admin", deed);
  }

  private static void assertFault(String code, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }
}
