package io.innkeeper.usage;

/**
 * A model as the upstream offers it.
 *
 * @param text whether it answers in words
 * @param json the upstream's own words about it, one JSON object
 */
public record OfferedModel(ModelPrice price, boolean text, String json) {}
