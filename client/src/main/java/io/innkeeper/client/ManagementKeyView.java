package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The key with which keys at OpenRouter are made; never the key itself.
 *
 * @param source {@code settings}, {@code kept} or {@code none}
 * @param label by what a person recognises it
 * @param since when it was given here, and by whom
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ManagementKeyView(
    String source, @Nullable String label, @Nullable Instant since, @Nullable String by) {}
