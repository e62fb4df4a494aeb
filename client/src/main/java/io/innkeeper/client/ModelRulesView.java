package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which models an organisation may use.
 *
 * @param allow ids or patterns such as {@code openai/*}; none: all
 * @param deny the same; wins over {@code allow}
 * @param version 0 while nothing was ever set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelRulesView(
    List<String> allow,
    List<String> deny,
    @Nullable Instant changedAt,
    @Nullable String changedBy,
    long version) {}
