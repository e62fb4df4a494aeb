package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs at the upstream, before any markup.
 *
 * @param prompt USD for a million tokens of the prompt, or {@code variable} when another model
 *     answers at its own price; absent if no such price is told
 * @param completion the same for a million tokens of the answer
 * @param other further prices in USD: {@code request} and {@code image} each, all others for a
 *     million tokens
 * @param discount the share taken off, such as 0.01; absent if there is none
 * @param tiers whether large prompts or some hours have other prices
 * @param context tokens of prompt and answer together
 * @param since when this price was first seen
 * @param firstSeen when the model was first seen; absent if it was there when prices were first
 *     read
 * @param state {@code listed}, {@code new} in its first 14 days, or {@code gone}
 * @param until when this price ended, for a gone model when it was no longer listed; absent while
 *     it holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceView(
    String model,
    String slug,
    String name,
    @Nullable String prompt,
    @Nullable String completion,
    Map<String, String> other,
    @Nullable String discount,
    boolean tiers,
    @Nullable Long context,
    Instant since,
    @Nullable Instant firstSeen,
    String state,
    @Nullable Instant until) {}
