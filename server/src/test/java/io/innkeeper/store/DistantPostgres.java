package io.innkeeper.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Debian's PostgreSQL as if on another machine: in a network of its own that is reached from this
 * host and, through it, from containers that may go outside. Needs root; gone at the end.
 */
public final class DistantPostgres implements AutoCloseable {
  private static final String PASSWORD = "far/away@home";

  private final String name;
  private final String address;
  private final String near;
  private final Path directory;

  private DistantPostgres(String name, int net, Path directory) {
    this.name = name;
    this.near = "10.97." + net + ".1";
    this.address = "10.97." + net + ".2";
    this.directory = directory;
  }

  public static DistantPostgres start() throws IOException {
    int net = (int) (ProcessHandle.current().pid() % 250) + 1;
    Path directory = Files.createTempDirectory("innkeeper-distant");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    DistantPostgres server = new DistantPostgres("inkpg" + net, net, directory);
    try {
      server.machine();
      server.serve();
      return server;
    } catch (IOException | IllegalStateException e) {
      server.close();
      throw e;
    }
  }

  /** A new database, as a {@code DATABASE_URL} names it; its password is not plain letters. */
  public String freshDatabase() throws IOException {
    inside("psql", "-h", address, "-U", "webui", "-d", "postgres", "-c", "create database acme");
    return "postgresql://webui:far%2Faway%40home@" + address + ":5432/acme";
  }

  /** One value of a database. */
  public String value(String sql) throws IOException {
    return inside("psql", "-h", address, "-U", "webui", "-d", "acme", "-A", "-t", "-c", sql)
        .strip();
  }

  private void machine() throws IOException {
    run("ip", "netns", "add", name);
    run("ip", "link", "add", name, "type", "veth", "peer", "name", "far0", "netns", name);
    run("ip", "addr", "add", near + "/24", "dev", name);
    run("ip", "link", "set", name, "up");
    in("ip", "addr", "add", address + "/24", "dev", "far0");
    in("ip", "link", "set", "far0", "up");
    in("ip", "link", "set", "lo", "up");
    in("ip", "route", "add", "default", "via", near);
  }

  private void serve() throws IOException {
    Path password = Files.writeString(directory.resolve("password"), PASSWORD);
    inside(
        "initdb", "--auth=scram-sha-256", "--username=webui", "--pwfile=" + password, "-D", data());
    Files.writeString(Path.of(data(), "pg_hba.conf"), "host all all 0.0.0.0/0 scram-sha-256\n");
    inside(
        "pg_ctl",
        "start",
        "-w",
        "-D",
        data(),
        "-l",
        directory + "/log",
        "-o",
        "-c listen_addresses=" + address + " -c unix_socket_directories='' -c fsync=off");
  }

  private String data() {
    return directory + "/data";
  }

  /** A program of PostgreSQL, as its own user on that machine. */
  private String inside(String program, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", name, "setpriv"));
    command.addAll(List.of("--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
    command.addAll(
        List.of("env", "PGPASSWORD=" + PASSWORD, "/usr/lib/postgresql/15/bin/" + program));
    command.addAll(List.of(words));
    return run(command.toArray(String[]::new));
  }

  private void in(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", name));
    command.addAll(List.of(words));
    run(command.toArray(String[]::new));
  }

  private String run(String... command) throws IOException {
    Path output = Files.createTempFile("innkeeper-distant", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(60, SECONDS) || process.exitValue() != 0)
        throw new IllegalStateException(
            String.join(" ", command) + "\n" + Files.readString(output, UTF_8));
      return Files.readString(output, UTF_8);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      Files.delete(output);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (Files.exists(Path.of(data(), "postmaster.pid")))
        inside("pg_ctl", "stop", "-m", "immediate", "-D", data());
    } finally {
      run("ip", "netns", "del", name);
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
      }
    }
  }
}
