package io.innkeeper.openwebui;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.openwebui.KnownCauses.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that real containers and the engine wrote when brought to that fault, some shortened. */
class KnownCausesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "secret-key-empty | WEBUI_SECRET_KEY is not set. It is a hard requirement when authentication is enabled.",
        "port-in-use | [Errno 98] error while attempting to bind on address ('0.0.0.0', 8080): address already in use",
        "port-in-use | Bind for 127.0.0.1:18081 failed: port is already allocated",
        "database-locked | sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) database is locked",
        "disk-full | sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) database or disk is full",
        "disk-full | chromadb.errors.InternalError: error returned from database: (code: 13) database or disk is full",
        "duplicate-accounts | RuntimeError: Cannot add unique normalized user email index because duplicate emails exist: a@b.c (x2).",
        "database-newer | alembic.util.exc.CommandError: Can't locate revision identified by '0bd252b206fb'",
        "database-damaged | sqlalchemy.exc.DatabaseError: (sqlite3.DatabaseError) file is not a database",
        "database-damaged | sqlalchemy.exc.DatabaseError: (sqlite3.DatabaseError) database disk image is malformed",
        "image-incomplete | RuntimeError: Static asset source directory not found: /app/static/static",
        "address-unusable | ValueError: Invalid scheme in CORS_ALLOW_ORIGIN: 'ftp://x.y'.",
        "data-not-writable | sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) unable to open database file",
        "tmp-not-writable | chromadb.errors.InternalError: error returned from database: (code: 6410) disk I/O error",
        "database-url-unknown | sqlalchemy.exc.NoSuchModuleError: Can't load plugin: sqlalchemy.dialects:foo",
        "database-url-unknown | sqlalchemy.exc.ArgumentError: Could not parse SQLAlchemy URL from given URL string",
        "database-driver-missing | ModuleNotFoundError: No module named 'psycopg2'",
        "database-unreachable | (psycopg2.OperationalError) connection to server at \"127.0.0.1\", port 5 failed: Connection refused",
        "database-unreachable | (psycopg2.OperationalError) could not translate host name \"nowhere.invalid\" to address: Name or service not known",
        "address-unusable | ValueError: Invalid URL structure in CORS_ALLOW_ORIGIN: 'acme'.",
        "processes-exhausted | RuntimeError: can't start new thread",
        "mfa-refused | ValueError: MFA requires authentication and persistent configuration.",
        "no-admin | Error creating admin account: password cannot be longer than 72 bytes, truncate manually if necessary",
        "variable-not-json | json.decoder.JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        "migration-failed | File \"/app/backend/open_webui/migrations/versions/f0bd01a18a3d_add.py\", line 70, in upgrade",
      })
  void lineNamesItsCause(String code, String line) {
    assertThat(KnownCauses.of(List.of("INFO: Waiting for application startup.", line), 1, false))
        .map(Cause::code)
        .contains(code);
  }

  @Test
  void insideAMigrationTheCloserCauseIsNamed() {
    List<String> lines =
        List.of(
            "ERROR [open_webui.config] Error running migrations: database is locked",
            "  File \"/app/backend/open_webui/migrations/versions/x.py\", line 1, in upgrade",
            "(sqlite3.OperationalError) database is locked");
    assertThat(KnownCauses.of(lines, 1, false)).map(Cause::code).contains("database-locked");
  }

  @Test
  void engineKnowsAboutMemoryAndMissingCommands() {
    assertThat(KnownCauses.of(List.of(), 137, true)).map(Cause::code).contains("out-of-memory");
    assertThat(KnownCauses.of(List.of("bash: start.sh: No such file or directory"), 127, false))
        .map(Cause::code)
        .contains("not-open-webui");
  }

  @Test
  void healthyLogHasNoCause() {
    // Up to 0.11 every start writes lines like the first one.
    List<String> lines =
        List.of(
            "ERROR [root] An error occurred: [Errno 30] Read-only file system: '/app/backend/open_webui/static/favicon.png'",
            "open_webui.models.config:seed_defaults:273 - Seeded 378 new config defaults");
    assertThat(KnownCauses.of(lines, 0, false)).isEmpty();
  }
}
