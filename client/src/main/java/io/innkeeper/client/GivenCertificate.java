package io.innkeeper.client;

import org.jspecify.annotations.Nullable;

/**
 * A certificate of one's own.
 *
 * @param certificate the chain in PEM, the hostname's own first
 * @param key its key in PEM, without a password
 */
public record GivenCertificate(@Nullable String certificate, @Nullable String key) {
  @Override
  public String toString() {
    return "GivenCertificate[key=[redacted]]";
  }
}
