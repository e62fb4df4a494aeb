package io.innkeeper.engine.docker;

import io.innkeeper.engine.docker.FirewallRules.Family;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The commands {@code iptables} and {@code iptables-restore} of one address family. */
record Iptables(Family family) {
  private static final List<String> LOCK_WAIT = List.of("-w", "10");
  private static final int PATIENCE_SECONDS = 30;

  /** The rules can't be read or set; the message is a sentence that says why. */
  static final class Refusal extends Exception {
    private final String command;

    Refusal(String said) {
      this(said, "");
    }

    /**
     * @param command what mends it, or shows more of it
     */
    Refusal(String said, String command) {
      super(said);
      this.command = command;
    }

    String command() {
      return command;
    }
  }

  /** Whether the host speaks this family at all, so that rules for it are needed. */
  boolean needed() {
    return family == Family.IPV4 || Files.exists(Path.of("/proc/net/if_inet6"));
  }

  FirewallListing list() throws Refusal {
    return FirewallListing.parse(run("", List.of("-S"), family.command()));
  }

  /** Applies the input whole or not at all; chains that it doesn't name stay as they are. */
  void restore(String input) throws Refusal {
    run(input, List.of("--noflush"), family.command() + "-restore");
  }

  private String run(String input, List<String> arguments, String command) throws Refusal {
    List<String> line = new ArrayList<>();
    line.add(find(command).orElseThrow(() -> missing(command)));
    line.addAll(LOCK_WAIT);
    line.addAll(arguments);
    try {
      return run(line, input);
    } catch (IOException thrown) {
      throw new Refusal(command + " could not be run: " + thrown.getMessage() + ".");
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new Refusal(command + " was broken off.");
    }
  }

  private static String run(List<String> line, String input)
      throws IOException, InterruptedException, Refusal {
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    // Messages are looked at, so they must be in one language.
    builder.environment().putAll(Map.of("LC_ALL", "C"));
    Process process = builder.start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    // What hangs is ended, so that reading its output ends too.
    process
        .onExit()
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .whenComplete(
            (ended, late) -> {
              if (late != null) {
                process.destroyForcibly();
              }
            });
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw refusal(line.getFirst(), output.strip());
    }
    return output;
  }

  static Refusal refusal(String command, String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    if (lower.contains("permission denied") || lower.contains("operation not permitted")) {
      return new Refusal(
          "Firewall rules need root. Run Innkeeper as root, or give its service the capabilities"
              + " NET_ADMIN and NET_RAW.");
    }
    String first = said.lines().findFirst().orElse("it gave no reason");
    String name = String.valueOf(Path.of(command).getFileName());
    return new Refusal(name + " refused: " + first + ".", name.replace("-restore", "") + " -S");
  }

  private static Refusal missing(String command) {
    return new Refusal(command + " is not installed.", "apt-get install iptables");
  }

  /** Services often run without the system's directories in their path. */
  private static Optional<String> find(String command) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Arrays.stream(path.split(":")), Stream.of("/usr/sbin", "/sbin"))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, command))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
