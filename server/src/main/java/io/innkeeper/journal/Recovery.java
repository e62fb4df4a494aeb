package io.innkeeper.journal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What opening the journal found.
 *
 * @param end where its last whole record ends
 * @param cutBytes how many bytes of a torn record were cut off behind it
 * @param kept where those bytes were put aside
 */
public record Recovery(Position end, long cutBytes, Optional<Path> kept) {}
