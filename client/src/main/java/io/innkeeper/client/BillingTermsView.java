package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * How an organisation is billed.
 *
 * @param language {@code pl} or {@code en}
 * @param lines usage by {@code model} or by {@code person}
 * @param ratePolicy {@code each-day}, {@code last-day} or {@code average}
 * @param vatPercent for example 23; 0 with a note if none is charged
 * @param vatNote why none is charged
 * @param paymentDays how long after the issue it is to be paid
 * @param seats {@code none}, {@code manual} or {@code active-people}
 * @param version 0 while nothing was ever set
 */
public record BillingTermsView(
    PartyView buyer,
    String language,
    String lines,
    String ratePolicy,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal vatPercent,
    String vatNote,
    int paymentDays,
    String seats,
    long version) {}
