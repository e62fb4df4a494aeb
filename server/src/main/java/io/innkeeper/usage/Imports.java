package io.innkeeper.usage;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.ImportedCall;
import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.store.Database;
import io.innkeeper.usage.LedgerEntry.Generation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Takes calls into the books that were made before or beside Innkeeper, all of a request or none.
 * Each enters once, however often it is brought.
 */
public final class Imports {
  static final int MOST = 1_000;
  static final String USUAL_UPSTREAM = "import";

  private final Database database;
  private final Books books;
  private final AuditTrail audit;
  private final Workspaces workspaces;
  private final Clock clock;
  private volatile Runnable news = () -> {};

  /** Which workspaces organisations have. */
  @FunctionalInterface
  public interface Workspaces {
    /** An organisation's workspace by its slug; empty if it has none of that name. */
    Optional<UUID> of(UUID organisation, String slug);
  }

  /**
   * What an import brought.
   *
   * @param conflicts kept aside, since another call has their generation id
   */
  public record Brought(int written, int known, int conflicts, Usd cost, Usd billed) {}

  public Imports(Database database, AuditTrail audit, Workspaces workspaces, Clock clock) {
    this.database = database;
    this.books = new Books(database.dialect(), clock);
    this.audit = audit;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /** Who serves calls in this process hears at once that there is news, once it is written. */
  public void tell(Runnable listener) {
    news = listener;
  }

  /**
   * @param upstream whose the generation ids are; empty for the usual name
   * @throws Fault INVALID naming every call that can't be taken; nothing is written then
   */
  public Brought take(
      Organisation organisation, Optional<String> upstream, List<ImportedCall> calls, Actor by) {
    if (calls.isEmpty() || calls.size() > MOST)
      throw Fault.invalidField("calls", "calls", "Give 1 to " + MOST + " calls at once.");
    ImportReader reader =
        new ImportReader(
            organisation,
            upstream(upstream),
            slug -> workspaces.of(organisation.id(), slug),
            clock.instant());
    List<LedgerEntry> entries = new ArrayList<>(reader.read(calls));
    Brought brought = database.write(handle -> write(handle, organisation, entries, by));
    news.run();
    return brought;
  }

  private static String upstream(Optional<String> given) {
    String upstream = given.orElse(USUAL_UPSTREAM).strip();
    if (upstream.matches("[a-z0-9][a-z0-9.-]{0,59}")) return upstream;
    throw Fault.invalidField(
        "upstream",
        "upstream",
        "Name the upstream by lower-case letters, digits, dots and hyphens, such as openrouter.");
  }

  private Brought write(
      Handle handle, Organisation organisation, List<LedgerEntry> entries, Actor by) {
    long before = conflicts(handle);
    List<LedgerLine> lines = books.add(handle, entries);
    // Whoever adds lines holds the head, so nobody else kept one aside meanwhile.
    long conflicts = conflicts(handle) - before;
    Usd cost = Usd.ZERO;
    Usd billed = Usd.ZERO;
    for (LedgerLine line : lines) {
      cost = cost.plus(line.entry().cost());
      billed = billed.plus(line.entry().billed());
    }
    if (!lines.isEmpty()) {
      announce(handle, lines);
      audit.record(
          handle,
          AuditEvent.done(by, "ledger.import", "organisation " + organisation.slug())
              .changing(
                  Map.of(),
                  Map.of(
                      "lines",
                      lines.size(),
                      "cost",
                      cost.toString(),
                      "billed",
                      billed.toString())));
    }
    return new Brought(
        lines.size(),
        entries.size() - lines.size() - (int) conflicts,
        (int) conflicts,
        cost,
        billed);
  }

  private static long conflicts(Handle handle) {
    return handle.createQuery("select count(*) from ledger_conflicts").mapTo(Long.class).one();
  }

  private record Counted(Share share, Optional<String> person, LocalDate day) {}

  /** Budgets count them too; one piece of news for all that counts alike. */
  private void announce(Handle handle, List<LedgerLine> lines) {
    Map<Counted, Usd> sums = new LinkedHashMap<>();
    for (LedgerLine line : lines) {
      Generation entry = (Generation) line.entry();
      Share whole = entry.share();
      Share share =
          new Share(whole.organisation(), whole.tenant(), Optional.empty(), whole.user(), "", "");
      sums.merge(
          new Counted(share, entry.call().payer().provenUser(), entry.day()),
          entry.cost(),
          Usd::plus);
    }
    sums.forEach(
        (counted, cost) ->
            SpendNews.tell(
                handle,
                new SpendChange(counted.share(), counted.person(), counted.day(), Usd.ZERO, cost),
                clock.instant()));
  }
}
