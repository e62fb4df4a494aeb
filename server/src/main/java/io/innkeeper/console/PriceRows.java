package io.innkeeper.console;

import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.PriceRow;
import io.innkeeper.usage.ModelPrice;
import io.innkeeper.usage.PricePart;
import io.innkeeper.usage.PricedModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Models and what they cost as rows; prices as the upstream told them, before any markup. */
final class PriceRows {
  private static final String NONE = "—";
  private static final int DECIMALS = 4;
  private static final Map<PricePart, String> PARTS =
      Map.of(
          PricePart.CACHE_READ, "cache read",
          PricePart.CACHE_WRITE, "cache write",
          PricePart.CACHE_WRITE_HOUR, "cache for an hour",
          PricePart.REASONING, "thinking",
          PricePart.AUDIO_IN, "audio in",
          PricePart.AUDIO_OUT, "audio out",
          PricePart.IMAGE_OUT, "pictures made",
          PricePart.IMAGE, "each picture",
          PricePart.REQUEST, "each request");

  private final Moments moments;

  PriceRows(Moments moments) {
    this.moments = moments;
  }

  PriceRow row(PricedModel model, Instant now) {
    ModelPrice price = model.price();
    String state = model.state(now);
    Moment since = moments.date(model.gone() ? model.until().orElse(now) : model.since());
    return new PriceRow(
        price.model(),
        price.name(),
        figure(price, PricePart.PROMPT),
        figure(price, PricePart.COMPLETION),
        more(price),
        context(price.context()),
        state.equals("listed") ? "" : state,
        since);
  }

  /** Four decimals, or more where there are more: a price is never rounded away. */
  private static String figure(ModelPrice price, PricePart part) {
    return price
        .told(part)
        .map(
            told -> {
              if (told.equals("variable")) return told;
              BigDecimal number = new BigDecimal(told);
              return number
                  .setScale(Math.max(DECIMALS, number.scale()), RoundingMode.UNNECESSARY)
                  .toPlainString();
            })
        .orElse(NONE);
  }

  private static String more(ModelPrice price) {
    List<String> words = new ArrayList<>();
    if (price.discount().signum() != 0) {
      BigDecimal percent = price.discount().movePointRight(2).stripTrailingZeros();
      words.add(percent.toPlainString() + "% off");
    }
    if (!price.overrides().isEmpty()) words.add("other prices for large prompts or at some hours");
    for (PricePart part : PricePart.values()) {
      String name = PARTS.get(part);
      if (name == null) continue;
      price
          .told(part)
          .filter(told -> !told.equals("0"))
          .ifPresent(told -> words.add(name + " " + told));
    }
    return String.join(", ", words);
  }

  private static String context(OptionalLong tokens) {
    return tokens.isPresent() ? Numbers.count(tokens.getAsLong()) : NONE;
  }
}
