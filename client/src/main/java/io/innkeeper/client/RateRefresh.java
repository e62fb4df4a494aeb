package io.innkeeper.client;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which rates to read.
 *
 * @param from the first day wanted; as far back as is known when absent
 */
public record RateRefresh(@Nullable LocalDate from) {}
