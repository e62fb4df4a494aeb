package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signed line of the ledger.
 *
 * @param kind {@code adjustment} by a person, or {@code correction} told by the upstream
 * @param day the organisation's day on which it counts
 * @param cost USD at the upstream's prices, signed
 * @param billed to the organisation, signed
 * @param refersTo the line it is about; absent for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerLineView(
    long line,
    String kind,
    UUID organisation,
    LocalDate day,
    Instant writtenAt,
    String cost,
    String billed,
    String markup,
    @Nullable Long refersTo,
    String author,
    String reason) {}
