package io.innkeeper.gateway;

import io.innkeeper.budget.Reservation;
import io.innkeeper.money.Usd;
import io.innkeeper.usage.CallAnswer;
import io.innkeeper.usage.CallCodec;
import io.innkeeper.usage.CallEvent;
import io.innkeeper.usage.CallOpened;
import io.innkeeper.usage.CallRequest;
import io.innkeeper.usage.CallSent;
import io.innkeeper.usage.CallSettled;
import io.innkeeper.usage.Charge;
import io.innkeeper.usage.Payer;
import io.innkeeper.usage.Unsettled;
import io.vertx.core.Context;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * The books of one call: what is written into the journal when, and what becomes of its
 * reservation. Settles once, whatever ends the call first. Used by its event loop only.
 */
final class Settling {
  private final GatewayParts parts;
  private final Context loop;
  private final UUID call;
  private final Payer payer;
  private CallRequest request;
  private final Reservation reservation;
  private Optional<Reservation> more = Optional.empty();
  private final LongConsumer ended;
  private final Stopwatch watch;
  private String idempotency = "";
  private boolean givenWhole;
  private boolean opened;
  private boolean settled;

  /**
   * @param ended called when the call no longer counts as under way, with the answer's tokens
   */
  Settling(
      GatewayParts parts,
      Context loop,
      Payer payer,
      CallRequest request,
      Reservation reservation,
      Stopwatch watch,
      LongConsumer ended) {
    this.parts = parts;
    this.loop = loop;
    this.call = parts.ids().get();
    this.payer = payer;
    this.request = request;
    this.reservation = reservation;
    this.watch = watch;
    this.ended = ended;
  }

  Stopwatch watch() {
    return watch;
  }

  CallRequest request() {
    return request;
  }

  /** The request's true length, once it has come in. */
  void asked(long bytes) {
    request =
        new CallRequest(
            request.id(),
            request.endpoint(),
            request.kind(),
            request.model(),
            request.stream(),
            request.upstream(),
            request.pseudonym(),
            bytes);
  }

  /** What is reserved for it. */
  Usd held() {
    return more.map(Reservation::amount).orElse(Usd.ZERO).plus(reservation.amount());
  }

  /** Once more is asked than was known at first. */
  void hold(Reservation beside) {
    more = Optional.of(beside);
  }

  boolean settled() {
    return settled;
  }

  /** Before the upstream is given anything; false if it couldn't be written down. */
  boolean sent(String idempotency) {
    this.idempotency = idempotency;
    return write(
        new CallSent(call, watch.arrived(), payer, request, reservation.amount(), idempotency));
  }

  /** The upstream is about to have the whole request: from here on it may run. */
  void givenWhole() {
    givenWhole = true;
  }

  /** Whether the upstream may have run the call. */
  boolean mayHaveRun() {
    return givenWhole;
  }

  /** As soon as the upstream's id is known: from here on the cost can be looked up. */
  void opened(String generation) {
    if (opened || settled || generation.isEmpty()) return;
    opened = true;
    write(new CallOpened(call, generation));
  }

  /**
   * Nothing was charged, since the upstream refused or was never reached; the call may be made
   * again under its idempotency key.
   */
  void free(int status, String finish, Runnable then) {
    if (settled) return;
    AnswerFacts facts = new AnswerFacts();
    facts.finish = finish;
    settle(
        facts, status, 0, Optional.of(new Charge(Usd.ZERO, "0", false)), Unsettled.NO_USAGE, then);
    // Only now, so that the journal tells this end before it tells the key's next use.
    parts.replays().release(idempotency);
  }

  /** The answer has ended; its charge counts if it told one, else the reason why it did not. */
  void ended(AnswerFacts facts, int status, long bytes, Unsettled otherwise, Runnable then) {
    settle(facts, status, bytes, facts.charge(), otherwise, then);
  }

  private void settle(
      AnswerFacts facts,
      int status,
      long bytes,
      Optional<Charge> charge,
      Unsettled otherwise,
      Runnable then) {
    if (settled) return;
    settled = true;
    watch.ended();
    CallSettled event =
        new CallSettled(
            call,
            payer,
            request,
            answer(facts, status, bytes),
            watch.times(),
            held(),
            facts.tokens,
            charge,
            charge.isPresent() ? Optional.empty() : Optional.of(otherwise));
    long before = System.nanoTime();
    parts
        .journal()
        .write(
            CallCodec.SETTLED,
            CallCodec.bytes(event),
            safe -> {
              parts.figures().committed(System.nanoTime() - before);
              loop.runOnContext(nothing -> given(facts, then));
            });
    charge.ifPresentOrElse(this::pay, this::keep);
    count(charge.isPresent());
  }

  /**
   * Until the line is written the call is under way, so that closing waits for its last bytes. Its
   * place is free before the caller hears the end and may ask again.
   */
  private void given(AnswerFacts facts, Runnable then) {
    ended.accept(facts.tokens.completion());
    then.run();
  }

  private void pay(Charge exact) {
    reservation.settle(exact.cost());
    more.ifPresent(Reservation::release);
  }

  private void keep() {
    reservation.keep();
    more.ifPresent(Reservation::keep);
  }

  private CallAnswer answer(AnswerFacts facts, int status, long bytes) {
    return new CallAnswer(
        status,
        Optional.of(facts.generation).filter(id -> !id.isEmpty()),
        facts.model,
        facts.provider,
        facts.finish,
        bytes);
  }

  private void count(boolean exact) {
    GatewayFigures figures = parts.figures();
    figures.ended(exact);
    if (watch.firstByteNanos() >= 0) figures.firstByte(watch.firstByteNanos());
    if (watch.upstreamNanos() >= 0) figures.upstream(watch.upstreamNanos());
    if (watch.addedNanos() >= 0) figures.added(watch.addedNanos());
  }

  private boolean write(CallEvent event) {
    return parts.journal().write(CallCodec.kind(event), CallCodec.bytes(event));
  }
}
