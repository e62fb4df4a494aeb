package io.innkeeper.usage;

import io.innkeeper.journal.Position;
import io.innkeeper.store.Database;
import java.time.Instant;
import java.util.List;

/**
 * Records of the journal that could not be understood or stored: they stay there and are listed.
 */
public final class UnreadableRecords {
  /**
   * One of them.
   *
   * @param node whose journal it is in
   * @param kind the journal's mark of it; 0 for damaged bytes
   */
  record Unreadable(String node, Position at, int kind, long bytes, String why, Instant foundAt) {}

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

  /** The newest first. */
  List<Unreadable> newest(int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select node, segment, journal_offset, record_kind, bytes, why, found_at
                    from journal_unreadable
                    order by found_at desc, segment desc, journal_offset desc limit :most
                    """)
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Unreadable(
                            row.getString("node"),
                            new Position(row.getLong("segment"), row.getLong("journal_offset")),
                            row.getInt("record_kind"),
                            row.getLong("bytes"),
                            row.getString("why"),
                            Instant.ofEpochMilli(row.getLong("found_at"))))
                .list());
  }
}
