package io.innkeeper.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostAdviceTest {
  @TempDir private Path root;

  @Test
  void aWellKeptHostHasNoAdvice() {
    assertThat(HostAdvice.of(host("no", "no", true, true, true))).isEmpty();
  }

  @Test
  void everyWeaknessHasAReasonAndACommand() {
    HostFacts weak =
        new HostFacts(
            Optional.of(
                new SshdConfig(Map.of("permitrootlogin", "yes", "passwordauthentication", "yes"))),
            Optional.of(false),
            Optional.of(false),
            Optional.of(false),
            Map.of("/home/it's/.env", "rw-r--r--"),
            Map.of("/etc/nginx/nginx.conf", List.of("TLSv1", "TLSv1.2")),
            List.of("TLSv1.1"));
    assertThat(HostAdvice.of(weak))
        .extracting(Advice::check)
        .containsExactly(
            "ssh-root",
            "ssh-passwords",
            "host-firewall",
            "fail2ban",
            "upgrades",
            "mode",
            "nginx-tls",
            "door-tls");
    assertThat(HostAdvice.of(weak))
        .allSatisfy(
            advice -> {
              assertThat(advice.why()).endsWith(".");
              assertThat(advice.command()).isNotEmpty();
              assertThat(advice.place()).matches("[a-z0-9._-]+");
            });
    assertThat(HostAdvice.of(weak).get(5).command())
        .isEqualTo("chmod go-rwx '/home/it'\\''s/.env'");
  }

  @Test
  void whatCouldNotBeReadIsNoAdvice() {
    HostFacts unknown =
        new HostFacts(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            List.of());
    assertThat(HostAdvice.of(unknown)).isEmpty();
  }

  @Test
  void guessingNeedsNoBanWhereThereAreNoPasswords() {
    assertThat(HostAdvice.of(host("no", "no", true, false, true))).isEmpty();
    assertThat(HostAdvice.of(host("no", "yes", true, false, true)))
        .extracting(Advice::check)
        .containsExactly("ssh-passwords", "fail2ban");
  }

  @Test
  void dropInFilesOfTheSshServerCount() throws IOException {
    Path ssh = root.resolve("etc/ssh");
    Files.createDirectories(ssh.resolve("sshd_config.d"));
    Files.writeString(
        ssh.resolve("sshd_config"),
        """
        # PermitRootLogin no
        Include /etc/ssh/sshd_config.d/*.conf
        PermitRootLogin no
        PasswordAuthentication no
        Match Address 10.0.0.0/8
          PasswordAuthentication yes
        """);
    assertThat(SshdConfig.read(ssh).orElseThrow().passwords()).isFalse();
    Files.writeString(
        ssh.resolve("sshd_config.d/50-cloud-init.conf"),
        "passwordauthentication=yes\nPermitRootLogin \"yes\"\n");
    SshdConfig read = SshdConfig.read(ssh).orElseThrow();
    assertThat(read.passwords()).isTrue();
    assertThat(read.root()).isEqualTo("yes");
  }

  @Test
  void filesOfTheHostAreRead() throws IOException {
    Path secret = Files.writeString(root.resolve("master.key"), "x");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
    Path own = Files.writeString(root.resolve(".env"), "x");
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-------"));
    Path nginx = Files.createDirectories(root.resolve("etc/nginx/sites-enabled"));
    Files.writeString(nginx.resolve("a.conf"), "server {\n  ssl_protocols TLSv1.1 TLSv1.3;\n}\n");
    Path apt = Files.createDirectories(root.resolve("etc/apt/apt.conf.d"));
    Files.writeString(apt.resolve("20auto-upgrades"), "APT::Periodic::Unattended-Upgrade \"1\";\n");

    HostFacts facts = new HostReader(root, List.of(secret, own, root.resolve("none"))).read();

    assertThat(facts.modes()).containsOnlyKeys(secret.toString());
    assertThat(facts.nginxProtocols())
        .containsEntry("/etc/nginx/sites-enabled/a.conf", List.of("TLSv1.1", "TLSv1.3"));
    assertThat(facts.upgrades()).contains(false);
    Files.createDirectories(root.resolve("usr/bin"));
    Files.writeString(root.resolve("usr/bin/unattended-upgrade"), "");
    assertThat(new HostReader(root, List.of()).read().upgrades()).contains(true);
    assertThat(facts.ssh()).isEmpty();
  }

  @Test
  void thisHostCanBeLookedAt() {
    HostFacts facts = new HostReader(Path.of("/"), List.of()).read();
    assertThat(facts.oldTls()).isEmpty();
    assertThat(HostAdvice.of(facts)).allSatisfy(one -> assertThat(one.what()).endsWith("."));
  }

  @Test
  void aFirewallIsKnownByItsRules() {
    assertThat(HostReader.refuses("-P INPUT DROP\n")).isTrue();
    assertThat(
            HostReader.refuses("-P INPUT ACCEPT\n-A INPUT -i lo -j ACCEPT\n-A INPUT -j REJECT\n"))
        .isTrue();
    assertThat(HostReader.refuses("-P INPUT ACCEPT\n-A INPUT -s 192.0.2.1/32 -j DROP\n")).isFalse();
  }

  private static HostFacts host(
      String root, String passwords, boolean firewall, boolean banning, boolean upgrades) {
    return new HostFacts(
        Optional.of(
            new SshdConfig(Map.of("permitrootlogin", root, "passwordauthentication", passwords))),
        Optional.of(firewall),
        Optional.of(banning),
        Optional.of(upgrades),
        Map.of(),
        Map.of("/etc/nginx/nginx.conf", List.of("TLSv1.2", "TLSv1.3")),
        List.of());
  }

  @Test
  void programThatNeverEndsIsUnknown() {
    Duration little = Duration.ofMillis(200);
    assertThat(HostReader.said(little, "sleep", "20")).isEmpty();
    assertThat(HostReader.said(Duration.ofSeconds(20), "echo", "here")).contains("here\n");
  }
}
