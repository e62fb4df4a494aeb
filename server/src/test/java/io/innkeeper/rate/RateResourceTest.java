package io.innkeeper.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.client.AppliedRateView;
import io.innkeeper.client.InnkeeperClient;
import io.innkeeper.client.Page;
import io.innkeeper.client.ProblemException;
import io.innkeeper.client.RateRefresh;
import io.innkeeper.client.RateRefreshed;
import io.innkeeper.client.RateView;
import io.innkeeper.client.TradedRateView;
import io.innkeeper.http.Caller;
import io.innkeeper.http.Callers;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TestingDoor;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.simulators.banks.BankSimulator;
import io.innkeeper.simulators.banks.BankSimulator.Bank;
import io.innkeeper.store.Dialect;
import io.innkeeper.store.TestingStore;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateResourceTest {
  private static final TypeReference<Page<RateView>> RATES = new TypeReference<>() {};

  private static final TypeReference<Page<TradedRateView>> TRADED = new TypeReference<>() {};

  @TempDir private Path home;
  private final TestingClock clock = new TestingClock(Instant.parse("2026-11-12T16:00:00Z"));
  private final BankSimulator simulator = BankSimulator.start(0, clock);
  private final TestingStore store = TestingStore.open(Dialect.SQLITE);
  private final Banks banks =
      new Banks(
          new RateSettings(
              simulator.nbpUrl(), simulator.ecbUrl(), Duration.ZERO, Duration.ofSeconds(5)),
          clock);
  private TestingDoor door;

  @BeforeEach
  void open() {
    AuditTrail audit =
        new AuditTrail(store.database(), SecretBox.open(home.resolve("master.key")), clock);
    Routes routes = new Routes();
    new RateResource(new Rates(store.database(), banks.sources(), audit, Set::of, clock))
        .hang(routes);
    door = new TestingDoor(routes, new ByRole(), store.database(), home);
  }

  @AfterEach
  void close() {
    door.close();
    banks.close();
    store.close();
    simulator.close();
  }

  /** The token is the role. */
  private static final class ByRole implements Callers {
    @Override
    public Optional<Caller> byBearer(String token) {
      Role role = Role.parse(token);
      Principal principal =
          new Principal(Actor.Kind.TOKEN, new UUID(0, 7), token, role, Optional.empty(), false);
      return Optional.of(new Caller(principal, ""));
    }

    @Override
    public Optional<Caller> bySession(String token) {
      return Optional.empty();
    }
  }

  private InnkeeperClient as(Role role) {
    return door.client(Optional.of(role.word()));
  }

  private void refused(String code, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  @Test
  void ratesAreReadListedAndApplied() {
    RateRefreshed done =
        as(Role.OPERATOR).post("/rates/refresh", new RateRefresh(null)).as(RateRefreshed.class);
    assertThat(done.tables()).isEqualTo(76);
    assertThat(done.readings().getFirst().document()).isEqualTo("220/A/NBP/2026");
    Page<RateView> page = as(Role.CLIENT).get("/rates?from=2026-11-09&limit=2").as(RATES);
    assertThat(page.total()).isEqualTo(3);
    assertThat(page.items())
        .extracting(RateView::document)
        .containsExactly("220/A/NBP/2026", "219/A/NBP/2026");
    Page<RateView> rest =
        as(Role.CLIENT).get("/rates?from=2026-11-09&limit=2&cursor=" + page.next()).as(RATES);
    assertThat(rest.items()).extracting(RateView::value).containsExactly("3.7990");
    assertThat(rest.next()).isNull();
    AppliedRateView applied =
        as(Role.CLIENT).get("/rates/applying?day=2026-11-11").as(AppliedRateView.class);
    assertThat(applied)
        .isEqualTo(
            new AppliedRateView(
                LocalDate.of(2026, 11, 11),
                new RateView(
                    "PLN",
                    "3.8051",
                    LocalDate.of(2026, 11, 10),
                    "NBP A",
                    "219/A/NBP/2026",
                    false)));
  }

  @Test
  void whatNbpBidsAndAsksIsListed() {
    as(Role.OPERATOR).post("/rates/refresh", null);
    Page<TradedRateView> page =
        as(Role.CLIENT).get("/rates/traded?from=2026-11-09&limit=1").as(TRADED);
    assertThat(page.total()).isEqualTo(3);
    assertThat(page.items())
        .containsExactly(
            new TradedRateView(
                "USD",
                "3.7744",
                "3.8506",
                LocalDate.of(2026, 11, 10),
                LocalDate.of(2026, 11, 12),
                "NBP C",
                "220/C/NBP/2026"));
    Page<TradedRateView> rest =
        as(Role.CLIENT)
            .get("/rates/traded?currency=eur&from=2026-11-09&cursor=" + page.next())
            .as(TRADED);
    assertThat(rest.items())
        .extracting(TradedRateView::document)
        .containsExactly("219/C/NBP/2026", "218/C/NBP/2026");
    assertThat(rest.next()).isNull();
    refused(
        "days-reversed", () -> as(Role.CLIENT).get("/rates/traded?from=2026-11-10&to=2026-11-01"));
  }

  @Test
  void badInputIsASentenceAndChangesNothing() {
    refused("role", () -> as(Role.VIEWER).post("/rates/refresh", null));
    refused("rate-currency", () -> as(Role.CLIENT).get("/rates?currency=zloty"));
    refused("days-reversed", () -> as(Role.CLIENT).get("/rates?from=2026-11-10&to=2026-11-01"));
    refused("day", () -> as(Role.CLIENT).get("/rates/applying?day=tomorrow"));
    refused("rate-future", () -> as(Role.CLIENT).get("/rates/applying?day=2026-11-14"));
    refused("no-rate", () -> as(Role.CLIENT).get("/rates/applying?day=2026-11-10"));
    RateRefresh ahead = new RateRefresh(LocalDate.of(2026, 11, 14));
    refused("rates-from", () -> as(Role.OPERATOR).post("/rates/refresh", ahead));
    assertThat(simulator.asked()).isEmpty();
  }

  @Test
  void bankThatFailsIsSaidToFail() {
    simulator.behave(Bank.NBP, "error");
    refused("rates-refused", () -> as(Role.OPERATOR).post("/rates/refresh", null));
    assertThat(as(Role.VIEWER).get("/rates/readings").json().at("/0/problem").asText())
        .endsWith("but NBP answered with status 500.");
  }
}
