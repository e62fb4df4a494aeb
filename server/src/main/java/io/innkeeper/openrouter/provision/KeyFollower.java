package io.innkeeper.openrouter.provision;

import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what changes in the store: a new organisation, another budget, name or standing, another
 * management key. What must be done follows from the rows themselves, so nothing is lost when this
 * stops in between.
 */
final class KeyFollower implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(KeyFollower.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** What failed is tried again after a while, and replaced keys come of age. */
  private static final int ANYWAY = 60;

  private final Database database;
  private final KeyCheck check;
  private final ManagementKey management;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("upstream-keys").unstarted(this::run);
  private String seen = "";
  private String account = "";
  private int idle;

  KeyFollower(Database database, KeyCheck check, ManagementKey management) {
    this.database = database;
    this.check = check;
    this.management = management;
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      do {
        try {
          pass();
        } catch (JdbiException | Fault e) {
          // The next turn tries again; the loop must survive.
          seen = "";
          if (closing.getCount() > 0)
            log.warn("Upstream keys are followed later: {}", e.getMessage());
        } catch (RuntimeException e) {
          // Nobody foresaw it, so it will be so again: tried when something changes, else by the
          // minute.
          if (closing.getCount() > 0) log.error("Upstream keys could not be followed.", e);
        }
      } while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass() {
    String now = read("SELECT COALESCE(SUM(version), 0) || '' FROM upstream_account");
    boolean another = !now.equals(account);
    account = now;
    String rows =
        read(
            """
            SELECT (SELECT COUNT(*) || ':' || COALESCE(SUM(version), 0) FROM organisations)
              || '/' || (SELECT COUNT(*) || ':' || COALESCE(SUM(version), 0) FROM budgets)
              || '/' || (SELECT COUNT(*) || ':' || COALESCE(SUM(version), 0) FROM upstream_keys)
            """);
    if (!another && rows.equals(seen) && idle++ < ANYWAY) return;
    idle = 0;
    seen = rows;
    if (another && management.isThere()) look();
    else check.follow();
  }

  /** What can be done without the list is done, even when the list can't be had. */
  private void look() {
    try {
      check.look();
    } catch (Fault e) {
      log.warn("The keys at OpenRouter can't be looked at: {}", e.said());
      check.follow();
    }
  }

  private String read(String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  @Override
  public void close() {
    closing.countDown();
    if (thread.getState() == Thread.State.NEW) return;
    thread.interrupt();
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
