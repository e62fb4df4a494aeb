package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's seat in a month.
 *
 * @param id absent while the person holds it only because they are active
 * @param from its first day
 * @param until the first day without it; absent while it has no end
 * @param days of the month; 0 if the month was issued without it, and a correction bills it
 * @param amount their share of the statement's line; all together are the total
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeatView(
    @Nullable String id,
    String person,
    String name,
    String email,
    LocalDate from,
    @Nullable LocalDate until,
    int days,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
    long version) {}
