package io.innkeeper.rate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How it stands with a bank's table.
 *
 * @param tried when it was last asked for; empty if never
 * @param asOf when the bank last answered as it should
 * @param problem why the last try did not bring what it should; empty if it did
 * @param latest the newest day known
 * @param document that table's number; empty if it has none
 */
public record RateReading(
    Source source,
    Optional<Instant> tried,
    Optional<Instant> asOf,
    Optional<String> problem,
    Optional<LocalDate> latest,
    String document) {}
