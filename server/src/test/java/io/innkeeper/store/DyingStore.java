package io.innkeeper.store;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process's way into a store that ends at its nth statement, as by {@code kill -9}: from then on
 * nothing of that process reaches the store, and what was not committed never was.
 */
public final class DyingStore implements AutoCloseable {
  private final Database database;
  private final AtomicInteger left;
  private volatile boolean dead;

  /** The process is dead: its threads end here. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed", null, false, false);
    }
  }

  private DyingStore(Database database, int statements) {
    this.database = database;
    this.left = new AtomicInteger(statements);
    database.beforeEach(this::told);
  }

  /** One that dies before the nth statement that is not just looking for work. */
  public static DyingStore of(TestingStore store, int nth) {
    Database way =
        store.dialect() == Dialect.SQLITE
            ? Database.sqlite(Path.of(store.address()))
            : Database.postgresql(PostgresAddress.parse(store.address()));
    return new DyingStore(way, nth);
  }

  private void told() {
    if (!dead && !Thread.currentThread().getName().equals("jobs"))
      dead = left.decrementAndGet() <= 0;
    if (dead) throw new Killed();
  }

  public Database database() {
    return database;
  }

  public boolean dead() {
    return dead;
  }

  @Override
  public void close() {
    database.close();
  }
}
