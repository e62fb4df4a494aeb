package io.innkeeper.usage;

import io.innkeeper.store.Database;

/**
 * Records of the journal that could not be understood or stored: they stay there and are listed.
 */
public final class UnreadableRecords {
  private final Database database;

  UnreadableRecords(Database database) {
    this.database = database;
  }

  /** How many there ever were. */
  public long count() {
    return database.read(
        handle ->
            handle.createQuery("select count(*) from journal_unreadable").mapTo(Long.class).one());
  }
}
