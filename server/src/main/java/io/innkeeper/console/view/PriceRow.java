package io.innkeeper.console.view;

/**
 * What a model costs.
 *
 * @param prompt USD for a million tokens, “variable”, or a dash
 * @param completion the same for the answer
 * @param more further prices in words, or empty
 * @param context tokens, or a dash
 * @param mark “new”, “gone” or empty
 * @param since when this price began; for a gone model when it was no longer listed
 */
public record PriceRow(
    String model,
    String name,
    String prompt,
    String completion,
    String more,
    String context,
    String mark,
    Moment since) {}
