package io.innkeeper.client;

import org.jspecify.annotations.Nullable;

/**
 * Seats as a table.
 *
 * @param csv with a heading that names its columns: person, name, email, from, until
 */
public record SeatImport(@Nullable String csv) {}
