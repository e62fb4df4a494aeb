package io.innkeeper.infrastructure.login;

import io.innkeeper.infrastructure.HostAddress;
import io.innkeeper.infrastructure.Trust;
import io.innkeeper.secret.Secret;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * One sign-in that is to be tried.
 *
 * @param addresses those that were looked at; no other is connected to
 * @param trust by what a certificate is believed
 * @param known by what the host is known again; empty at the first time
 * @param sending told before the password goes out
 */
record Visit(
    HostAddress at,
    List<InetAddress> addresses,
    Trust trust,
    Optional<HostKey> known,
    String username,
    Secret password,
    Sending sending) {

  /** Writes down that the password goes out now; what it throws keeps it here. */
  interface Sending {
    void now(Optional<HostKey> shown);
  }

  Visit {
    addresses = List.copyOf(addresses);
  }
}
