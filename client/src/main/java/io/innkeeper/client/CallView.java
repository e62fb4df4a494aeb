package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One model call.
 *
 * @param user the workspace's id of the person; absent for none
 * @param userVerified whether the workspace's signature proved who it was
 * @param kind what it was for, as the workspace told it: {@code chat}, {@code title} …
 * @param model as asked for
 * @param modelAnswered as the upstream named it
 * @param generation the upstream's id of it
 * @param day the organisation's day on which it counts
 * @param endedAt when the answer was whole; the same as arrivedAt if it never was
 * @param cost USD at the upstream's prices, exact; absent while it isn't known
 * @param billed the cost with the markup; absent while it isn't known
 * @param state {@code settled}, {@code reconciled}, {@code estimated} or {@code unsettled}
 * @param reason why the answer did not tell the cost, a stable code; absent if it did
 * @param line its number in the ledger; absent while it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallView(
    UUID id,
    UUID organisation,
    @Nullable UUID tenant,
    UUID key,
    @Nullable String user,
    @Nullable String userName,
    boolean userVerified,
    String kind,
    String endpoint,
    boolean stream,
    String model,
    String modelAnswered,
    String provider,
    String upstream,
    @Nullable String generation,
    String requestId,
    LocalDate day,
    Instant arrivedAt,
    Instant endedAt,
    int status,
    String finish,
    long promptTokens,
    long completionTokens,
    @Nullable String cost,
    @Nullable String billed,
    String markup,
    String state,
    @Nullable String reason,
    @Nullable Long line) {}
