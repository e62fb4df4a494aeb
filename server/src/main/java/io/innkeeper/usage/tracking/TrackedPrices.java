package io.innkeeper.usage.tracking;

import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.ModelRules;
import io.innkeeper.usage.ModelPrice;
import io.innkeeper.usage.OfferedModel;
import io.innkeeper.usage.PricePart;
import io.innkeeper.usage.Prices;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Models with their prices as the upstream tells them; none is ever made up. */
record TrackedPrices(Prices prices) {
  private static final String SOURCE = "openrouter_api";
  private static final int MILLION = 6;
  private static final Comparator<PricedModel> ORDER =
      Comparator.comparing(PricedModel::provider).thenComparing(PricedModel::name);

  /**
   * Those that an organisation may use, by provider and name.
   *
   * @throws Fault UNAVAILABLE while no price is known
   */
  ModelPricing of(ModelRules rules) {
    Instant read = prices.age().asOf().orElseThrow(TrackedPrices::unknown);
    Predicate<String> allowed = rules.test();
    List<PricedModel> models =
        prices.list().offers().stream()
            .filter(OfferedModel::text)
            .map(OfferedModel::price)
            .filter(price -> allowed.test(price.model()))
            .map(TrackedPrices::model)
            .sorted(ORDER)
            .toList();
    return new ModelPricing(true, models, read, SOURCE);
  }

  private static Fault unknown() {
    return Fault.of(
            Fault.Kind.UNAVAILABLE,
            "prices-unknown",
            "The models' prices have not been read from the upstream yet.")
        .advising("Ask again in a minute.");
  }

  private static PricedModel model(ModelPrice price) {
    BigDecimal input = perMillion(price, PricePart.PROMPT);
    BigDecimal output = perMillion(price, PricePart.COMPLETION);
    int slash = price.model().indexOf('/');
    return new PricedModel(
        price.model(),
        price.name(),
        slash < 0 ? "" : title(price.model().substring(0, slash)),
        input,
        output,
        price.context().orElse(0),
        category(input, output));
  }

  private static @Nullable BigDecimal perMillion(ModelPrice price, PricePart part) {
    if (price.variable()) return null;
    BigDecimal one = price.prices().getOrDefault(part, BigDecimal.ZERO);
    return one.signum() == 0 ? BigDecimal.ZERO : one.movePointRight(MILLION).stripTrailingZeros();
  }

  /** By the average of both prices. */
  private static String category(@Nullable BigDecimal input, @Nullable BigDecimal output) {
    if (input == null || output == null) return "Variable";
    // Twice the average, so that nothing is divided.
    BigDecimal twice = input.add(output);
    if (below(twice, 1)) return "Budget";
    if (below(twice, 5)) return "Standard";
    if (below(twice, 10)) return "Fast";
    return below(twice, 50) ? "Premium" : "Reasoning";
  }

  private static boolean below(BigDecimal twice, int average) {
    return twice.compareTo(BigDecimal.valueOf(2L * average)) < 0;
  }

  /** {@code x-ai} is {@code X-Ai}, as it was there. */
  private static String title(String words) {
    StringBuilder title = new StringBuilder();
    for (String word : words.split("(?<=-)")) {
      if (!word.isEmpty())
        title.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return title.toString();
  }
}
