package io.innkeeper.cli;

import io.innkeeper.testing.TestingServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A true server in this process, without an engine unless asked, and an admin's desk. */
final class TestingHouse implements AutoCloseable {
  static final String PASSWORD = "second-lamp-on-the-stairs";

  private final Path directory;
  private final TestingServer inn;
  private final TestingDesk admin;
  private boolean engine;

  private TestingHouse(Path directory, TestingServer inn) {
    this.directory = directory;
    this.inn = inn;
    this.admin = desk("admin");
  }

  /** Opens one in a directory of the test, with the first admin signed in. */
  static TestingHouse in(Path directory, String... more) {
    return unvisited(directory, more).signedIn();
  }

  /** Opens one where nobody has signed in yet. */
  static TestingHouse unvisited(Path directory, String... more) {
    List<String> words = new ArrayList<>(List.of(more));
    words.add("--innkeeper.engine.address=unix://" + directory.resolve("no-engine.sock"));
    return new TestingHouse(
        directory, TestingServer.on(directory.resolve("home"), words.toArray(String[]::new)));
  }

  /** Opens one whose tenants run in containers, with the first admin signed in. */
  static TestingHouse withEngine(Path directory, String... more) {
    TestingHouse house =
        new TestingHouse(directory, TestingServer.on(directory.resolve("home"), more));
    house.engine = true;
    return house.signedIn();
  }

  private TestingHouse signedIn() {
    signIn(admin, "admin", TestingServer.PASSWORD + "\n" + PASSWORD + "\n");
    return this;
  }

  /** The desk of the first admin. */
  TestingDesk admin() {
    return admin;
  }

  /** A desk where nobody is signed in. */
  TestingDesk desk(String name) {
    return new TestingDesk(directory.resolve("desk-" + name));
  }

  /** Somebody new with this role, signed in at a desk of their own. */
  TestingDesk person(String name, String role) {
    String issued = admin.done("operator", "create", name, "--role", role, "--quiet").line();
    return signIn(desk(name), name, issued + "\n" + PASSWORD + "\n");
  }

  TestingDesk signIn(TestingDesk desk, String name, String lines) {
    TestingDesk.Said said =
        desk.fed(
            lines,
            "login",
            "--server",
            address(),
            "--fingerprint",
            fingerprint(),
            "--name",
            name,
            "--password-stdin");
    if (said.code() != 0) throw new AssertionError(said);
    return desk;
  }

  String address() {
    return "https://localhost:" + inn.server().port();
  }

  String fingerprint() {
    return inn.server().certificate().fingerprint();
  }

  TestingServer inn() {
    return inn;
  }

  @Override
  public void close() {
    if (engine) inn.close();
    else inn.stop();
  }
}
