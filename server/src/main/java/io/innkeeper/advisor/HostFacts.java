package io.innkeeper.advisor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read from a host; empty is what could not be read.
 *
 * @param firewall whether anything refuses what comes from outside
 * @param fail2ban whether it runs
 * @param upgrades whether security updates come by themselves
 * @param modes files with secrets that others may read, with their rights
 * @param nginxProtocols TLS versions that nginx's files allow, by file
 * @param oldTls TLS versions that Innkeeper's own door would still speak though they are broken
 */
public record HostFacts(
    Optional<SshdConfig> ssh,
    Optional<Boolean> firewall,
    Optional<Boolean> fail2ban,
    Optional<Boolean> upgrades,
    Map<String, String> modes,
    Map<String, List<String>> nginxProtocols,
    List<String> oldTls) {
  public HostFacts {
    modes = Map.copyOf(modes);
    nginxProtocols = Map.copyOf(nginxProtocols);
    oldTls = List.copyOf(oldTls);
  }
}
