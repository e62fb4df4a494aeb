package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that stands on the paper. An issued one is kept exactly as it is answered.
 *
 * @param number of a series without gaps, for example {@code 2026/10/0031}; absent while a draft
 * @param corrects the document that this one changes
 * @param month for example {@code 2026-10}
 * @param language {@code pl} or {@code en}
 * @param due the last day to pay; absent while a draft
 * @param vatNote why no tax is charged; empty otherwise
 * @param markup the factor that usage lines hold; absent if it changed within the month
 * @param seatFeed whose seats were counted, as in the terms; absent for corrections and on
 *     documents from before it was kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementDocument(
    UUID id,
    UUID organisation,
    @Nullable String number,
    @Nullable CorrectedView corrects,
    String month,
    String language,
    String currency,
    PartyView seller,
    PartyView buyer,
    @Nullable LocalDate issued,
    @Nullable LocalDate due,
    int paymentDays,
    List<StatementLineView> lines,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal net,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal vatPercent,
    String vatNote,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal tax,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal gross,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal markup,
    ConversionView conversion,
    @Nullable String seatFeed) {}
