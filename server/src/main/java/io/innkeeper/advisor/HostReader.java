package io.innkeeper.advisor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Security;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads facts from this host: files below a root and the answers of a few programs, each asked with
 * an argument list and a time limit. What isn't there or doesn't answer is unknown.
 */
final class HostReader {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_NGINX_FILES = 2_000;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);
  private static final Pattern PROTOCOLS = Pattern.compile("(?m)^\\s*ssl_protocols\\s+([^;]+);");
  private static final Pattern UPGRADES =
      Pattern.compile("(?m)^\\s*APT::Periodic::Unattended-Upgrade\\s+\"([1-9]\\d*|always)\"\\s*;");
  private static final List<String> BROKEN = List.of("SSLv3", "TLSv1", "TLSv1.1");

  private final Path root;
  private final List<Path> secrets;

  /**
   * @param root where the host's files are, {@code /}
   * @param secrets files and folders that only their owner may use
   */
  HostReader(Path root, List<Path> secrets) {
    this.root = root;
    this.secrets = List.copyOf(secrets);
  }

  HostFacts read() {
    return new HostFacts(
        SshdConfig.read(root.resolve("etc/ssh")),
        firewall(),
        active("fail2ban"),
        upgrades(),
        modes(),
        nginx(),
        brokenTls());
  }

  /** Any of the usual three that lets nothing in by itself. */
  private Optional<Boolean> firewall() {
    Optional<String> ufw = said("ufw", "status");
    if (ufw.filter(text -> text.contains("Status: active")).isPresent()) return Optional.of(true);
    Optional<String> input = said("iptables", "-S", "INPUT");
    if (input.filter(HostReader::refuses).isPresent()) return Optional.of(true);
    Optional<String> nft = said("nft", "list", "ruleset");
    if (nft.filter(text -> text.matches("(?s).*hook input[^}]*policy drop.*")).isPresent())
      return Optional.of(true);
    boolean asked = ufw.isPresent() || input.isPresent() || nft.isPresent();
    return asked ? Optional.of(false) : Optional.empty();
  }

  static boolean refuses(String rules) {
    return rules.contains("-P INPUT DROP")
        || rules.lines().anyMatch(line -> line.matches("-A INPUT -j (DROP|REJECT).*"));
  }

  /** Known only where there is systemd. */
  private Optional<Boolean> active(String service) {
    if (!Files.isDirectory(root.resolve("run/systemd/system"))) return Optional.empty();
    return said("systemctl", "is-active", service).map(text -> text.strip().equals("active"));
  }

  private Optional<Boolean> upgrades() {
    Path folder = root.resolve("etc/apt/apt.conf.d");
    if (!Files.isDirectory(folder)) return Optional.empty();
    boolean installed = Files.exists(root.resolve("usr/bin/unattended-upgrade"));
    try (Stream<Path> files = Files.list(folder)) {
      return Optional.of(installed && files.anyMatch(file -> UPGRADES.matcher(text(file)).find()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Map<String, String> modes() {
    Map<String, String> open = new LinkedHashMap<>();
    for (Path file : secrets) {
      try {
        if (!Files.exists(file)) continue;
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
        if (mode.stream().anyMatch(OTHERS::contains))
          open.put(file.toString(), PosixFilePermissions.toString(mode));
      } catch (IOException | UnsupportedOperationException e) {
        // What we can't look at we can't judge.
        continue;
      }
    }
    return open;
  }

  private Map<String, List<String>> nginx() {
    Path folder = root.resolve("etc/nginx");
    if (!Files.isDirectory(folder)) return Map.of();
    Map<String, List<String>> found = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(folder, 3)) {
      files
          .filter(Files::isRegularFile)
          .limit(MOST_NGINX_FILES)
          .forEach(
              file -> {
                Matcher matcher = PROTOCOLS.matcher(text(file));
                if (matcher.find())
                  found.put(
                      "/" + root.relativize(file),
                      Arrays.asList(matcher.group(1).strip().split("\\s+")));
              });
    } catch (IOException | java.io.UncheckedIOException e) {
      return Map.of();
    }
    return found;
  }

  private static List<String> brokenTls() {
    String disabled =
        Optional.ofNullable(Security.getProperty("jdk.tls.disabledAlgorithms")).orElse("");
    List<String> off = Arrays.stream(disabled.split(",")).map(String::strip).toList();
    return BROKEN.stream().filter(version -> !off.contains(version)).toList();
  }

  private static String text(Path file) {
    try {
      return Files.size(file) > 1 << 20 ? "" : new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** What a program says; empty when it isn't there, may not be asked or takes too long. */
  private Optional<String> said(String... words) {
    return root.equals(Path.of("/")) ? said(PATIENCE, words) : Optional.empty();
  }

  static Optional<String> said(Duration patience, String... words) {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      process.getOutputStream().close();
      FutureTask<String> said =
          new FutureTask<>(() -> new String(process.getInputStream().readNBytes(1 << 20), UTF_8));
      Thread.ofPlatform().daemon().name("host-reader").start(said);
      return within(patience, process, said)
          .filter(text -> words[0].equals("systemctl") || process.exitValue() == 0);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Its words and its end together have this long; one that has only closed its mouth too. */
  private static Optional<String> within(
      Duration patience, Process process, FutureTask<String> said) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    try {
      String text = said.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)
          ? Optional.of(text)
          : Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } finally {
      if (process.isAlive()) process.destroyForcibly();
    }
  }
}
