package io.innkeeper.client;

/**
 * Who issues statements.
 *
 * @param party without a name while nobody has said
 * @param version 0 while nothing was ever set
 */
public record SellerView(PartyView party, long version) {}
