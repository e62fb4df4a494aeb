package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A line that everybody in the workspace sees.
 *
 * @param type {@code info}, {@code success}, {@code warning} or {@code error}
 * @param text at most 500 characters
 * @param dismissible whether people can put it away
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BannerSpec(@Nullable String type, String text, @Nullable Boolean dismissible) {}
