package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that the account at OpenRouter has.
 *
 * @param kind {@code ours}; {@code orphan}: named like ours, but nobody here knows it; or {@code
 *     foreign}
 * @param organisation the slug of whose it is, if it is ours
 * @param cap USD, as decimal text; absent for none
 * @param spentThisMonth USD of the UTC month, as decimal text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListedUpstreamKeyView(
    String hash,
    String name,
    String label,
    String kind,
    @Nullable String organisation,
    boolean disabled,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal cap,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal spentThisMonth,
    @Nullable Instant createdAt) {}
