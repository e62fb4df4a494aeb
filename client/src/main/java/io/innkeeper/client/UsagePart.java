package io.innkeeper.client;

/**
 * One part of a split sum.
 *
 * @param part the day, id or name; empty for what belongs to none
 */
public record UsagePart(String part, SumView sum) {}
