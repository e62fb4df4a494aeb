package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A password that came to be known in an environment, without itself.
 *
 * @param number 1 for the first that was seen of its account
 * @param latest whether it holds now
 * @param changedAt when it became so, where its source says that credibly
 * @param origin {@code sync}, {@code import}, {@code rotation} or {@code person}
 * @param from who or what wanted that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PasswordChangeView(
    UUID id,
    UUID credential,
    String host,
    String username,
    String credentialType,
    String resourceType,
    String source,
    long number,
    boolean latest,
    @Nullable Instant changedAt,
    Instant firstSeen,
    Instant lastSeen,
    String origin,
    String from) {}
