package io.innkeeper.console.view;

/**
 * The rate that applies to a day.
 *
 * @param rate four decimals
 * @param exact as published, or the whole quotient
 * @param document the table's number, or empty
 * @param fallback whether it stands in for one that should be there
 * @param today whether the day is today
 */
public record RateRow(
    String day,
    String rate,
    String exact,
    String published,
    String document,
    String source,
    boolean fallback,
    boolean today) {}
