package io.innkeeper.simulators.openrouter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was charged: the truth that others are compared with. */
final class Books {
  private final int most;
  private final ArrayDeque<Charge> charges = new ArrayDeque<>();
  private final Map<String, Known> byGeneration = new HashMap<>();
  private final Map<Row, Sums> days = new TreeMap<>();
  private long count;
  private BigDecimal total = BigDecimal.ZERO;
  private BigDecimal credits = BigDecimal.ZERO;

  /** A charge and when {@code /generation} begins to know it. */
  record Known(Charge charge, Instant from) {}

  /** One row of the activity. */
  record Row(LocalDate day, String model, String provider, String keyHash)
      implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      int order = other.day.compareTo(day);
      if (order == 0) order = model.compareTo(other.model);
      if (order == 0) order = provider.compareTo(other.provider);
      return order == 0 ? keyHash.compareTo(other.keyHash) : order;
    }
  }

  /** Sums of a row. */
  record Sums(
      BigDecimal usage,
      BigDecimal own,
      long requests,
      long prompt,
      long completion,
      long reasoning) {
    Sums plus(Sums more) {
      return new Sums(
          usage.add(more.usage),
          own.add(more.own),
          requests + more.requests,
          prompt + more.prompt,
          completion + more.completion,
          reasoning + more.reasoning);
    }
  }

  /**
   * Empty books.
   *
   * @param most single charges kept; sums always count all
   */
  Books(int most) {
    this.most = most;
  }

  /** Books a charge under the next number. */
  synchronized void add(java.util.function.LongFunction<Charge> made, Instant knownFrom) {
    Charge charge = made.apply(++count);
    charges.addLast(charge);
    byGeneration.put(charge.generation(), new Known(charge, knownFrom));
    if (charges.size() > most) byGeneration.remove(charges.removeFirst().generation());
    total = total.add(charge.spend().total());
    BigDecimal cost = new BigDecimal(charge.spend().cost());
    credits = credits.add(cost);
    Spend spend = charge.spend();
    BigDecimal own = spend.byok() ? spend.upstream() : BigDecimal.ZERO;
    days.merge(
        new Row(
            LocalDate.ofInstant(charge.began(), ZoneOffset.UTC),
            charge.model(),
            charge.provider(),
            charge.keyHash()),
        new Sums(cost, own, 1, spend.prompt(), spend.completion(), spend.reasoning()),
        Sums::plus);
  }

  synchronized List<Charge> charges() {
    return List.copyOf(charges);
  }

  /** Calls charged, also those no longer kept singly. */
  synchronized long count() {
    return count;
  }

  /** Everything charged, own provider keys included. */
  synchronized BigDecimal total() {
    return total;
  }

  synchronized BigDecimal credits() {
    return credits;
  }

  synchronized Optional<Charge> known(String generation, Instant now) {
    return Optional.ofNullable(byGeneration.get(generation))
        .filter(known -> !now.isBefore(known.from()))
        .map(Known::charge);
  }

  synchronized Map<Row, Sums> days() {
    return new TreeMap<>(days);
  }

  synchronized void clear() {
    charges.clear();
    byGeneration.clear();
    days.clear();
    count = 0;
    total = BigDecimal.ZERO;
    credits = BigDecimal.ZERO;
  }
}
