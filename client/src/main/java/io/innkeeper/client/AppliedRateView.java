package io.innkeeper.client;

import java.time.LocalDate;

/**
 * The rate that applies to a day: the last one that was published for a day before it.
 *
 * @param rate the same rate applies to the days after a free day too
 */
public record AppliedRateView(LocalDate day, RateView rate) {}
