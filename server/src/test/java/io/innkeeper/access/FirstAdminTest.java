package io.innkeeper.access;

import static io.innkeeper.access.TestingAccess.GOOD;
import static io.innkeeper.access.TestingAccess.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.audit.Verification;
import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FirstAdminTest {
  private static final OperatorName ADMIN = OperatorName.parse("admin");

  @TempDir Path home;
  private TestingAccess house;

  @BeforeEach
  void open(Database store) {
    house = new TestingAccess(store, home);
  }

  @StoreTest
  void anEmptyHouseGetsAnAdminWhoMustChangeTheirPassword() throws Exception {
    FirstAdmin.Created created = (FirstAdmin.Created) house.firstAdmin.ensure(ADMIN);
    assertThat(created.generated()).isTrue();
    assertThat(created.operator().role()).isEqualTo(Role.ADMIN);
    assertThat(created.operator().mustChangePassword()).isTrue();
    assertThat(house.note.file()).content().contains("name: admin", created.password().unwrap());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(house.note.file())))
        .isEqualTo("rw-------");
    assertThat(house.signIn("admin", created.password())).isInstanceOf(SignIn.Accepted.class);
  }

  @StoreTest
  void aGivenPasswordIsTakenAndNotWrittenDown() {
    FirstAdmin.Created created = (FirstAdmin.Created) house.firstAdmin.ensure(ADMIN, GOOD);
    assertThat(created.generated()).isFalse();
    assertThat(house.note.file()).doesNotExist();
    assertThat(house.signIn("admin", GOOD)).isInstanceOf(SignIn.Accepted.class);
  }

  @StoreTest
  void aGivenPasswordFollowsTheRules() {
    assertThatThrownBy(() -> house.firstAdmin.ensure(ADMIN, Secret.of("admin")))
        .isInstanceOf(Fault.class);
    assertThat(house.operators.list()).isEmpty();
  }

  @StoreTest
  void aHouseWithOperatorsIsLeftAlone() {
    house.create("anna", Role.ADMIN);
    assertThat(house.firstAdmin.ensure(ADMIN)).isEqualTo(new FirstAdmin.AlreadyThere());
    assertThat(house.operators.list())
        .extracting(Operator::name)
        .containsExactly(OperatorName.parse("anna"));
    assertThat(house.note.file()).doesNotExist();
  }

  @StoreTest
  void manyAtOnceMakeOneAdmin() throws Exception {
    Callable<FirstAdmin.Outcome> start = () -> house.firstAdmin.ensure(ADMIN);
    try (ExecutorService many = Executors.newFixedThreadPool(8)) {
      long created = 0;
      for (var outcome : many.invokeAll(Collections.nCopies(8, start)))
        if (outcome.get() instanceof FirstAdmin.Created) created++;
      assertThat(created).isOne();
    }
    assertThat(house.operators.list()).hasSize(1);
    assertThat(house.audit.verify()).isInstanceOf(Verification.Whole.class);
  }

  @StoreTest
  void theNoteGoesWithTheFirstChange() {
    FirstAdmin.Created created = (FirstAdmin.Created) house.firstAdmin.ensure(ADMIN);
    house.settled("other", Role.ADMIN);
    assertThat(house.note.file()).exists();
    house.passwords.change(
        created.operator().id(), created.password(), GOOD, Session.Kind.BROWSER, HERE);
    assertThat(house.note.file()).doesNotExist();
  }

  @StoreTest
  void aNoteWhosePasswordWasChangedElsewhereGoesAtTheNextStart() {
    FirstAdmin.Created created = (FirstAdmin.Created) house.firstAdmin.ensure(ADMIN);
    house.firstAdmin.ensure(ADMIN);
    assertThat(house.note.file()).exists();
    house.passwords.change(
        created.operator().id(), created.password(), GOOD, Session.Kind.BROWSER, HERE);
    house.note.write(ADMIN, created.password());
    house.firstAdmin.ensure(ADMIN);
    assertThat(house.note.file()).doesNotExist();
  }

  @StoreTest
  void noNoteNoAdmin() throws Exception {
    Files.createDirectories(house.note.file().resolve("in the way"));
    assertThatThrownBy(() -> house.firstAdmin.ensure(ADMIN)).isInstanceOf(Fault.class);
    assertThat(house.operators.list()).isEmpty();
  }
}
