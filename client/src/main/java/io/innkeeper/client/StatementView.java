package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement with what is known beside the paper.
 *
 * @param state {@code draft}, {@code ready} (the month is closed), {@code issued}, {@code sent} or
 *     {@code paid}
 * @param document absent while a rate is missing, as nobody can say an amount then
 * @param readySince when the month was closed
 * @param checks of a draft
 * @param fingerprint of a draft's content; name it when issuing, so that nothing else is issued
 * @param sha256 of an issued document as it is kept
 * @param corrections numbers of the documents that change this one
 * @param version of the marks sent and paid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementView(
    String state,
    @Nullable StatementDocument document,
    @Nullable Instant readySince,
    @Nullable List<StatementCheckView> checks,
    @Nullable String fingerprint,
    @Nullable Instant issuedAt,
    @Nullable String issuedBy,
    @Nullable String sha256,
    @Nullable LocalDate sentOn,
    @Nullable LocalDate paidOn,
    @Nullable List<String> corrections,
    long version) {}
