package io.innkeeper.gateway;

import io.innkeeper.money.Usd;
import java.math.BigDecimal;
import java.util.List;

/**
 * What suffixes of models' names, and searches and tiers that a request orders, add to the worst
 * case: these are sold at prices that a list doesn't tell.
 *
 * @param found tokens that a search brings into the prompt
 * @param fee beside all tokens
 * @param factor by which the provider may be dearer than the listed one
 */
record ModelVariant(long found, Usd fee, BigDecimal factor) {
  /** A search usually costs USD 0.02 and brings a few pages' excerpts. */
  private static final long FOUND_TOKENS = 50_000;

  private static final Usd SEARCH_FEE = Usd.parse("0.05");
  private static final ModelVariant USUAL = new ModelVariant(0, Usd.ZERO, BigDecimal.ONE);

  /** Of any of these models; the dearest counts, as for their prices. */
  static ModelVariant of(List<String> models, AskedAnswers asked) {
    boolean searching = asked.searching();
    boolean fastest = asked.hurried();
    for (String model : models) {
      searching |= has(model, ":online");
      fastest |= has(model, ":nitro");
    }
    if (!searching && !fastest) return USUAL;
    return new ModelVariant(
        searching ? FOUND_TOKENS : 0,
        searching ? SEARCH_FEE : Usd.ZERO,
        fastest ? BigDecimal.TWO : BigDecimal.ONE);
  }

  private static boolean has(String model, String suffix) {
    int at = model.indexOf(suffix);
    int end = at + suffix.length();
    return at >= 0 && (end == model.length() || model.charAt(end) == ':');
  }

  /** What a call can cost that costs so much at the listed price. */
  Usd of(Usd listed) {
    return this == USUAL ? listed : listed.times(factor).plus(fee);
  }
}
