package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a seat costs when there are so many.
 *
 * @param from the smallest count it is for
 * @param price of one seat for a whole month
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeatTierView(
    @Nullable Integer from,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal price) {}
