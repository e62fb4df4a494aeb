package io.innkeeper.metrics;

import io.innkeeper.journal.Journal;
import io.innkeeper.usage.Drain;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** The way of a call's record: into the journal, to disk, from there into the ledger. */
public final class JournalSeries {
  private JournalSeries() {}

  public static void add(Metrics metrics, Journal journal, Drain drain) {
    journal(metrics.registry(), journal);
    drain(metrics.registry(), drain);
  }

  private static void journal(MeterRegistry registry, Journal journal) {
    Gauge.builder("innkeeper.journal.waiting", journal, one -> one.figures().waiting())
        .description("Records that are not on disk yet.")
        .baseUnit("records")
        .register(registry);
    counter(
        registry,
        "innkeeper.journal.written",
        "Records written.",
        journal,
        one -> one.figures().records());
    FunctionTimer.builder(
            "innkeeper.journal.flush",
            journal,
            one -> one.figures().flushes(),
            one -> one.figures().flushNanos(),
            TimeUnit.NANOSECONDS)
        .description("Flushes to disk, and how long they took.")
        .register(registry);
    Metrics.truth(
        registry,
        "innkeeper.journal.writable",
        "Whether the journal could be written the last time; if not, no call is taken.",
        () -> journal.trouble().isEmpty());
  }

  private static void drain(MeterRegistry registry, Drain drain) {
    TimeGauge.builder(
            "innkeeper.drain.lag",
            drain,
            TimeUnit.MILLISECONDS,
            one -> one.figures().lag().toMillis())
        .description("How long ago the ledger last held everything that is on disk.")
        .register(registry);
    Gauge.builder("innkeeper.drain.behind", drain, one -> one.figures().behind())
        .description("What the journal holds and the ledger does not yet.")
        .baseUnit("bytes")
        .register(registry);
    counter(
        registry,
        "innkeeper.drain.taken",
        "Records taken from the journal.",
        drain,
        one -> one.figures().records());
    counter(
        registry,
        "innkeeper.drain.refused",
        "Records set aside because they could not be understood or stored.",
        drain,
        one -> one.figures().unreadable());
    FunctionCounter.builder("innkeeper.ledger.added", drain, one -> one.figures().lines())
        .description("Lines new in the ledger.")
        .baseUnit("lines")
        .register(registry);
    Metrics.truth(
        registry,
        "innkeeper.ledger.writable",
        "Whether the ledger could be written the last time.",
        () -> drain.figures().trouble().isEmpty());
  }

  private static <T> void counter(
      MeterRegistry registry, String name, String says, T of, ToDoubleFunction<T> count) {
    FunctionCounter.builder(name, of, count)
        .description(says)
        .baseUnit("records")
        .register(registry);
  }
}
