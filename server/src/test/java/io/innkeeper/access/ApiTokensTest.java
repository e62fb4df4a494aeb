package io.innkeeper.access;

import static io.innkeeper.access.TestingAccess.BRZOZA;
import static io.innkeeper.access.TestingAccess.KWADRAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.audit.AuditLine;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ApiTokensTest {
  @TempDir Path home;
  private TestingAccess house;
  private Operator jan;

  @BeforeEach
  void open(Database store) {
    house = new TestingAccess(store, home);
    jan = house.create("jan", Role.OPERATOR).operator();
  }

  @StoreTest
  void aTokenOpensWhatItsRoleOpens() {
    IssuedToken issued = make(jan, Role.VIEWER, Optional.empty());
    assertThat(issued.text().unwrap()).matches("ink_[A-Za-z0-9_-]{43}");
    Principal program = house.access.byBearer(issued.text().unwrap()).orElseThrow().principal();
    assertThat(program.role()).isEqualTo(Role.VIEWER);
    assertThat(program.name()).isEqualTo("token nightly of jan");
    assertThat(program.id()).isEqualTo(issued.token().id());
  }

  @StoreTest
  void nobodyMakesATokenThatOpensMoreThanTheyCan() {
    assertFault("token-role", () -> make(jan, Role.ADMIN, Optional.empty()));
    Operator client = house.create("client", Role.CLIENT).operator();
    assertFault("token-role", () -> make(client, Role.VIEWER, Optional.empty()));
    assertFault("organisation-unknown", () -> make(client, Role.CLIENT, Optional.of(KWADRAT)));
    assertThat(make(client, Role.CLIENT, Optional.of(BRZOZA)).token().organisation())
        .contains(BRZOZA);
  }

  @StoreTest
  void aTokenForAClientSeesOneOrganisation() {
    String text = make(jan, Role.CLIENT, Optional.of(BRZOZA)).text().unwrap();
    Principal program = house.access.byBearer(text).orElseThrow().principal();
    assertThat(program.maySee(BRZOZA)).isTrue();
    assertThat(program.maySee(KWADRAT)).isFalse();
    assertFault("organisation-unknown", () -> make(jan, Role.CLIENT, Optional.of(new UUID(9, 9))));
  }

  @StoreTest
  void aTokenMakesNoTokens() {
    Principal program = make(jan, Role.OPERATOR, Optional.empty()).token().principal();
    assertFault(
        "token-by-token",
        () ->
            house.tokens.create(
                spec(Role.VIEWER, Optional.empty()), program, program.actor("-", "req-1")));
  }

  @StoreTest
  void aTokenExpires() {
    String text = make(jan, Role.VIEWER, Optional.empty()).text().unwrap();
    house.clock.pass(Duration.ofDays(90).minusSeconds(1));
    assertThat(house.access.byBearer(text)).isPresent();
    house.clock.pass(Duration.ofSeconds(1));
    assertThat(house.access.byBearer(text)).isEmpty();
    assertThat(house.tokens.all()).isEmpty();
    house.tokens.sweep();
  }

  @StoreTest
  void lastUseIsKeptToTheMinute() {
    String text = make(jan, Role.VIEWER, Optional.empty()).text().unwrap();
    assertThat(lastUsed()).isEmpty();
    house.access.byBearer(text);
    var first = house.clock.instant();
    house.clock.pass(Duration.ofSeconds(59));
    house.access.byBearer(text);
    assertThat(lastUsed()).contains(first);
    house.clock.pass(Duration.ofSeconds(1));
    house.access.byBearer(text);
    assertThat(lastUsed()).contains(house.clock.instant());
  }

  @StoreTest
  void aRevokedTokenOpensNothing() {
    IssuedToken issued = make(jan, Role.VIEWER, Optional.empty());
    Operator other = house.create("other", Role.VIEWER).operator();
    assertFault(
        "token-not-found", () -> house.tokens.revokeOwn(issued.token().id(), house.actor(other)));
    house.tokens.revokeOwn(issued.token().id(), house.actor(jan));
    assertThat(house.access.byBearer(issued.text().unwrap())).isEmpty();
    assertThat(house.lines()).extracting(AuditLine::verb).contains("token.create", "token.revoke");
  }

  @StoreTest
  void theStoreAndTheAuditHoldNoTokenThatOpens(Database store) {
    String text = make(jan, Role.VIEWER, Optional.empty()).text().unwrap();
    List<String> stored =
        store.read(
            h -> h.createQuery("select token_hash from api_tokens").mapTo(String.class).list());
    assertThat(stored).doesNotContain(text);
    assertThat(house.access.byBearer(stored.getFirst())).isEmpty();
    assertThat(house.lines().toString()).doesNotContain(text);
  }

  @StoreTest
  void aTokenLastsAtMostAYear() {
    assertFault(
        "token-lifetime",
        () -> new TokenSpec("x", Role.VIEWER, Optional.empty(), Duration.ofDays(400)));
    assertFault(
        "token-lifetime", () -> new TokenSpec("x", Role.VIEWER, Optional.empty(), Duration.ZERO));
  }

  private IssuedToken make(Operator maker, Role role, Optional<UUID> organisation) {
    return house.tokens.create(spec(role, organisation), maker.principal(), house.actor(maker));
  }

  private static TokenSpec spec(Role role, Optional<UUID> organisation) {
    return new TokenSpec("nightly", role, organisation, TestingAccess.SETTINGS.tokenLifetime());
  }

  private Optional<java.time.Instant> lastUsed() {
    return house.tokens.of(jan.id()).getFirst().lastUsed();
  }

  private static void assertFault(String code, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }
}
