package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that a layer gives, or that a tenant gets.
 *
 * @param value absent when it is a secret
 * @param from {@code server}, {@code organisation} or {@code tenant}: whose word it is
 * @param hidden outer layers whose value it covers
 * @param effect how a change reaches the app: {@code environment}, {@code app}, {@code first-start}
 * @param says what it does; absent for one that the app doesn't know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VariableView(
    String name,
    @Nullable String value,
    boolean secret,
    String from,
    List<String> hidden,
    @Nullable String effect,
    @Nullable String says,
    @Nullable Instant changedAt,
    @Nullable String changedBy) {}
