package io.innkeeper.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The OpenID provider of {@code simulators/oidc} on a machine of its own: a network namespace that
 * tenants reach only if they may go outside. Needs root, as the engine's firewall does.
 */
public final class TestingIssuer implements AutoCloseable {
  private static final Path SOURCE = source();

  private final String name = "ii" + UUID.randomUUID().toString().substring(0, 6);
  private final String issuer;
  private final Process process;

  /**
   * Starts one.
   *
   * @param redirects the only addresses people may come back to
   */
  public TestingIssuer(String client, String secret, String... redirects) {
    int number = Integer.parseInt(name.substring(2, 4), 16);
    String here = "10.224." + number + ".1";
    String there = "10.224." + number + ".2";
    this.issuer = "http://" + there + ":9700";
    run("ip", "netns", "add", name);
    run("ip", "link", "add", name, "type", "veth", "peer", "name", "eth0", "netns", name);
    run("ip", "addr", "add", here + "/30", "dev", name);
    run("ip", "link", "set", name, "up");
    run("ip", "-n", name, "addr", "add", there + "/30", "dev", "eth0");
    run("ip", "-n", name, "link", "set", "eth0", "up");
    run("ip", "-n", name, "link", "set", "lo", "up");
    run("ip", "-n", name, "route", "add", "default", "via", here);
    List<String> words = new ArrayList<>(List.of(issuer, client, secret));
    words.addAll(List.of(redirects));
    this.process = start(words);
  }

  public String issuer() {
    return issuer;
  }

  @Override
  public void close() {
    process.destroy();
    run("ip", "netns", "del", name);
  }

  private Process start(List<String> words) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        new ArrayList<>(List.of("ip", "netns", "exec", name, java, SOURCE.toString()));
    command.addAll(words);
    try {
      Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
      BufferedReader said =
          new BufferedReader(new InputStreamReader(started.getInputStream(), UTF_8));
      String line = said.readLine();
      if (!"ready".equals(line)) throw new AssertionError("the issuer said: " + line);
      return started;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) throw new AssertionError(String.join(" ", command) + ": " + said);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Path source() {
    Path here = Path.of("simulators/oidc/Issuer.java");
    return Files.exists(here) ? here : Path.of("..").resolve(here);
  }
}
