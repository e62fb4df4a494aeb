package io.innkeeper;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.gateway.Tariff;
import io.innkeeper.money.Usd;
import io.innkeeper.usage.ModelPrice;
import io.innkeeper.usage.PriceList;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;

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
  public Optional<Price> dearest(Predicate<String> models) {
    List<ModelPrice> some = list.priced(models);
    return some.isEmpty() ? Optional.empty() : Optional.of(new Dearest(some));
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

  private record Dearest(List<ModelPrice> prices) implements Price {
    @Override
    public Usd worstCase(long prompt, long completion, Instant at) {
      return most(price -> price.worstCase(prompt, completion, at));
    }

    @Override
    public Usd picture(Instant at) {
      return most(price -> price.picture(at));
    }

    @Override
    public OptionalLong longestAnswer() {
      return longest(ModelPrice::most);
    }

    @Override
    public OptionalLong context() {
      return longest(ModelPrice::context);
    }

    private Usd most(Function<ModelPrice, Usd> cost) {
      return prices.stream().map(cost).max(Comparator.naturalOrder()).orElse(Usd.ZERO);
    }

    /** Empty if one of them tells no limit. */
    private OptionalLong longest(Function<ModelPrice, OptionalLong> limit) {
      return prices.stream().allMatch(price -> limit.apply(price).isPresent())
          ? prices.stream().mapToLong(price -> limit.apply(price).orElse(0)).max()
          : OptionalLong.empty();
    }
  }
}
