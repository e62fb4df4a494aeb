package io.innkeeper.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationSpec;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class BudgetsTest {
  private static final Actor BY = Actor.innkeeper("test");
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final Limit TEN = new Limit(Usd.parse("10"), true);

  @TempDir Path home;
  private final TestingClock clock = new TestingClock();
  private AuditTrail audit;
  private Organisations organisations;
  private Organisation owner;
  private Budgets budgets;
  private BudgetEvents events;

  @BeforeEach
  void open(Database database) {
    Ids ids = new Ids(clock);
    SecretBox box = SecretBox.open(home.resolve("master.key"));
    audit = new AuditTrail(database, box, clock);
    organisations = new Organisations(database, box, audit, ids, clock);
    owner = organisations.create(OrganisationSpec.named("Klinika"), Optional.empty(), BY);
    budgets = new Budgets(database, audit, organisations);
    events = new BudgetEvents(database, ids, clock);
  }

  @StoreTest
  void anOrganisationsBudgetIsOneWhereverItIsSet() {
    Scope own = Scope.organisation(owner.id());
    long seen = budgets.of(owner).getFirst().version();
    Limit lowering = new Limit(Usd.parse("250.5"), true, true);
    Budgets.Budget set = budgets.set(owner, own, lowering, seen, BY);
    assertThat(set.limit()).contains(lowering);
    Organisation now = organisations.get(owner.id());
    assertThat(now.spec().monthlyBudget().orElseThrow()).isEqualByComparingTo("250.5");
    assertThat(budgets.limits(organisations.all()).of(own)).contains(lowering);
    OrganisationSpec without = OrganisationSpec.named("Klinika");
    organisations.change(owner.id(), without, now.version(), BY);
    assertThatThrownBy(() -> budgets.set(owner, own, TEN, set.version(), BY))
        .isInstanceOf(Fault.class);
    assertThat(budgets.limits(organisations.all()).of(own)).isEmpty();
  }

  @StoreTest
  void lostUpdateIsRefusedWithBothValues() {
    Scope tenant = Scope.tenant(owner.id(), new UUID(1, 1));
    budgets.set(owner, tenant, TEN, 0, BY);
    assertThatThrownBy(() -> budgets.set(owner, tenant, new Limit(Usd.ZERO, false), 0, BY))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> assertThat(fault.details()).containsKeys("current", "yours", "version"));
    budgets.remove(owner, tenant, BY);
    budgets.remove(owner, tenant, BY);
    assertThat(budgets.of(owner, tenant).limit()).isEmpty();
    assertThat(audit.lines(AuditFilter.ALL, Optional.empty(), 50))
        .extracting(AuditLine::verb)
        .containsOnlyOnce("budget.set", "budget.remove");
  }

  @StoreTest
  void eachShareIsToldOnceInAMonth() {
    Scope key = Scope.key(owner.id(), new UUID(2, 2));
    events.write(key, NOVEMBER, 80, Usd.parse("8.5"), Usd.parse("10"));
    events.write(key, NOVEMBER, 100, Usd.parse("10"), Usd.parse("10"));
    events.write(key, NOVEMBER, 100, Usd.parse("12"), Usd.parse("10"));
    events.write(key, NOVEMBER.plusMonths(1), 50, Usd.parse("5"), Usd.parse("10"));
    assertThat(events.passed(key, NOVEMBER)).containsExactly(50, 80, 100);
    assertThat(events.count(owner.id())).isEqualTo(4);
    List<BudgetEvents.Event> first = events.of(owner.id(), Optional.empty(), 2);
    assertThat(first).extracting(BudgetEvents.Event::percent).containsExactly(50, 100);
    Optional<String> after = Optional.of(first.getLast().id().toString());
    List<BudgetEvents.Event> rest = events.of(owner.id(), after, 10);
    assertThat(rest).extracting(BudgetEvents.Event::percent).containsExactly(80, 50);
    assertThat(rest.getFirst().spent()).isEqualTo(Usd.parse("8.5"));
  }

  @StoreTest
  void aPersonWithoutABudgetOfTheirOwnHasEveryones() {
    Scope everyone = Scope.user(owner.id(), Scope.EVERYONE);
    budgets.set(owner, everyone, TEN, 0, BY);
    Limit more = new Limit(Usd.parse("20"), false);
    budgets.set(owner, Scope.user(owner.id(), "anna"), more, 0, BY);
    Limits limits = budgets.limits(organisations.all());
    assertThat(limits.of(Scope.user(owner.id(), "jan"))).contains(TEN);
    assertThat(limits.of(Scope.user(owner.id(), "anna"))).contains(more);
    assertThat(limits.of(Scope.tenant(owner.id(), new UUID(1, 1)))).isEmpty();
  }

  @StoreTest
  void oneShareThatCannotBeWrittenDownHoldsUpNoOther(Database database) {
    AtomicBoolean failing = new AtomicBoolean(true);
    Clock once =
        new Clock() {
          @Override
          public Instant instant() {
            if (failing.getAndSet(false)) throw new IllegalStateException("no time to tell");
            return clock.instant();
          }

          @Override
          public ZoneId getZone() {
            return clock.getZone();
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    BudgetEvents uncertain = new BudgetEvents(database, new Ids(clock), once);
    Scope own = Scope.organisation(owner.id());
    YearMonth month = YearMonth.of(2026, 11);
    try (EventWriter writer = new EventWriter(uncertain)) {
      writer.passed(own, month, 50, Usd.parse("5"), Usd.parse("10"));
      writer.passed(own, month.plusMonths(1), 50, Usd.parse("5"), Usd.parse("10"));
      await()
          .untilAsserted(
              () ->
                  assertThat(uncertain.of(owner.id(), Optional.empty(), 10))
                      .extracting(BudgetEvents.Event::month)
                      .containsExactly(month.plusMonths(1)));
    }
  }
}
