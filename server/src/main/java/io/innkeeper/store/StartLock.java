package io.innkeeper.store;

import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process at a time prepares a store. The operating system, or PostgreSQL, takes the lock back
 * when its holder dies.
 */
final class StartLock implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StartLock.class);
  private static final long ADVISORY_KEY = 0x696e6e6b65657065L; // "innkeepe"
  private static final int PAUSE_MILLIS = 50;

  private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Runnable release;

  private StartLock(Runnable release) {
    this.release = release;
  }

  /** The lock of a SQLite file: a lock file beside it. */
  static StartLock beside(Path file, Duration patience) throws IOException {
    Path name = file.resolveSibling(file.getFileName() + ".lock");
    FileChannel channel =
        FileChannel.open(
            name, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OURS_ALONE);
    StartLock lock = new StartLock(() -> close(channel));
    await(lock, () -> locked(channel, name), patience);
    return lock;
  }

  /** The lock of a PostgreSQL database: an advisory lock of one session. */
  static StartLock in(Database database, Duration patience) {
    Handle session = database.open();
    StartLock lock =
        new StartLock(
            () -> {
              try (session) {
                session.execute("select pg_advisory_unlock(?)", ADVISORY_KEY);
              }
            });
    await(lock, () -> locked(session), patience);
    return lock;
  }

  @Override
  public void close() {
    release.run();
  }

  private static void await(StartLock lock, BooleanSupplier locked, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    boolean said = false;
    while (!locked.getAsBoolean()) {
      if (!said) log.info("Another Innkeeper prepares this store; waiting for it.");
      said = true;
      if (System.nanoTime() > end || !paused()) {
        lock.close();
        throw Fault.of(
                Fault.Kind.UNAVAILABLE,
                "start-lock-held",
                "Waited "
                    + patience.toSeconds()
                    + " s for another Innkeeper that prepares this store.")
            .advising("See what the other process is doing, or end it, and start again.");
      }
    }
  }

  private static boolean paused() {
    try {
      Thread.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean locked(FileChannel channel, Path name) {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException ourOwn) {
      return false;
    } catch (IOException e) {
      throw HomeDirectory.fault(e, name);
    }
  }

  private static boolean locked(Handle session) {
    return session
        .createQuery("select pg_try_advisory_lock(:key)")
        .bind("key", ADVISORY_KEY)
        .mapTo(Boolean.class)
        .one();
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      log.warn("The start lock could not be closed; it ends with this process.", e);
    }
  }
}
