package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A change of how an organisation is billed; what is absent stays.
 *
 * @param language {@code pl} or {@code en}
 * @param lines {@code model} or {@code person}
 * @param ratePolicy {@code each-day}, {@code last-day} or {@code average}
 * @param vatPercent from 0 to 100
 * @param vatNote why no tax is charged
 * @param seats {@code none}, {@code manual} or {@code active-people}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BillingTermsChange(
    @Nullable PartyView buyer,
    @Nullable String language,
    @Nullable String lines,
    @Nullable String ratePolicy,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal vatPercent,
    @Nullable String vatNote,
    @Nullable Integer paymentDays,
    @Nullable String seats) {}
