package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Call events as the journal's bytes. The first byte is the layout's version: a field is only ever
 * added behind the last, under a new version.
 */
public final class CallCodec {
  /** Marks in the journal. */
  public static final byte SENT = 1;

  public static final byte OPENED = 2;
  public static final byte SETTLED = 3;

  private static final int VERSION = 2;

  /** From here on a settled call ends with its person's address. */
  private static final int WITH_EMAIL = 2;

  private static final CallKind[] KINDS = CallKind.values();
  private static final Unsettled[] REASONS = Unsettled.values();

  private CallCodec() {}

  /** The journal's mark of an event. */
  public static byte kind(CallEvent event) {
    return switch (event) {
      case CallSent sent -> SENT;
      case CallOpened opened -> OPENED;
      case CallSettled settled -> SETTLED;
    };
  }

  /** An event as bytes. */
  public static byte[] bytes(CallEvent event) {
    FieldWriter to = new FieldWriter(512).number(VERSION).id(event.call());
    switch (event) {
      case CallSent sent -> sent(to, sent);
      case CallOpened opened -> to.text(opened.generation());
      case CallSettled settled -> settled(to, settled);
    }
    return to.bytes();
  }

  /**
   * The event of some bytes.
   *
   * @throws IllegalArgumentException if they are none of ours
   */
  public static CallEvent event(byte kind, byte[] bytes) {
    FieldReader from = new FieldReader(bytes);
    long version = version(from);
    UUID call = from.id();
    return switch (kind) {
      case SENT -> sent(from, call);
      case OPENED -> new CallOpened(call, from.text());
      case SETTLED -> settled(from, call, version);
      default -> throw new IllegalArgumentException("a call event of kind " + kind);
    };
  }

  /**
   * Whose event it is, whatever else it says.
   *
   * @throws IllegalArgumentException if the bytes are none of ours
   */
  static UUID call(byte[] bytes) {
    FieldReader from = new FieldReader(bytes);
    version(from);
    return from.id();
  }

  private static long version(FieldReader from) {
    long version = from.number();
    if (version < 1 || version > VERSION) {
      throw new IllegalArgumentException("a call event of layout " + version);
    }
    return version;
  }

  private static void sent(FieldWriter to, CallSent sent) {
    to.number(sent.at().toEpochMilli());
    payer(to, sent.payer());
    request(to, sent.request());
    to.number(sent.reserved().pico()).text(sent.idempotency());
  }

  private static CallSent sent(FieldReader from, UUID call) {
    return new CallSent(
        call,
        Instant.ofEpochMilli(from.number()),
        payer(from),
        request(from),
        new Usd(from.number()),
        from.text());
  }

  private static void settled(FieldWriter to, CallSettled settled) {
    payer(to, settled.payer());
    request(to, settled.request());
    answer(to, settled.answer());
    times(to, settled.times());
    to.number(settled.reserved().pico());
    tokens(to, settled.tokens());
    to.flag(settled.charge().isPresent());
    settled
        .charge()
        .ifPresent(
            charge -> to.number(charge.cost().pico()).text(charge.text()).flag(charge.ownKey()));
    settled.unsettled().ifPresent(reason -> to.number(reason.ordinal()));
    to.text(settled.payer().user().map(EndUser::email).orElse(""));
  }

  private static CallSettled settled(FieldReader from, UUID call, long version) {
    Payer payer = payer(from);
    CallRequest request = request(from);
    CallAnswer answer = answer(from);
    CallTimes times = times(from);
    Usd reserved = new Usd(from.number());
    Tokens tokens = tokens(from);
    boolean charged = from.flag();
    Optional<Charge> charge =
        charged
            ? Optional.of(new Charge(new Usd(from.number()), from.text(), from.flag()))
            : Optional.empty();
    Optional<Unsettled> reason =
        charged ? Optional.empty() : Optional.of(REASONS[(int) from.number()]);
    String email = version < WITH_EMAIL ? "" : from.text();
    return new CallSettled(
        call, with(payer, email), request, answer, times, reserved, tokens, charge, reason);
  }

  private static void payer(FieldWriter to, Payer payer) {
    to.id(payer.organisation()).flag(payer.tenant().isPresent());
    payer.tenant().ifPresent(to::id);
    to.id(payer.key()).flag(payer.user().isPresent());
    payer.user().ifPresent(user -> to.text(user.id()).text(user.name()).flag(user.verified()));
    to.text(payer.markup().toPlainString());
  }

  private static Payer payer(FieldReader from) {
    return new Payer(
        from.id(),
        from.flag() ? Optional.of(from.id()) : Optional.empty(),
        from.id(),
        from.flag()
            ? Optional.of(new EndUser(from.text(), from.text(), from.flag()))
            : Optional.empty(),
        new BigDecimal(from.text()));
  }

  private static Payer with(Payer payer, String email) {
    if (email.isEmpty()) return payer;
    return new Payer(
        payer.organisation(),
        payer.tenant(),
        payer.key(),
        payer.user().map(user -> user.withEmail(email)),
        payer.markup());
  }

  private static void request(FieldWriter to, CallRequest request) {
    to.text(request.id())
        .text(request.endpoint())
        .number(request.kind().ordinal())
        .text(request.model())
        .flag(request.stream())
        .text(request.upstream())
        .text(request.pseudonym())
        .number(request.bytes());
  }

  private static CallRequest request(FieldReader from) {
    return new CallRequest(
        from.text(),
        from.text(),
        KINDS[(int) from.number()],
        from.text(),
        from.flag(),
        from.text(),
        from.text(),
        from.number());
  }

  private static void answer(FieldWriter to, CallAnswer answer) {
    to.number(answer.status())
        .text(answer.generation().orElse(""))
        .text(answer.model())
        .text(answer.provider())
        .text(answer.finish())
        .number(answer.bytes());
  }

  private static CallAnswer answer(FieldReader from) {
    return new CallAnswer(
        (int) from.number(),
        Optional.of(from.text()).filter(text -> !text.isEmpty()),
        from.text(),
        from.text(),
        from.text(),
        from.number());
  }

  private static void times(FieldWriter to, CallTimes times) {
    to.number(times.arrived().toEpochMilli())
        .number(times.recognised())
        .number(times.admitted())
        .number(times.forwarded())
        .number(times.firstByte())
        .number(times.usage())
        .number(times.ended());
  }

  private static CallTimes times(FieldReader from) {
    return new CallTimes(
        Instant.ofEpochMilli(from.number()),
        from.number(),
        from.number(),
        from.number(),
        from.number(),
        from.number(),
        from.number());
  }

  private static void tokens(FieldWriter to, Tokens tokens) {
    to.number(tokens.prompt())
        .number(tokens.completion())
        .number(tokens.cached())
        .number(tokens.cacheWrite())
        .number(tokens.reasoning())
        .number(tokens.audioIn())
        .number(tokens.audioOut())
        .number(tokens.imageOut());
  }

  private static Tokens tokens(FieldReader from) {
    return new Tokens(
        from.number(),
        from.number(),
        from.number(),
        from.number(),
        from.number(),
        from.number(),
        from.number(),
        from.number());
  }
}
