package io.innkeeper;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.gateway.Tariff;
import io.innkeeper.money.Usd;
import io.innkeeper.usage.ModelPrice;
import io.innkeeper.usage.PriceList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The price list as the gateway asks for it. */
final class ListTariff implements Tariff {
  private final PriceList list;
  private final List<Offer> offers;

  ListTariff(PriceList list) {
    this.list = list;
    this.offers =
        list.offers().stream()
            .map(
                model ->
                    new Offer(model.price().model(), model.text(), model.json().getBytes(UTF_8)))
            .toList();
  }

  boolean isOf(PriceList other) {
    return list == other;
  }

  @Override
  public Optional<Price> of(String model) {
    return list.find(model).filter(price -> !price.variable()).map(Listed::new);
  }

  @Override
  public List<Offer> offers() {
    return offers;
  }

  private record Listed(ModelPrice price) implements Price {
    @Override
    public Usd worstCase(long prompt, long completion, Instant at) {
      return price.worstCase(prompt, completion, at);
    }

    @Override
    public Usd picture(Instant at) {
      return price.picture(at);
    }

    @Override
    public OptionalLong longestAnswer() {
      return price.most();
    }

    @Override
    public OptionalLong context() {
      return price.context();
    }
  }
}
