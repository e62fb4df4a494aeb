package io.innkeeper.tenant;

import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.AppDatabase;
import io.innkeeper.openwebui.Release;
import io.innkeeper.store.PostgresAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * A copy of a stopped app's database, so that an upgrade that migrated it can be taken back. All
 * three files together: the app leaves its newest rows in the write-ahead log.
 */
final class DatabaseCopies {
  private static final List<String> FILES =
      List.of(
          Release.DATABASE_FILE, Release.DATABASE_FILE + "-wal", Release.DATABASE_FILE + "-shm");
  private static final String WHOLE = "whole";

  private final ContainerPlan.Host host;

  DatabaseCopies(ContainerPlan.Host host) {
    this.host = host;
  }

  /** Whether there is a file to copy. */
  boolean possible(Tenant tenant) {
    return Files.exists(data(tenant).resolve(Release.DATABASE_FILE));
  }

  /** Whether a whole copy waits to be put back. */
  boolean kept(Tenant tenant) {
    return Files.exists(directory(tenant).resolve(WHOLE));
  }

  /** Copies the files; one already whole is from before an interrupted upgrade and stays. */
  void keep(Tenant tenant) {
    Path copy = directory(tenant);
    if (kept(tenant)) return;
    try {
      Files.createDirectories(copy);
      for (String file : FILES) {
        Path from = data(tenant).resolve(file);
        if (Files.exists(from)) {
          Files.copy(
              from,
              copy.resolve(file),
              StandardCopyOption.REPLACE_EXISTING,
              StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
      Files.createFile(copy.resolve(WHOLE));
    } catch (IOException e) {
      throw failed("Tried to copy the database of " + tenant.slug() + " but could not.", e);
    }
  }

  /** Puts the copy back; half a one only goes. The container must be stopped. */
  void putBack(Tenant tenant) {
    if (!kept(tenant)) {
      forget(tenant);
      return;
    }
    Path copy = directory(tenant);
    try {
      for (String file : FILES) {
        Path to = data(tenant).resolve(file);
        Path from = copy.resolve(file);
        if (Files.exists(from)) {
          Files.copy(
              from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
          Files.setAttribute(to, "unix:uid", Release.UID, LinkOption.NOFOLLOW_LINKS);
          Files.setAttribute(to, "unix:gid", Release.GID, LinkOption.NOFOLLOW_LINKS);
        } else {
          Files.deleteIfExists(to);
        }
      }
      forget(tenant);
    } catch (IOException e) {
      throw failed(
          "Tried to put back the database of "
              + tenant.slug()
              + " from "
              + copy
              + " but could not.",
          e);
    }
  }

  void forget(Tenant tenant) {
    Path copy = directory(tenant);
    if (!Files.exists(copy)) return;
    try {
      // The mark goes first: a half-removed copy must never count as whole.
      Files.deleteIfExists(copy.resolve(WHOLE));
      for (String file : FILES) Files.deleteIfExists(copy.resolve(file));
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      throw failed("Tried to remove the copy " + copy + " but could not.", e);
    }
  }

  /** A stopped app's database, wherever it is. */
  AppDatabase open(Tenant tenant, Map<String, String> variables) {
    String url = variables.getOrDefault("DATABASE_URL", "");
    if (url.isEmpty()) return AppDatabase.in(data(tenant));
    if (!url.startsWith("postgres"))
      throw Fault.conflict(
          "app-database-elsewhere", "The app's DATABASE_URL is not one of PostgreSQL.");
    PostgresAddress at =
        PostgresAddress.parse(url.replaceFirst("^postgres(ql)?(\\+\\w+)?:", "postgresql:"));
    return AppDatabase.postgresql(at.jdbcUrl(), at.user(), at.password());
  }

  /** Whoever worked on the files, they are the app's again. */
  void own(Tenant tenant) {
    try {
      for (String file : FILES) {
        Path path = data(tenant).resolve(file);
        if (!Files.exists(path)) continue;
        Files.setAttribute(path, "unix:uid", Release.UID, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", Release.GID, LinkOption.NOFOLLOW_LINKS);
      }
    } catch (IOException e) {
      throw failed("Tried to give the database back to the app but could not.", e);
    }
  }

  private Path data(Tenant tenant) {
    return ContainerPlan.dataDirectory(tenant, host);
  }

  private Path directory(Tenant tenant) {
    return data(tenant).resolveSibling("before-update");
  }

  private static Fault failed(String said, IOException cause) {
    return Fault.of(Fault.Kind.UNAVAILABLE, "database-copy", said)
        .advising("Check the disk's space and rights.")
        .because(cause);
  }
}
