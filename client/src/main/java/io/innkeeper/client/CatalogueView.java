package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A variable that Open WebUI knows.
 *
 * @param kind {@code flag}, {@code whole}, {@code number}, {@code text}, {@code list}, {@code json}
 * @param standard what the app takes when nobody says anything; absent where we don't know
 * @param effect how a change reaches a running app: {@code environment}, {@code app}, {@code
 *     first-start}
 * @param since the first proven version that knows it
 * @param until the last one, if a newer one doesn't
 * @param reserved why it can't be set; absent if it can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CatalogueView(
    String name,
    String group,
    String kind,
    boolean secret,
    @Nullable String key,
    @Nullable String standard,
    String effect,
    String since,
    @Nullable String until,
    @Nullable String reserved,
    String says) {}
