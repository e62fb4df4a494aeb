package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One brand a tenant has had.
 *
 * @param refusedToday why it can't be applied again, if it can't
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BrandHistoryView(
    UUID id,
    BrandSpec brand,
    Instant at,
    String by,
    boolean current,
    @Nullable String refusedToday) {}
