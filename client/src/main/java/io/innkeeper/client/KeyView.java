package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A virtual key: what is presented to the gateway. Its value is never in here.
 *
 * @param kind {@code virtual}, or {@code workspace} for a tenant's own, whose id is the tenant's
 * @param tenant whose spending it counts as, if any
 * @param person who holds it, in words
 * @param hint its beginning and its last four characters
 * @param state {@code active}, {@code stopped} with its workspace, {@code expired}, {@code revoked}
 * @param requestsPerMinute absent for no limit of its own, like the two after it
 * @param monthlyBudget in USD, absent for none of its own
 * @param models patterns of the models it may use; none: all that its organisation may
 * @param retiring earlier values that still count
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyView(
    UUID id,
    String kind,
    String name,
    UUID organisation,
    @Nullable UUID tenant,
    @Nullable String person,
    String hint,
    String state,
    @Nullable Long requestsPerMinute,
    @Nullable Long tokensPerMinute,
    @Nullable Long atOnce,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal monthlyBudget,
    List<String> models,
    @Nullable Instant expiresAt,
    List<RetiringKeyView> retiring,
    Instant createdAt,
    String createdBy,
    @Nullable Instant rotatedAt,
    @Nullable Instant revokedAt,
    long version) {}
