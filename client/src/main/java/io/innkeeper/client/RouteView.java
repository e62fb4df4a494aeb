package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * Where an organisation's calls for some models go. Its key is sealed and never shown.
 *
 * @param prefix models that begin so; the longest that fits wins, OpenRouter serves the rest
 * @param upstream as the ledger names it
 * @param flavour {@code openrouter}, {@code openai} or {@code compatible}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RouteView(
    UUID id,
    UUID organisation,
    String prefix,
    String upstream,
    String baseUrl,
    String flavour,
    Instant changedAt,
    String changedBy,
    long version) {}
