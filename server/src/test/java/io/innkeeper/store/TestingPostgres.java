package io.innkeeper.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Debian's own PostgreSQL server, started once per JVM in a temporary directory and ended with the
 * JVM. It promises nothing about power cuts (fsync off), everything else is the real thing.
 */
public final class TestingPostgres {
  private static final AtomicInteger COUNTER = new AtomicInteger();

  /** Measuring asks for the server as it comes: {@code -Dpostgres.durable=true}. */
  private static final String POWER_CUTS =
      Boolean.getBoolean("postgres.durable")
          ? ""
          : "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=32MB ";

  /** Without it a server that is ended at once forgets the commits of its last half second. */
  private static final String CRASHES = "-c synchronous_commit=on ";

  private final Path binaries;
  private final Path directory;
  private final int port;
  private final String promise;

  private TestingPostgres(Path binaries, Path directory, int port, String promise) {
    this.binaries = binaries;
    this.directory = directory;
    this.port = port;
    this.promise = promise;
  }

  private static final class Running {
    static final TestingPostgres SERVER = start(POWER_CUTS);
  }

  /** The server of this JVM. */
  public static TestingPostgres server() {
    return Running.SERVER;
  }

  /** A new, empty database; the answer is its address for {@code innkeeper.store.url}. */
  public String freshDatabase() {
    return freshDatabase("template1");
  }

  /** A copy of a database that nobody is connected to. */
  String freshDatabase(String original) {
    String name = "innkeeper_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
    sql("create database " + name + " template " + original);
    return "postgresql://innkeeper@127.0.0.1:" + port + "/" + name;
  }

  /**
   * A copy of what is left of a database when everybody connected to it is gone at once, as after
   * {@code kill -9}.
   */
  public String leftOf(String address) {
    String name = name(address);
    sql("alter database " + name + " allow_connections false");
    sql(
        "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '"
            + name
            + "'");
    String left = freshDatabase(name);
    sql("alter database " + name + " allow_connections true");
    return left;
  }

  private static String name(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  /** Puts a copy in the place of its database, which is removed. */
  public void replace(String address, String copy) {
    drop(address);
    sql("alter database " + name(copy) + " rename to " + name(address));
  }

  /** Removes a database and whoever is still connected to it. */
  public void drop(String address) {
    sql("drop database " + name(address) + " with (force)");
  }

  private void sql(String statement) {
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=innkeeper";
    try (Connection connection = DriverManager.getConnection(url);
        Statement running = connection.createStatement()) {
      running.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  private static TestingPostgres start(String promise) {
    try {
      Path directory = Files.createTempDirectory("innkeeper-postgres");
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
      TestingPostgres server =
          new TestingPostgres(newestBinaries(), directory, freePort(), promise);
      Runtime.getRuntime().addShutdownHook(new Thread(server::end, "postgres-end"));
      server.run(
          "initdb",
          "--auth=trust",
          "--username=innkeeper",
          "--encoding=UTF8",
          "--no-locale",
          "--no-sync",
          "--no-instructions",
          "-D",
          server.data());
      server.resume();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server that a test may stop, because nobody else uses it. */
  public static TestingPostgres own() {
    return start(POWER_CUTS + CRASHES);
  }

  /** Ends the server at once, as if its machine had failed. */
  public void stop() throws IOException {
    run("pg_ctl", "stop", "-m", "immediate", "-D", data());
  }

  /** Starts it, again on the same port. */
  public void resume() throws IOException {
    run(
        "pg_ctl",
        "start",
        "-w",
        "-D",
        data(),
        "-l",
        directory + "/log",
        "-o",
        "-p "
            + port
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' "
            + promise
            + "-c max_connections=300");
  }

  private void end() {
    try {
      stop();
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String data() {
    return directory + "/data";
  }

  /** PostgreSQL refuses to run as root, so root becomes {@code postgres} first. */
  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name")))
      command.addAll(
          List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
    command.add(binaries.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("innkeeper-postgres", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(60, SECONDS) || process.exitValue() != 0)
        throw new IllegalStateException(command + "\n" + Files.readString(output, UTF_8));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      Files.delete(output);
    }
  }

  private static Path newestBinaries() throws IOException {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .max(Comparator.comparingInt(path -> Integer.parseInt(path.getFileName().toString())))
          .orElseThrow()
          .resolve("bin");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
