package io.innkeeper.infrastructure.login;

/**
 * By what a host is known again.
 *
 * @param kind of key, for example {@code ssh-ed25519}
 * @param fingerprint as OpenSSH writes it: {@code SHA256:…}
 */
public record HostKey(String kind, String fingerprint) {
  @Override
  public String toString() {
    return kind + " " + fingerprint;
  }
}
