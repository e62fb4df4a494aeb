package io.innkeeper.console.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What an organisation's seats come to in a month.
 *
 * @param currency what they are priced in
 * @param price of one seat for the whole month, by the tier that all of them reach together
 * @param count how many people have one; one who left and came back is one
 * @param total as it will be billed
 * @param settled whether the month is closed and nothing changes any more
 */
public record SeatView(
    YearMonth month,
    String currency,
    BigDecimal price,
    List<Tier> tiers,
    List<Seat> seats,
    int count,
    BigDecimal total,
    boolean settled) {

  /**
   * One price.
   *
   * @param from how many seats it begins with
   * @param to how many it ends with; 0 for no end
   * @param current whether this month's seats reach it
   */
  public record Tier(int from, int to, BigDecimal price, boolean current) {}

  /**
   * One person's seat.
   *
   * @param email empty if nobody told
   * @param added when it began
   * @param days of the month that are billed
   * @param monthDays how many it has
   * @param cost together they are the total
   */
  public record Seat(
      String name, String email, LocalDate added, int days, int monthDays, BigDecimal cost) {}

  public SeatView {
    tiers = List.copyOf(tiers);
    seats = List.copyOf(seats);
  }
}
