package io.innkeeper.openwebui;

import java.util.List;
import java.util.Optional;

/**
 * Names why an app did not start, from its last lines. Each text below was seen when a real
 * container was brought to that fault on purpose. Pure.
 */
public final class KnownCauses {
  private static final int COMMAND_NOT_FOUND = 127;

  private static final Cause OUT_OF_MEMORY =
      new Cause(
          "out-of-memory",
          "The container ran out of memory and was killed.",
          "Raise the workspace's memory limit; 1 GiB starts every version and takes small uploads.");

  private static final Cause NOT_OPEN_WEBUI =
      new Cause(
          "not-open-webui",
          "The image has no start.sh, so it isn't an Open WebUI image.",
          "Choose an image such as ghcr.io/open-webui/open-webui:v0.12.4.");

  /** In this order: what goes wrong inside a migration is named before the migration itself. */
  private static final List<Rule> RULES =
      List.of(
          new Rule(
              List.of("WEBUI_SECRET_KEY is not set"),
              "secret-key-empty",
              "The app got no secret key.",
              "Recreate the workspace's container; Innkeeper passes the key it keeps for it."),
          new Rule(
              List.of("address already in use", "port is already allocated"),
              "port-in-use",
              "The port is in use by another program.",
              "Start the workspace again: if its port is still taken, it gets another."),
          new Rule(
              List.of("database is locked"),
              "database-locked",
              "Another program holds the workspace's database.",
              "See that no second container and no backup tool uses the same data directory."),
          new Rule(
              List.of("database or disk is full"),
              "disk-full",
              "The disk with the workspace's data is full.",
              "Free space on it, then start the workspace again."),
          new Rule(
              List.of("Cannot add unique normalized user email index"),
              "duplicate-accounts",
              "The migration failed: two accounts have addresses that differ only in upper and"
                  + " lower case.",
              "Go back to the version before, remove or rename one of the two accounts, then update"
                  + " again."),
          new Rule(
              List.of("Can't locate revision"),
              "database-newer",
              "The database was made by a newer version of the app than the one that runs.",
              "Go back to the newer image, or restore the data from before the update."),
          new Rule(
              List.of("file is not a database", "database disk image is malformed"),
              "database-damaged",
              "The workspace's database file is damaged.",
              "Restore the workspace's data from a backup."),
          new Rule(
              List.of("unable to open database file"),
              "data-not-writable",
              "The data directory can't be written by the app.",
              "Give the directory to user and group 1000, which the app runs as."),
          new Rule(
              List.of("code: 6410"),
              "tmp-not-writable",
              "The app has no writable /tmp.",
              "Recreate the workspace's container; Innkeeper mounts one in memory."),
          new Rule(
              List.of("Can't load plugin: sqlalchemy.dialects", "Could not parse SQLAlchemy URL"),
              "database-url-unknown",
              "The app does not know the kind of database that DATABASE_URL names.",
              "Write it like postgresql://user:password@host:5432/name, or leave it out."),
          new Rule(
              List.of("No module named 'psycopg2'", "No module named 'cx_Oracle'"),
              "database-driver-missing",
              "The image has no driver for the database that DATABASE_URL names.",
              "Choose the official image for PostgreSQL, or leave DATABASE_URL out."),
          new Rule(
              List.of("connection to server at", "could not translate host name"),
              "database-unreachable",
              "The app can't connect to the database that DATABASE_URL names.",
              "See that the server runs, that the workspace may reach it, and that name and password"
                  + " are right."),
          new Rule(
              List.of("Invalid URL structure in CORS_ALLOW_ORIGIN", "Invalid scheme in CORS_ALLOW"),
              "address-unusable",
              "The app refuses the address it is to be opened at.",
              "Give the workspace a hostname, or none at all."),
          new Rule(
              List.of("can't start new thread"),
              "processes-exhausted",
              "The app may not start as many threads as it needs.",
              "Raise the workspace's limit of processes; 512 is plenty, 26 are used."),
          new Rule(
              List.of("MFA requires authentication and persistent configuration"),
              "mfa-refused",
              "The app can't start with two-factor sign-in as it is set.",
              "Remove ENABLE_MFA from the workspace's environment."),
          new Rule(
              List.of("password cannot be longer than 72 bytes"),
              "no-admin",
              "The app could not make Innkeeper's account and stands open to whoever comes first.",
              "Stop the workspace, and recreate it with a new service account."),
          new Rule(
              List.of("Static asset source directory not found"),
              "image-incomplete",
              "The image lacks the app's web pages.",
              "Get or build the image again."),
          new Rule(
              List.of("json.decoder.JSONDecodeError"),
              "variable-not-json",
              "One of the extra environment variables must be JSON and isn't.",
              "Look for the variable in the lines above, and correct it."),
          new Rule(
              List.of("Error running migrations", "/migrations/versions/"),
              "migration-failed",
              "The migration of the database failed; the steps before it stay done.",
              "Restore the data from before the update and go back to the old image."));

  private KnownCauses() {}

  /**
   * A cause with a name.
   *
   * @param code stable, for programs
   */
  public record Cause(String code, String sentence, String advice) {}

  private record Rule(List<String> texts, String code, String sentence, String advice) {
    boolean matches(List<String> lines) {
      return texts.stream().anyMatch(text -> lines.stream().anyMatch(it -> it.contains(text)));
    }

    Cause cause() {
      return new Cause(code, sentence, advice);
    }
  }

  /**
   * The cause, where it is one we know.
   *
   * @param lines the log's last 50 lines or so
   * @param exitCode of the container; 0 while it runs
   * @param outOfMemory the engine's own mark
   */
  public static Optional<Cause> of(List<String> lines, int exitCode, boolean outOfMemory) {
    if (outOfMemory) {
      return Optional.of(OUT_OF_MEMORY);
    }
    if (exitCode == COMMAND_NOT_FOUND) {
      return Optional.of(NOT_OPEN_WEBUI);
    }
    return RULES.stream().filter(rule -> rule.matches(lines)).findFirst().map(Rule::cause);
  }
}
