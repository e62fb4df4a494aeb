package io.innkeeper.infrastructure.vcf;

import io.innkeeper.infrastructure.Expiry;

/**
 * What was said about the end of one password.
 *
 * @param apiId whose it is, to the API
 */
public record ToldExpiry(String apiId, Expiry expiry) {}
