package io.innkeeper.store;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;

/**
 * In an SQLite file, that its schema was found whole. SQLite counts every change of a schema in
 * {@code schema_version}; at which count, and by which migrations, is noted in {@code
 * user_version}, which is the program's own. A start that finds both as they were has nothing to
 * compare. Without such a count, as in PostgreSQL, nothing is ever marked.
 */
final class SchemaMark {
  private final Database database;
  private final List<MigrationScript> scripts;

  SchemaMark(Database database, List<MigrationScript> scripts) {
    this.database = database;
    this.scripts = scripts;
  }

  /** Whether nothing changed since the schema was found whole. */
  boolean stands() {
    return database.dialect() == Dialect.SQLITE && pragma("user_version") == wanted();
  }

  /** The schema is whole now. */
  void set() {
    if (database.dialect() == Dialect.SQLITE)
      database.change(handle -> handle.execute("pragma user_version = " + wanted()));
  }

  private int pragma(String name) {
    return database.read(handle -> handle.createQuery("pragma " + name).mapTo(Integer.class).one());
  }

  /** Never 0, which every file has that was not marked. */
  private int wanted() {
    CRC32 sum = new CRC32();
    scripts.forEach(script -> add(sum, script.checksum()));
    add(sum, pragma("schema_version"));
    return (int) sum.getValue() | 1;
  }

  private static void add(CRC32 sum, int number) {
    sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
  }
}
