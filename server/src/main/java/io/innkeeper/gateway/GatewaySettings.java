package io.innkeeper.gateway;

import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import io.innkeeper.settings.ByteSize;
import io.innkeeper.settings.Setting;
import java.time.Duration;

/** How model calls pass. */
public record GatewaySettings(
    @Setting(
            says = "How many event loops serve calls; 0 for one per processor.",
            byDefault = "0",
            min = 0,
            max = 64)
        int loops,
    @Setting(says = "The largest request body that is accepted.", byDefault = "32MiB")
        ByteSize maxRequest,
    @Setting(
            says =
                "A request larger than this is forwarded while it still comes in, once its model"
                    + " is known.",
            byDefault = "1MiB")
        ByteSize holdRequest,
    @Setting(
            says =
                "An answer that is not a stream is held until it is whole up to this size, so that"
                    + " its cost is safe before it is given out; a larger one passes.",
            byDefault = "8MiB")
        ByteSize holdAnswer,
    @Setting(
            says =
                "The longest answer, in tokens, that is reserved for a call which sets no limit"
                    + " itself.",
            byDefault = "16384",
            min = 1)
        long reserveTokens,
    @Setting(
            says = "What is reserved for a call whose model has no known price, in USD.",
            byDefault = "0.50")
        String reserveUnpriced,
    @Setting(
            says = "How long the upstream may take to accept a connection.",
            byDefault = "10s",
            atLeast = "1s")
        Duration connectTimeout,
    @Setting(
            says = "How long the upstream may be silent within a call; comments count as signs.",
            byDefault = "5m",
            atLeast = "1s")
        Duration idleTimeout,
    @Setting(
            says =
                "How many answers are read to their end at the same time after their caller left,"
                    + " where the provider bills them whole anyway.",
            byDefault = "64",
            min = 0,
            max = 10_000)
        int drains,
    @Setting(says = "How long such an answer is read at most.", byDefault = "5m") Duration drainFor,
    @Setting(says = "How much of such an answer is read at most.", byDefault = "16MiB")
        ByteSize drainBytes,
    @Setting(says = "How long calls under way may run on when the program ends.", byDefault = "10s")
        Duration stopGrace) {

  public GatewaySettings {
    try {
      Usd.parse(reserveUnpriced);
    } catch (NumberFormatException | ArithmeticException e) {
      throw Fault.invalid(
          "reserve-unpriced",
          "innkeeper.gateway.reserve-unpriced: “"
              + reserveUnpriced
              + "” is no amount such as 0.50.");
    }
  }
}
