package io.innkeeper.advisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is weak about a host. Pure. */
final class HostAdvice {
  private static final Set<String> WITHOUT_PASSWORD =
      Set.of("no", "prohibit-password", "without-password", "forced-commands-only");
  private static final Set<String> BROKEN_TLS = Set.of("SSLv2", "SSLv3", "TLSv1", "TLSv1.1");

  private HostAdvice() {}

  static List<Advice> of(HostFacts host) {
    List<Advice> found = new ArrayList<>();
    host.ssh().ifPresent(ssh -> ssh(ssh, found));
    firewall(host.firewall(), found);
    fail2ban(host, found);
    upgrades(host.upgrades(), found);
    host.modes().forEach((file, mode) -> found.add(mode(file, mode)));
    host.nginxProtocols().forEach((file, protocols) -> nginx(file, protocols, found));
    if (!host.oldTls().isEmpty()) found.add(ownTls(host.oldTls()));
    return List.copyOf(found);
  }

  private static void ssh(SshdConfig ssh, List<Advice> found) {
    if (!WITHOUT_PASSWORD.contains(ssh.root()))
      found.add(
          Advice.high(
              "ssh-root",
              "Root may sign in over SSH with a password.",
              "Every scanner of the internet tries root first, and root can do everything here.",
              "printf 'PermitRootLogin prohibit-password\\n' >"
                  + " /etc/ssh/sshd_config.d/00-root.conf && systemctl reload ssh"));
    if (ssh.passwords())
      found.add(
          Advice.medium(
              "ssh-passwords",
              "SSH takes passwords.",
              "A password can be guessed or fished, a key can't. Try signing in with your key"
                  + " before you switch passwords off.",
              "printf 'PasswordAuthentication no\\n' >"
                  + " /etc/ssh/sshd_config.d/00-passwords.conf && systemctl reload ssh"));
  }

  private static void firewall(Optional<Boolean> on, List<Advice> found) {
    if (on.isEmpty() || on.get()) return;
    found.add(
        Advice.medium(
            "host-firewall",
            "Nothing refuses what comes to this host from outside.",
            "Every service that listens can be reached. Ports that Docker publishes pass ufw"
                + " anyway, so tenants' ports stay on 127.0.0.1.",
            "ufw allow 22/tcp && ufw allow 80/tcp && ufw allow 443/tcp && ufw allow 8443/tcp &&"
                + " ufw enable"));
  }

  /** Who can't come with a password need not be kept out. */
  private static void fail2ban(HostFacts host, List<Advice> found) {
    boolean guessing = host.ssh().filter(SshdConfig::passwords).isPresent();
    if (host.fail2ban().isEmpty() || host.fail2ban().get() || !guessing) return;
    found.add(
        Advice.medium(
            "fail2ban",
            "Nobody shuts out whoever guesses SSH passwords.",
            "Guessing goes on day and night.",
            "apt-get install fail2ban && systemctl enable --now fail2ban"));
  }

  private static void upgrades(Optional<Boolean> on, List<Advice> found) {
    if (on.isEmpty() || on.get()) return;
    found.add(
        Advice.medium(
            "upgrades",
            "Security updates of the host don't come by themselves.",
            "Known holes stay open until somebody remembers.",
            "apt-get install unattended-upgrades && dpkg-reconfigure -f noninteractive"
                + " unattended-upgrades"));
  }

  private static Advice mode(String file, String mode) {
    return Advice.high(
        "mode." + file.replaceFirst("^/", ""),
        "Others on this machine may use " + file + " (" + mode + ").",
        "It holds or opens secrets.",
        "chmod go-rwx '" + file.replace("'", "'\\''") + "'");
  }

  private static void nginx(String file, List<String> protocols, List<Advice> found) {
    List<String> broken = protocols.stream().filter(BROKEN_TLS::contains).toList();
    if (broken.isEmpty()) return;
    found.add(
        Advice.medium(
            "nginx-tls." + file.replaceFirst("^/", ""),
            "nginx speaks " + String.join(", ", broken) + " (" + file + ").",
            "These versions of TLS are broken; no browser of this decade needs them.",
            "sed -i 's/ssl_protocols .*/ssl_protocols TLSv1.2 TLSv1.3;/' '"
                + file.replace("'", "'\\''")
                + "' && nginx -t && systemctl reload nginx"));
  }

  private static Advice ownTls(List<String> versions) {
    return Advice.high(
        "door-tls",
        "Innkeeper's own door would speak " + String.join(", ", versions) + ".",
        "The Java it runs on was told to allow broken versions of TLS.",
        "grep -rn disabledAlgorithms \"$(dirname \"$(readlink -f \"$(command -v"
            + " java)\")\")/../conf/security\"");
  }
}
