package io.innkeeper.usage;

import java.time.Instant;
import java.util.Optional;

/**
 * How fresh the prices are.
 *
 * @param asOf when they were last read from the upstream; empty before the first time
 * @param problem why the last try failed; empty if it did not
 */
public record PriceAge(Optional<Instant> asOf, Optional<Instant> tried, Optional<String> problem) {}
