package io.innkeeper.client;

import org.jspecify.annotations.Nullable;

/**
 * Why a certificate is to count no longer.
 *
 * @param keyLost whether somebody else may have its key
 */
public record CertificateRevocation(@Nullable Boolean keyLost) {}
