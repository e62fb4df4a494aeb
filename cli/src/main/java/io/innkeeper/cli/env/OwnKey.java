package io.innkeeper.cli.env;

/**
 * What a key is told about itself.
 *
 * @param management whether it may manage keys, and so can't call models
 */
record OwnKey(String label, SpendingLimit limit, boolean management) {}
