package io.innkeeper.statement;

import io.innkeeper.client.SeatTierView;
import io.innkeeper.fault.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * What a seat costs by how many there are: all have the price of the tier that their count falls
 * into.
 *
 * @param currency ISO 4217
 * @param tiers ascending, the first from one seat on
 */
public record SeatTiers(String currency, List<Tier> tiers) {
  /** The usual prices. */
  public static final SeatTiers USUAL =
      new SeatTiers("PLN", List.of(tier(1, "79"), tier(4, "69"), tier(10, "59"), tier(20, "54")));

  private static final int MOST_TIERS = 20;
  private static final int MOST_SEATS = 1_000_000;
  private static final BigDecimal DEAREST = new BigDecimal("1000000");

  /**
   * @param from the smallest count it is for
   * @param price of one seat for a whole month, two decimals
   */
  public record Tier(int from, BigDecimal price) {}

  public SeatTiers {
    tiers = List.copyOf(tiers);
  }

  /**
   * Tiers that somebody gave.
   *
   * @throws Fault INVALID with what is wrong about them
   */
  public static SeatTiers given(String currency, List<SeatTierView> given) {
    if (given.isEmpty() || given.size() > MOST_TIERS) throw wrong("There are 1 to 20 tiers.");
    List<Tier> tiers = new ArrayList<>();
    for (SeatTierView view : given) {
      Integer from = view.from();
      BigDecimal price = view.price();
      if (from == null || price == null) throw wrong("A tier has a count and a price.");
      tiers.add(new Tier(from, price(price)));
    }
    if (tiers.getFirst().from() != 1) throw wrong("The first tier begins with 1 seat.");
    for (int tier = 1; tier < tiers.size(); tier++) {
      if (tiers.get(tier).from() <= tiers.get(tier - 1).from())
        throw wrong("Each tier begins with more seats than the one before it.");
    }
    if (tiers.getLast().from() > MOST_SEATS) throw wrong("A tier begins below 1,000,000 seats.");
    return new SeatTiers(currency(currency), tiers);
  }

  /** The tier of so many seats; of none it is the first. */
  public Tier of(int seats) {
    Tier found = tiers.getFirst();
    for (Tier tier : tiers) if (tier.from() <= seats) found = tier;
    return found;
  }

  /** As audit lines show them: {@code 1: 79.00, 4: 69.00 PLN}. */
  @Override
  public String toString() {
    return String.join(
            ", ",
            tiers.stream().map(tier -> tier.from() + ": " + tier.price().toPlainString()).toList())
        + " "
        + currency;
  }

  private static Tier tier(int from, String price) {
    return new Tier(from, new BigDecimal(price).setScale(2));
  }

  private static BigDecimal price(BigDecimal given) {
    boolean fits =
        given.signum() >= 0
            && given.compareTo(DEAREST) <= 0
            && given.stripTrailingZeros().scale() <= 2;
    if (fits) return given.setScale(2);
    throw wrong("A price is from 0 to 1,000,000, with at most 2 decimals.");
  }

  private static String currency(String text) {
    try {
      return Currency.getInstance(text.strip().toUpperCase(Locale.ROOT)).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw Fault.invalidField(
          "currency", "currency", "“" + text + "” is not a currency such as PLN or EUR.");
    }
  }

  private static Fault wrong(String said) {
    return Fault.invalidField("tiers", "seat-tiers", said);
  }
}
