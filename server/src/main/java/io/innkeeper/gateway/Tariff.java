package io.innkeeper.gateway;

import io.innkeeper.money.Usd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** What models cost, as far as admission needs to know. Answers from memory. */
public interface Tariff {
  /** The price of a model; empty if none is known or it varies. */
  Optional<Price> of(String model);

  /**
   * As if the dearest of some models answered, each part by itself: for a router that chooses, and
   * for a model that no list holds. Empty if no price of these is known.
   */
  Optional<Price> dearest(Predicate<String> models);

  /** Every model offered, in the upstream's order. */
  List<Offer> offers();

  /** One model's price. */
  interface Price {
    /** The most that so many tokens can cost, rounded up. */
    Usd worstCase(long prompt, long completion, Instant at);

    /** The most that a picture in the prompt costs beside its tokens. */
    Usd picture(Instant at);

    /** The longest answer it gives, in tokens. */
    OptionalLong longestAnswer();

    /** The longest prompt and answer together, in tokens. */
    OptionalLong context();
  }

  /**
   * One model in the list.
   *
   * @param text whether it answers in words; others aren't offered for a chat
   * @param json the upstream's own words about it, a JSON object
   */
  record Offer(String id, boolean text, byte[] json) {}
}
