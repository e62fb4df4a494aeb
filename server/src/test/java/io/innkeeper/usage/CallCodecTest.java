package io.innkeeper.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.money.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallCodecTest {
  private static final UUID CALL = new UUID(-1, Long.MIN_VALUE);
  private static final Payer PERSON =
      new Payer(
          new UUID(1, 2),
          Optional.of(new UUID(3, 4)),
          new UUID(5, 6),
          Optional.of(new EndUser("u-1", "Żółć 🐕", true)),
          new BigDecimal("1.30"));
  private static final Payer NOBODY =
      new Payer(new UUID(1, 2), Optional.empty(), new UUID(5, 6), Optional.empty(), BigDecimal.ONE);
  private static final CallRequest REQUEST =
      new CallRequest(
          "01J",
          "/v1/chat/completions",
          CallKind.FOLLOW_UP,
          "acme/lark",
          true,
          "openrouter",
          "p",
          31_400);
  private static final CallTimes TIMES =
      new CallTimes(Instant.ofEpochMilli(1_795_180_867_412L), 50, 110, 240, 613_000, 9_841_000, -1);

  static Stream<CallEvent> events() {
    CallAnswer answer =
        new CallAnswer(200, Optional.of("gen-1"), "acme/lark-1", "Acme", "stop", Long.MAX_VALUE);
    return Stream.of(
        new CallSent(CALL, TIMES.arrived(), PERSON, REQUEST, new Usd(-5), ""),
        new CallOpened(CALL, "gen-1795180867-Tn4cQ0"),
        new CallSettled(
            CALL,
            PERSON,
            REQUEST,
            answer,
            TIMES,
            new Usd(9),
            new Tokens(1, 2, 3, 4, 5, 6, 7, 8),
            Optional.of(new Charge(Usd.parse("4.5e-7"), "4.5e-7", true)),
            Optional.empty()),
        new CallSettled(
            CALL,
            NOBODY,
            REQUEST,
            new CallAnswer(0, Optional.empty(), "", "", "", 0),
            TIMES,
            Usd.ZERO,
            Tokens.NONE,
            Optional.empty(),
            Optional.of(Unsettled.CLIENT_LEFT)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyEventComesBackAsItWas(CallEvent event) {
    assertThat(CallCodec.event(CallCodec.kind(event), CallCodec.bytes(event))).isEqualTo(event);
  }

  @Test
  void personsAddressEndsASettledCallAndOlderOnesHaveNone() {
    CallSettled settled = (CallSettled) events().toList().get(2);
    CallSettled told =
        new CallSettled(
            CALL,
            new Payer(
                PERSON.organisation(),
                PERSON.tenant(),
                PERSON.key(),
                PERSON.user().map(user -> user.withEmail("ewa@example.org")),
                PERSON.markup()),
            settled.request(),
            settled.answer(),
            settled.times(),
            settled.reserved(),
            settled.tokens(),
            settled.charge(),
            settled.unsettled());
    assertThat(CallCodec.event(CallCodec.SETTLED, CallCodec.bytes(told))).isEqualTo(told);
    byte[] bytes = CallCodec.bytes(settled);
    byte[] older = Arrays.copyOf(bytes, bytes.length - 1);
    older[0] = 2; // layout 1, as a signed number
    assertThat(CallCodec.event(CallCodec.SETTLED, older)).isEqualTo(settled);
  }

  @ParameterizedTest
  @MethodSource("events")
  void anUnknownLayoutIsRefused(CallEvent event) {
    byte[] bytes = CallCodec.bytes(event);
    bytes[0] = 126;
    assertThatThrownBy(() -> CallCodec.event(CallCodec.kind(event), bytes))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
