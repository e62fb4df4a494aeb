package io.innkeeper;

import io.innkeeper.budget.BudgetBook;
import io.innkeeper.budget.EventWriter;
import io.innkeeper.engine.EngineException;
import io.innkeeper.fault.Fault;
import io.innkeeper.gateway.Gateway;
import io.innkeeper.gateway.RememberedKeys;
import io.innkeeper.gateway.Replays;
import io.innkeeper.journal.Journal;
import io.innkeeper.metrics.JournalSeries;
import io.innkeeper.openrouter.OpenRouterRecords;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.schedule.DueTask;
import io.innkeeper.schedule.Schedule;
import io.innkeeper.store.Home;
import io.innkeeper.store.Ids;
import io.innkeeper.usage.Drain;
import io.innkeeper.usage.LedgerCheck;
import io.innkeeper.usage.Reconciliation;
import io.micrometer.core.instrument.TimeGauge;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The gateway put together with its books: what was spent is known again before its port opens, and
 * closing lets calls under way end before the journal does.
 */
final class ModelCalls implements AutoCloseable {
  private static final String NODE = "local";
  private static final Duration HOUR = Duration.ofHours(1);

  /** The upstream's day has ended by then, and its figures have settled. */
  private static final LocalTime AT_NIGHT = LocalTime.of(2, 30);

  private static final List<String> SERIES =
      List.of(
          "innkeeper.gateway",
          "innkeeper.directory",
          "innkeeper.journal",
          "innkeeper.drain",
          "innkeeper.ledger");

  private static final String LOOPBACK = "127.0.0.1";

  private final Rooms rooms;
  private final Parts parts;
  private final Journal journal;
  private final Drain drain;
  private final BudgetBook budgets;
  private final SpendFollower spend;
  private final GatewayDirectory directory;
  private final Gateway gateway;
  private final OpenRouterRecords records;
  private final Reconciliation reconciliation;
  private final Schedule schedule;
  private volatile Optional<String> engineSide = Optional.empty();

  private ModelCalls(Rooms rooms, Journal journal, Parts parts) {
    this.rooms = rooms;
    this.journal = journal;
    this.parts = parts;
    drain = rooms.money().usage().drain(journal, NODE);
    EventWriter events = new EventWriter(rooms.money().budgets().events());
    parts.add("budget events", events);
    budgets = new BudgetBook(events);
    spend = new SpendFollower(rooms.money().usage().news(), budgets);
    directory = new GatewayDirectory(rooms, budgets, spend);
    parts.add("series", () -> rooms.foundation().metrics().forget(SERIES));
    parts.add("drain", drain);
    JournalSeries.add(rooms.foundation().metrics(), journal, drain);
    TimeGauge.builder(
            "innkeeper.directory.age",
            directory,
            TimeUnit.MILLISECONDS,
            one -> one.age().toMillis())
        .description("How long ago the gateway last learnt what changed.")
        .register(rooms.foundation().metrics().registry());
    parts.add("directory", directory);
    Ids ids = new Ids(rooms.foundation().clock());
    Replays replays = new Replays();
    RememberedKeys.read(journal, replays, rooms.foundation().clock().instant().minus(Replays.KEPT));
    gateway =
        Gateway.start(
            rooms.foundation().settings().gateway(),
            new Gateway.Needs(
                directory::directory,
                directory::tariff,
                budgets,
                journal,
                replays,
                rooms.foundation().metrics().registry(),
                ids::next,
                rooms.foundation().clock()));
    parts.add("gateway", gateway);
    records = rooms.money().records(rooms.entrance().organisations());
    reconciliation =
        rooms
            .money()
            .usage()
            .reconciliation(records, new PriceEstimate(rooms.money().prices()::at));
    parts.add("reconciliation", reconciliation);
    drain.tell(reconciliation::wake);
    // Whoever has the journal looks after it, whichever process runs the rest of the schedule.
    schedule = new Schedule(rooms.foundation().database(), rooms.foundation().clock(), "journal");
    schedule.add(
        DueTask.every(
            "old-journal",
            HOUR,
            () -> drain.forget(rooms.foundation().settings().journal().keep())),
        DueTask.daily("comparison", AT_NIGHT, ZoneOffset.UTC, this::compare),
        DueTask.daily("books", AT_NIGHT, ZoneOffset.UTC, this::check));
    parts.add("the journal's schedule", schedule);
  }

  /**
   * Brings what an earlier start left behind into the ledger, learns what was spent, and answers on
   * the gateway's port.
   *
   * @return empty if another process of this home does so
   * @throws Fault if the journal can't be opened or the port is taken
   */
  static Optional<ModelCalls> open(Rooms rooms, Home home) {
    Optional<Journal> journal = journal(rooms, home);
    if (journal.isEmpty()) return Optional.empty();
    Parts parts = new Parts();
    parts.add("journal", journal.get());
    try {
      ModelCalls calls = new ModelCalls(rooms, journal.get(), parts);
      calls.begin();
      return Optional.of(calls);
    } catch (RuntimeException e) {
      // Whoever tries next must find the journal's lock free.
      parts.close();
      throw e;
    }
  }

  private static Optional<Journal> journal(Rooms rooms, Home home) {
    try {
      return Journal.tryOpen(
          home.journal(), rooms.foundation().settings().journal(), rooms.foundation().clock());
    } catch (IOException e) {
      throw Fault.of(
              Fault.Kind.BROKEN,
              "journal",
              "Tried to open the journal in " + home.journal() + " but could not.")
          .advising("See that the folder can be written and that the disk is not full.")
          .because(e);
    }
  }

  private void begin() {
    directory.start();
    List<UUID> all = rooms.entrance().organisations().all().stream().map(Organisation::id).toList();
    spend.begin(() -> rooms.money().usage().monthSpend().since(all, drain));
    rooms.money().budgets().standings().watch(budgets);
    rooms.money().usage().unsettled().tell(spend::enter, spend::follow);
    rooms.money().usage().ledger().tell(spend::follow);
    rooms.money().usage().imports().tell(spend::follow);
    gateway.listen(LOOPBACK, port());
    reachTenants();
    drain.start();
    reconciliation.start();
    schedule.start();
  }

  /** Also answers where tenants reach this host, as soon as the engine tells where that is. */
  void reachTenants() {
    Optional<String> address = hostGateway();
    if (address.isEmpty() || engineSide.equals(address)) return;
    gateway.listen(address.get(), port());
    engineSide = address;
  }

  private Optional<String> hostGateway() {
    try {
      return rooms.machine().engine().hostGateway().filter(address -> !address.equals(LOOPBACK));
    } catch (EngineException e) {
      return Optional.empty();
    }
  }

  private int port() {
    return rooms.foundation().settings().tenant().gatewayPort();
  }

  Journal journal() {
    return journal;
  }

  /** How long ago it last learnt what changed. */
  Duration age() {
    return directory.age();
  }

  Drain drain() {
    return drain;
  }

  BudgetBook budgets() {
    return budgets;
  }

  /** What runs by itself here. */
  GatewayDirectory directory() {
    return directory;
  }

  Schedule schedule() {
    return schedule;
  }

  /** Compares our sums with the upstream's, and tells what came of it. */
  private String compare() {
    return rooms.money().usage().comparison(records).nightly();
  }

  /** Proves that every kept sum follows from the ledger's lines. */
  private String check() {
    LedgerCheck.Result found = new LedgerCheck(rooms.foundation().database()).run();
    if (found.whole()) return "All sums follow from " + found.lines() + " lines.";
    throw Fault.of(Fault.Kind.BROKEN, "books-differ", String.join(" ", found.differences()))
        .advising("Make the sums anew from the lines: innkeeper ledger rebuild");
  }

  @Override
  public void close() {
    parts.close();
  }
}
