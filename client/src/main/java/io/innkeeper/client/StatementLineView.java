package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a statement; which fields it has follows from its kind.
 *
 * @param kind {@code model}, {@code person}, {@code seats}, {@code adjustment} or {@code change}
 * @param person the person's id, empty for calls of nobody; absent on documents from before ids
 *     were kept
 * @param subject the model's id or the person's name; else the words of an adjustment or change
 * @param corrects which of the books' lines a change puts right, such as {@code person 3f2a} or
 *     {@code seats}; absent if it is in its author's own words
 * @param billed in USD, with the markup
 * @param price of one seat for a whole month
 * @param since the first day, if it isn't the month's
 * @param until the last day, if it isn't the month's
 * @param net in the statement's currency, two decimals, without VAT
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementLineView(
    String kind,
    @Nullable String person,
    @Nullable String subject,
    @Nullable String corrects,
    @Nullable Long calls,
    @Nullable Long tokens,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal billed,
    @Nullable Integer seats,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal price,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    @Nullable Integer days,
    @Nullable Integer monthDays,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal net) {}
