package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;

/**
 * An organisation's seats in a month.
 *
 * @param month for example {@code 2026-11}
 * @param feed who gets a seat: {@code none}, {@code manual} or {@code active-people}
 * @param count persons who held one on at least one day; it decides the tier
 * @param price of one seat for the whole month
 * @param tiers all there are
 * @param total the sum of the statement's lines, each rounded once
 */
public record SeatMonthView(
    String month,
    String feed,
    int monthDays,
    int count,
    String currency,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal price,
    List<SeatTierView> tiers,
    List<SeatView> seats,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal total) {}
