package io.innkeeper.usage;

import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.client.InnkeeperClient;
import io.innkeeper.http.Caller;
import io.innkeeper.http.Callers;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TestingDoor;
import io.innkeeper.job.JobSettings;
import io.innkeeper.job.Jobs;
import io.innkeeper.money.ExchangeRates;
import io.innkeeper.money.TestingRates;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.ModelRuleBook;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Dialect;
import io.innkeeper.store.Ids;
import io.innkeeper.store.TestingStore;
import io.innkeeper.testing.TestingClock;
import io.innkeeper.usage.tracking.PastDays;
import io.innkeeper.usage.tracking.Seats;
import io.innkeeper.usage.tracking.TrackingHealth;
import io.innkeeper.usage.tracking.TrackingRoom;
import io.innkeeper.usage.webhook.WebhookSecrets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All doors on usage over real books on SQLite; a token is the caller's role. */
final class TrackingHouse implements AutoCloseable {
  final TestingStore store = TestingStore.open(Dialect.SQLITE);
  final TestingBooks books;
  final TestingRates rates = new TestingRates();
  final WebhookSecrets secrets;
  final Prices prices;
  final TestingDoor door;

  /** What the upstream says it counted, of every day. */
  UpstreamActivity.Answer activity = new UpstreamActivity.Told(0, Usd.ZERO);

  Optional<Seats.SeatMonth> seats = Optional.empty();

  /** A client's organisation. */
  UUID own;

  private final Jobs jobs;

  TrackingHouse(Path home) {
    books = new TestingBooks(store.database(), home);
    own = books.brzoza.id();
    jobs =
        new Jobs(
            store.database(),
            new Ids(books.clock),
            books.clock,
            new JobSettings(2, Duration.ofDays(90)),
            books.audit);
    SecretBox box = SecretBox.open(home.resolve("master.key"));
    secrets =
        new WebhookSecrets(store.database(), box, books.audit, new Ids(books.clock), books.clock);
    prices = new Prices(store.database(), TestingPrices::reading, books.clock);
    door = new TestingDoor(routes(), new ByRole(), store.database(), home);
  }

  private Routes routes() {
    UsageRoom usage =
        new UsageRoom(
            store.database(),
            books.organisations,
            books.audit,
            jobs,
            (organisation, slug) -> Optional.empty(),
            books.clock);
    Comparison comparison = usage.comparison((organisation, upstream, day) -> activity);
    Routes routes = new Routes();
    usage.hang(routes);
    usage.hangBreakdown(routes, rates);
    new TrackingRoom(
            new TrackingRoom.Needs(
                store.database(),
                books.organisations,
                usage,
                prices,
                new ModelRuleBook(store.database(), books.audit, books.clock),
                rates,
                (organisation, month) -> seats,
                secrets,
                new PastDays(store.database(), books.audit, comparison::day, books.clock),
                new TrackingHealth(
                    store.database(), rates(), secrets, TrackingHouse::lastRun, books.clock),
                books.clock))
        .hang(routes);
    return routes;
  }

  private ExchangeRates rates() {
    return rates;
  }

  private static Optional<Instant> lastRun() {
    return Optional.of(Instant.parse("2026-11-25T02:30:07Z"));
  }

  /** A month as the fixtures tell it, with somebody who only called the month before. */
  void november() {
    rates.publish("2026-11-09", "3.6000", "217/A/NBP/2026");
    rates.publish("2026-11-24", "3.6500", "228/A/NBP/2026");
    books.book(
        call("2026-10-05T09:00:00Z", "zosia", "acme/lark", "2"),
        call("2026-11-10T09:15:00Z", "anna", "acme/lark", "1"),
        call("2026-11-24T23:30:00Z", "jan", "acme/owl", "0.1"),
        call("2026-11-25T10:59:00Z", "anna", "acme/lark", "0.5"));
  }

  /** A call whose id tells its time, as the gateway's do. */
  static CallSettled call(String at, String user, String model, String cost) {
    Instant arrived = Instant.parse(at);
    CallSettled call = TestingCalls.at(arrived, cost);
    Payer payer = call.payer();
    CallRequest request = call.request();
    UUID id = new Ids(new TestingClock(arrived)).next();
    CallAnswer answer = call.answer();
    return new CallSettled(
        id,
        new Payer(
            payer.organisation(),
            payer.tenant(),
            payer.key(),
            Optional.of(new EndUser(user, "Żółć " + user, true)),
            payer.markup()),
        new CallRequest(
            request.id(),
            request.endpoint(),
            request.kind(),
            model,
            request.stream(),
            request.upstream(),
            request.pseudonym(),
            request.bytes()),
        new CallAnswer(
            answer.status(),
            Optional.of("gen-" + id),
            model,
            answer.provider(),
            answer.finish(),
            answer.bytes()),
        call.times(),
        call.reserved(),
        call.tokens(),
        call.charge(),
        call.unsettled());
  }

  InnkeeperClient as(Role role) {
    return door.client(Optional.of(role.word()));
  }

  InnkeeperClient nobody() {
    return door.client(Optional.empty());
  }

  @Override
  public void close() {
    door.close();
    jobs.close();
    books.close();
    store.close();
  }

  private final class ByRole implements Callers {
    @Override
    public Optional<Caller> byBearer(String token) {
      Role role = Role.parse(token);
      Optional<UUID> organisation = role == Role.CLIENT ? Optional.of(own) : Optional.empty();
      return Optional.of(
          new Caller(
              new Principal(Actor.Kind.TOKEN, new UUID(0, 7), token, role, organisation, false),
              ""));
    }

    @Override
    public Optional<Caller> bySession(String token) {
      return Optional.empty();
    }
  }

  /** Every role but the named ones. */
  static List<Role> allBut(Role... roles) {
    List<Role> named = List.of(roles);
    return List.of(Role.values()).stream().filter(role -> !named.contains(role)).toList();
  }
}
