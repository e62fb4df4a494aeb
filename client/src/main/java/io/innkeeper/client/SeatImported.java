package io.innkeeper.client;

/**
 * What an import did.
 *
 * @param same rows that were there already, word for word
 */
public record SeatImported(int added, int changed, int same) {}
