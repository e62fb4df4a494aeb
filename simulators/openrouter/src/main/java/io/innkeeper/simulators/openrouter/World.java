package io.innkeeper.simulators.openrouter;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** All that the stand-in knows; shared by its event loops. */
final class World {
  private static final int LATE_FOR_EVER = 100 * 365;

  private final ShiftedClock clock = new ShiftedClock();
  private final Models models = new Models();
  private final Keys keys = new Keys(clock);
  private final Books books;
  private final Inbox inbox;
  private final Behaviour usual;
  private final Queue<Behaviour> next = new ConcurrentLinkedQueue<>();
  private final Map<String, Queue<Behaviour>> at = new ConcurrentHashMap<>();
  private final Queue<Runnable> silent = new ConcurrentLinkedQueue<>();
  private final AtomicLong generations = new AtomicLong();
  private final long salt = System.nanoTime();
  private volatile Behaviour behaviour;

  World(SimulatorOptions options) {
    books = new Books(options.keepCharges());
    inbox = new Inbox(options.keepRequests());
    usual = options.behaviour();
    behaviour = usual;
  }

  /** The real time, plus what it was told to run ahead. */
  static final class ShiftedClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    void ahead(Duration by) {
      ahead = by;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }
  }

  ShiftedClock clock() {
    return clock;
  }

  Models models() {
    return models;
  }

  Keys keys() {
    return keys;
  }

  Books books() {
    return books;
  }

  Inbox inbox() {
    return inbox;
  }

  void behave(Behaviour always) {
    behaviour = always;
  }

  void next(Behaviour once) {
    next.add(once);
  }

  /** The behaviour of the call that begins now, before it says anything itself. */
  Behaviour take() {
    Behaviour once = next.poll();
    return once == null ? behaviour : behaviour.with(once);
  }

  void at(String place, Behaviour once) {
    at.computeIfAbsent(place, fresh -> new ConcurrentLinkedQueue<>()).add(once);
  }

  /** The behaviour of the next question to a place of the accounts. */
  Behaviour takeAt(String place) {
    Queue<Behaviour> waiting = at.get(place);
    Behaviour once = waiting == null ? null : waiting.poll();
    return once == null ? Behaviour.USUAL : once;
  }

  /** An id that no other call of this or another stand-in has. */
  String generation(Instant now) {
    long mixed = (generations.incrementAndGet() + salt) * 0x9E3779B97F4A7C15L;
    String digits = Long.toUnsignedString(mixed, 36);
    return "gen-" + now.getEpochSecond() + "-" + "0".repeat(13 - digits.length()) + digits;
  }

  void silent(Runnable goOn) {
    silent.add(goOn);
  }

  /** Lets every answer go on that stays silent. */
  void goOn() {
    for (Runnable one = silent.poll(); one != null; one = silent.poll()) one.run();
  }

  /** Writes the end of a call into the books. */
  void settle(Call call, long tokens, boolean completed) {
    Instant ended = clock.instant();
    String late = call.behaviour().text(Word.LATE).orElse("0");
    Instant known =
        late.equals("never")
            ? ended.plus(Duration.ofDays(LATE_FOR_EVER))
            : ended.plusMillis(Long.parseLong(late));
    books.add(number -> call.charge(number, tokens, completed, ended), known);
    Spend spend = call.charged(tokens, completed);
    BigDecimal own = spend.byok() ? spend.upstream() : BigDecimal.ZERO;
    LocalDate day = LocalDate.ofInstant(call.began(), ZoneOffset.UTC);
    call.key().spend(day, new BigDecimal(spend.cost()), own);
  }

  void forget() {
    books.clear();
    inbox.clear();
    next.clear();
    at.clear();
    silent.clear();
    behaviour = usual;
  }
}
