package io.innkeeper.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationSpec;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class UsageLinksTest {
  private static final Actor BY = Actor.innkeeper("test");
  private static final String HERE = "192.0.2.7";

  @TempDir Path home;
  private final TestingClock clock = new TestingClock(Instant.parse("2026-11-28T12:00:00Z"));
  private Database store;
  private SecretBox box;
  private AuditTrail audit;
  private Organisation owner;
  private UsageLinks links;

  @BeforeEach
  void open(Database database) {
    store = database;
    box = SecretBox.open(home.resolve("master.key"));
    audit = new AuditTrail(store, box, clock);
    owner =
        new Organisations(store, box, audit, new Ids(clock), clock)
            .create(OrganisationSpec.named("Klinika"), Optional.empty(), BY);
    links = links();
  }

  private UsageLinks links() {
    return new UsageLinks(store, box, audit, new Ids(clock), clock);
  }

  private IssuedLink make(int days) {
    return links.create(owner.id(), LinkSpec.of("Anna, accounts", days), BY);
  }

  private String refusal(Runnable deed) {
    try {
      deed.run();
      return "";
    } catch (Fault e) {
      return e.code() + ": " + e.said();
    }
  }

  private String refusal(String token) {
    return refusal(() -> links.enter(token, HERE));
  }

  @StoreTest
  void aLinkOpensItsOrganisationAlsoAfterARestart() {
    IssuedLink issued = make(30);
    String token = issued.token().unwrap();
    assertThat(links.enter(token, HERE).organisation()).isEqualTo(owner.id());
    assertThat(links().enter(token, HERE).id()).isEqualTo(issued.link().id());
    assertThat(links.of(owner.id()).getFirst().lastUsed()).contains(clock.instant());
  }

  @StoreTest
  void linkExpiresAndIsRevoked() {
    IssuedLink short_ = make(1);
    IssuedLink taken = make(30);
    links.revoke(owner.id(), taken.link().id(), BY);
    links.revoke(owner.id(), taken.link().id(), BY);
    assertThat(refusal(taken.token().unwrap())).startsWith("no-such-link");
    clock.pass(Duration.ofDays(1).minusMillis(1));
    assertThat(links.enter(short_.token().unwrap(), HERE).id()).isEqualTo(short_.link().id());
    clock.pass(Duration.ofMillis(1));
    assertThat(refusal(short_.token().unwrap())).startsWith("no-such-link");
    assertThat(links.of(owner.id()))
        .extracting(link -> link.state(clock.instant()))
        .containsExactly("revoked", "expired");
    assertThat(lines()).extracting(AuditLine::verb).containsOnlyOnce("usage-link.revoke");
  }

  @StoreTest
  void whatOpensNothingIsRefusedInTheSameWords() {
    IssuedLink taken = make(30);
    String token = taken.token().unwrap();
    links.revoke(owner.id(), taken.link().id(), BY);
    String forged = token.substring(0, token.length() - 2) + (token.endsWith("AA") ? "BB" : "AA");
    assertThat(List.of(refusal(token), refusal(forged), refusal("x"), refusal("ink-view-")))
        .containsOnly("no-such-link: This link opens nothing, or no longer.");
  }

  @StoreTest
  void whoTriesManyHasToWaitAndNobodyElse() {
    String good = make(30).token().unwrap();
    for (int i = 0; i < 30; i++) assertThat(refusal("guess-" + i)).startsWith("no-such-link");
    assertThat(refusal("guess")).startsWith("too-many-tries");
    assertThat(links.enter(good, "192.0.2.8").organisation()).isEqualTo(owner.id());
    clock.pass(Duration.ofMinutes(10));
    assertThat(links.enter(good, HERE).organisation()).isEqualTo(owner.id());
  }

  @StoreTest
  void storeAndAuditHoldNoTokenThatOpens() {
    IssuedLink issued = make(30);
    String value = issued.token().unwrap().substring("ink-view-".length());
    List<String> stored =
        store.read(
            h -> h.createQuery("SELECT token_hash FROM usage_links").mapTo(String.class).list());
    assertThat(stored).containsExactly(issued.token().digest());
    assertThat(issued.toString()).doesNotContain(value);
    assertThat(lines().toString()).contains("usage-link.create").doesNotContain(value);
  }

  @StoreTest
  void aLinkOfAnotherOrganisationIsNotThere() {
    UUID id = make(30).link().id();
    assertThat(refusal(() -> links.revoke(new UUID(1, 2), id, BY))).startsWith("no-such-link");
    assertThat(links.of(new UUID(1, 2))).isEmpty();
  }

  @StoreTest
  void linksThatCanNotBeAreRefusedByField() {
    for (int days : new int[] {0, -1, 367})
      assertThatThrownBy(() -> LinkSpec.of(" ", days))
          .isInstanceOfSatisfying(
              Fault.class,
              e ->
                  assertThat(e.fields())
                      .extracting(Fault.Field::name)
                      .containsExactly("name", "days"));
    assertThat(links.of(owner.id())).isEmpty();
  }

  private List<AuditLine> lines() {
    return audit.lines(AuditFilter.ALL, Optional.empty(), 100);
  }
}
