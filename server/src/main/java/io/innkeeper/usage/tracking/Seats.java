package io.innkeeper.usage.tracking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who counts an organisation's seats. */
public interface Seats {
  /** A month's seats in PLN; empty if nothing is agreed for them. */
  Optional<SeatMonth> of(UUID organisation, YearMonth month);

  /**
   * @param price of one seat in the current tier
   * @param people who have a seat; one who left and came back is one
   * @param total the sum of the seats as shown
   */
  record SeatMonth(
      BigDecimal price, int people, BigDecimal total, List<Tier> tiers, List<Seat> seats) {
    public SeatMonth {
      tiers = List.copyOf(tiers);
      seats = List.copyOf(seats);
    }
  }

  /** A step, {@code 4-9 users}. */
  record Tier(String range, BigDecimal price, boolean current) {}

  /**
   * @param added the organisation's day on which the person came
   * @param days of the month that are paid
   * @param proportion of the month
   * @param cost in PLN; together they are the total
   */
  record Seat(
      String user,
      String name,
      String email,
      LocalDate added,
      int days,
      BigDecimal proportion,
      BigDecimal cost) {}
}
