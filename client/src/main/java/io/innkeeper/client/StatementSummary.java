package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement in a list.
 *
 * @param state {@code draft}, {@code ready}, {@code issued}, {@code sent} or {@code paid}
 * @param organisation its slug
 * @param corrects the id of the document that this one changes
 * @param net absent while a rate is missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementSummary(
    UUID id,
    String organisation,
    String month,
    String state,
    @Nullable String number,
    @Nullable UUID corrects,
    String currency,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal net,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal gross,
    @Nullable Instant readySince,
    @Nullable LocalDate issued,
    @Nullable LocalDate due,
    @Nullable LocalDate sentOn,
    @Nullable LocalDate paidOn) {}
