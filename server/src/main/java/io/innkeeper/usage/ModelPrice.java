package io.innkeeper.usage;

import static io.innkeeper.usage.PricePart.*;
import static java.math.BigDecimal.ZERO;

import io.innkeeper.money.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a model is said to cost. Good for holding back enough before a call and for an estimate when
 * the charge stays unknown; what the upstream charged always wins.
 *
 * @param model id that calls name
 * @param slug its permanent name
 * @param prices USD for one token, request or image
 * @param overrides later ones win, part by part
 * @param discount share taken off, 0.01 for one per cent
 * @param context tokens of prompt and answer together
 * @param most tokens of the longest answer
 */
public record ModelPrice(
    String model,
    String slug,
    String name,
    Map<PricePart, BigDecimal> prices,
    List<PriceOverride> overrides,
    BigDecimal discount,
    OptionalLong context,
    OptionalLong most) {
  /** The largest amount there is: more than any budget. */
  private static final BigDecimal MOST = new Usd(Long.MAX_VALUE).decimal();

  public ModelPrice {
    prices = Map.copyOf(prices);
    overrides = List.copyOf(overrides);
  }

  /** Whether another model will answer at a price of its own: nothing can be computed here. */
  public boolean variable() {
    for (BigDecimal price : prices.values()) {
      if (price.signum() < 0) return true;
    }
    return false;
  }

  /**
   * A price as people are told it: USD for a million tokens, or for one request or picture; {@code
   * variable} where another model answers at its own price; empty if none is told.
   */
  public Optional<String> told(PricePart part) {
    BigDecimal price = prices.get(part);
    if (price == null) return Optional.empty();
    if (price.signum() < 0) return Optional.of("variable");
    BigDecimal unit = part.single() ? price : price.movePointRight(6);
    return Optional.of(unit.stripTrailingZeros().toPlainString());
  }

  /** Whether nothing is charged at all. */
  public boolean free() {
    return overrides.isEmpty() && prices.values().stream().allMatch(price -> price.signum() == 0);
  }

  /**
   * The most that a call can cost, rounded up: the whole prompt at its dearest part, the tier that
   * costs more, no discount; at most the largest amount there is.
   *
   * @throws IllegalStateException if the price varies
   */
  public Usd worstCase(long promptTokens, long maxCompletionTokens, Instant at) {
    refuseVariable();
    BigDecimal prompt =
        dearest(promptTokens, at, PROMPT, CACHE_READ, CACHE_WRITE, CACHE_WRITE_HOUR, AUDIO_IN);
    BigDecimal answer = dearest(promptTokens, at, COMPLETION, REASONING, AUDIO_OUT, IMAGE_OUT);
    BigDecimal sum =
        prompt
            .multiply(BigDecimal.valueOf(promptTokens))
            .add(answer.multiply(BigDecimal.valueOf(maxCompletionTokens)))
            .add(dearest(promptTokens, at, REQUEST));
    return Usd.of(sum.setScale(Usd.DECIMALS, RoundingMode.CEILING).min(MOST));
  }

  /** The most that a picture in the prompt costs beside its tokens. */
  public Usd picture(Instant at) {
    BigDecimal most = dearest(0, at, IMAGE).max(dearest(Long.MAX_VALUE, at, IMAGE));
    return Usd.of(most.setScale(Usd.DECIMALS, RoundingMode.CEILING).min(MOST));
  }

  private BigDecimal dearest(long promptTokens, Instant at, PricePart... parts) {
    BigDecimal most = ZERO;
    for (PricePart part : parts) {
      most = most.max(prices.getOrDefault(part, ZERO));
      for (PriceOverride one : overrides) {
        if (one.holds(promptTokens, at)) most = most.max(one.prices().getOrDefault(part, ZERO));
      }
    }
    return most;
  }

  /**
   * What such a call should cost.
   *
   * @throws IllegalStateException if the price varies
   */
  public Usd cost(Tokens tokens, Instant at) {
    BigDecimal sum = ZERO;
    for (PriceLine line : breakdown(tokens, at)) sum = sum.add(line.exact());
    return Usd.of(sum);
  }

  /**
   * How that cost comes about, line by line; lines that count nothing are left out.
   *
   * @throws IllegalStateException if the price varies
   */
  public List<PriceLine> breakdown(Tokens tokens, Instant at) {
    refuseVariable();
    Map<PricePart, BigDecimal> now = at(tokens.prompt(), at);
    List<PriceLine> lines = new ArrayList<>();
    asked(lines, now, tokens);
    answered(lines, now, tokens);
    if (now.containsKey(REQUEST)) {
      lines.add(PriceLine.of(PriceLine.Kind.REQUEST, 1, now.get(REQUEST)));
    }
    lines.removeIf(line -> line.count() == 0 || line.each().signum() == 0 && !line.kind().tokens());
    if (discount.signum() != 0) {
      BigDecimal sum = lines.stream().map(PriceLine::exact).reduce(ZERO, BigDecimal::add);
      BigDecimal off = sum.multiply(discount).negate();
      lines.add(new PriceLine(PriceLine.Kind.DISCOUNT, 1, discount, off));
    }
    return List.copyOf(lines);
  }

  private static void asked(List<PriceLine> lines, Map<PricePart, BigDecimal> now, Tokens tokens) {
    long heard = now.containsKey(AUDIO_IN) ? tokens.audioIn() : 0;
    long fresh = Math.max(0, tokens.prompt() - tokens.cached() - tokens.cacheWrite() - heard);
    BigDecimal prompt = now.getOrDefault(PROMPT, ZERO);
    lines.add(PriceLine.of(PriceLine.Kind.PROMPT, fresh, prompt));
    lines.add(
        PriceLine.of(
            PriceLine.Kind.FROM_CACHE, tokens.cached(), now.getOrDefault(CACHE_READ, prompt)));
    lines.add(
        PriceLine.of(
            PriceLine.Kind.TO_CACHE, tokens.cacheWrite(), now.getOrDefault(CACHE_WRITE, prompt)));
    lines.add(PriceLine.of(PriceLine.Kind.AUDIO_IN, heard, now.getOrDefault(AUDIO_IN, ZERO)));
  }

  private static void answered(
      List<PriceLine> lines, Map<PricePart, BigDecimal> now, Tokens tokens) {
    // A price of zero for thinking means that it has none of its own.
    BigDecimal thinking = now.getOrDefault(REASONING, ZERO);
    long thought = thinking.signum() > 0 ? tokens.reasoning() : 0;
    long spoken = now.containsKey(AUDIO_OUT) ? tokens.audioOut() : 0;
    long drawn = now.containsKey(IMAGE_OUT) ? tokens.imageOut() : 0;
    long text = Math.max(0, tokens.completion() - thought - spoken - drawn);
    lines.add(PriceLine.of(PriceLine.Kind.ANSWER, text, now.getOrDefault(COMPLETION, ZERO)));
    lines.add(PriceLine.of(PriceLine.Kind.THINKING, thought, thinking));
    lines.add(PriceLine.of(PriceLine.Kind.AUDIO_OUT, spoken, now.getOrDefault(AUDIO_OUT, ZERO)));
    lines.add(PriceLine.of(PriceLine.Kind.IMAGE_OUT, drawn, now.getOrDefault(IMAGE_OUT, ZERO)));
  }

  private Map<PricePart, BigDecimal> at(long promptTokens, Instant at) {
    Map<PricePart, BigDecimal> now = new EnumMap<>(PricePart.class);
    now.putAll(prices);
    for (PriceOverride one : overrides) {
      if (one.holds(promptTokens, at)) now.putAll(one.prices());
    }
    return now;
  }

  private void refuseVariable() {
    if (variable()) throw new IllegalStateException("the price of " + model + " varies");
  }
}
