package io.innkeeper.client;

/**
 * What some calls used and cost.
 *
 * @param requests how many calls
 * @param promptTokens counted by the answering models
 * @param cost USD at the upstream's prices, exact, as decimal text
 * @param billed the same with the markup that applied to each call
 */
public record SumView(
    long requests, long promptTokens, long completionTokens, String cost, String billed) {}
