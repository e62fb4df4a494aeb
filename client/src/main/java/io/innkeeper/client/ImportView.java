package io.innkeeper.client;

/**
 * What an import brought.
 *
 * @param written lines that are new in the ledger
 * @param known calls that were in it already
 * @param conflicts calls kept aside, since another call has their generation id
 * @param cost of the new ones, in USD
 * @param billed of the new ones with their markup, in USD
 */
public record ImportView(int written, int known, int conflicts, String cost, String billed) {}
