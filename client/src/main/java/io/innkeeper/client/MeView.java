package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param kind {@code operator} or {@code token}
 * @param displayName of an operator
 * @param organisation the only one a client sees
 * @param theme of an operator: {@code system}, {@code light} or {@code dark}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeView(
    String kind,
    UUID id,
    String name,
    @Nullable String displayName,
    String role,
    @Nullable UUID organisation,
    boolean mustChangePassword,
    @Nullable String theme) {}
