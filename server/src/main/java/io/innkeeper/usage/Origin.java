package io.innkeeper.usage;

import io.innkeeper.journal.JournalRecord;

/**
 * Which journal's record something in the books comes from.
 *
 * @param node the gateway that wrote it
 * @param crc the record's checksum
 */
public record Origin(String node, long segment, long offset, int crc) {
  static Origin of(String node, JournalRecord record) {
    return new Origin(node, record.at().segment(), record.at().offset(), record.crc());
  }

  /** What no journal told: a person or the upstream's own record did. */
  static final Origin NONE = new Origin("", 0, 0, 0);
}
