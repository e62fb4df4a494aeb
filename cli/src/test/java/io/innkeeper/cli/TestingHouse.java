package io.innkeeper.cli;

import io.innkeeper.testing.TestingServer;
import java.nio.file.Path;

/** A true server in this process that reaches no engine, and an admin's desk signed in to it. */
final class TestingHouse implements AutoCloseable {
  static final String PASSWORD = "second-lamp-on-the-stairs";

  private final Path directory;
  private final TestingServer inn;
  private final TestingDesk admin;

  private TestingHouse(Path directory, TestingServer inn) {
    this.directory = directory;
    this.inn = inn;
    this.admin = desk("admin");
  }

  /** Opens one in a directory of the test, with the first admin signed in. */
  static TestingHouse in(Path directory) {
    TestingHouse house = unvisited(directory);
    house.signIn(house.admin, "admin", TestingServer.PASSWORD + "\n" + PASSWORD + "\n");
    return house;
  }

  /** Opens one where nobody has signed in yet. */
  static TestingHouse unvisited(Path directory) {
    String nowhere = "--innkeeper.engine.address=unix://" + directory.resolve("no-engine.sock");
    return new TestingHouse(directory, TestingServer.on(directory.resolve("home"), nowhere));
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
    inn.stop();
  }
}
