package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a part of the business cost and brought.
 *
 * @param organisation its slug
 * @param model empty for what belongs to none; absent in an organisation's sum
 * @param cost USD paid to the upstream
 * @param billed USD with the markup
 * @param margin billed less cost
 * @param markup billed by cost, four decimals; absent where nothing was paid
 * @param currency the organisation's
 * @param marginConverted the margin in it, by the rate of each day; absent where a rate is missing
 * @param fallback whether any rate in it stands in for one that should be there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProfitPart(
    String organisation,
    @Nullable String model,
    long calls,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal cost,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal billed,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal margin,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal markup,
    String currency,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal costConverted,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal billedConverted,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal marginConverted,
    boolean fallback) {}
