package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that an organisation had, or is about to have.
 *
 * @param label by what a person recognises it
 * @param origin {@code made} or {@code pasted}
 * @param state {@code wanted}, {@code candidate}, {@code retiring}, {@code left} or {@code gone}
 * @param deleteAt when a replaced one is deleted for good
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EarlierUpstreamKeyView(
    String label,
    String origin,
    String state,
    Instant madeAt,
    @Nullable Instant retiredAt,
    @Nullable Instant deleteAt,
    @Nullable Instant goneAt) {}
