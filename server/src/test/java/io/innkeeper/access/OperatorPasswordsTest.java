package io.innkeeper.access;

import static io.innkeeper.access.TestingAccess.GOOD;
import static io.innkeeper.access.TestingAccess.HERE;
import static io.innkeeper.access.TestingAccess.INNKEEPER;
import static io.innkeeper.access.TestingAccess.WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class OperatorPasswordsTest {
  private static final Secret NEXT = Secret.of("heron under bridge");

  @TempDir Path home;
  private TestingAccess house;
  private Operator anna;

  @BeforeEach
  void open(Database store) {
    house = new TestingAccess(store, home);
    anna = house.settled("anna", Role.ADMIN);
  }

  @StoreTest
  void oneChangesOnesOwnPassword() {
    assertThat(change(GOOD, NEXT).operator().mustChangePassword()).isFalse();
    assertThat(house.signIn("anna", GOOD)).isInstanceOf(SignIn.Refused.class);
    assertThat(house.signIn("anna", NEXT)).isInstanceOf(SignIn.Accepted.class);
    assertThat(house.lines().toString()).contains("operator.password").doesNotContain("heron");
  }

  @StoreTest
  void theOldPasswordMustBeRight() {
    assertFault("password-wrong", () -> change(WRONG, NEXT));
    assertThat(house.lines().getFirst().result()).isEqualTo("refused");
    assertThat(house.signIn("anna", GOOD)).isInstanceOf(SignIn.Accepted.class);
  }

  @StoreTest
  void theNewPasswordMustBeNewAndGood() {
    assertFault("password-same", () -> change(GOOD, GOOD));
    assertFault("password-weak", () -> change(GOOD, Secret.of("password123")));
  }

  @StoreTest
  void theOldPasswordCanNotBeGuessedHereEither() {
    for (int i = 0; i < 4; i++) assertFault("password-wrong", () -> change(WRONG, NEXT));
    assertFault("sign-in-throttled", () -> change(GOOD, NEXT));
  }

  @StoreTest
  void aResetPasswordIsShownOnceAndMustBeChanged() {
    String session = house.token("anna");
    IssuedPassword issued = house.passwords.reset(anna.id(), INNKEEPER);
    assertThat(issued.operator().mustChangePassword()).isTrue();
    assertThat(house.access.bySession(session)).isEmpty();
    SignIn.Accepted in = (SignIn.Accepted) house.signIn("anna", issued.password());
    assertThat(in.session().operator().principal().mustChangePassword()).isTrue();
    assertThat(house.lines().toString()).doesNotContain(issued.password().unwrap());
  }

  private IssuedSession change(Secret old, Secret wanted) {
    return house.passwords.change(anna.id(), old, wanted, Session.Kind.BROWSER, HERE);
  }

  private static void assertFault(String code, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }
}
