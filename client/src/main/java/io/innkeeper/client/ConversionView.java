package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How dollars became a statement's currency.
 *
 * @param policy {@code each-day}, {@code last-day} or {@code average}
 * @param value the one rate of the whole month, if there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversionView(
    String policy,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal value,
    List<RateView> rates) {}
