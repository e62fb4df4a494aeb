package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A mark of letters.
 *
 * @param text one or two characters
 * @param font {@code sans}, {@code geometric}, {@code serif} or {@code mono}
 * @param shape {@code circle}, {@code rounded}, {@code square} or {@code none}
 * @param background the shape's colour, {@code #RRGGBB}
 * @param colour the letters' colour
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LetterSpec(
    String text,
    @Nullable String font,
    @Nullable String shape,
    @Nullable String background,
    @Nullable String colour) {}
