package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What was paid to the upstream and what was billed for it, over days of the organisations.
 *
 * @param cost USD, all together
 * @param organisations largest margin first
 * @param models each organisation's models, largest margin first
 */
public record ProfitView(
    LocalDate from,
    LocalDate to,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal cost,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal billed,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal margin,
    List<ProfitPart> organisations,
    List<ProfitPart> models) {}
