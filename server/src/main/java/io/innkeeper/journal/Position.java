package io.innkeeper.journal;

/**
 * A place in the journal. Positions only grow, across restarts too: each start begins a new
 * segment.
 *
 * @param segment number of the file, from 1
 * @param offset bytes from the beginning of that file
 */
public record Position(long segment, long offset) implements Comparable<Position> {
  /** Before everything. */
  public static final Position START = new Position(0, 0);

  @Override
  public int compareTo(Position other) {
    int bySegment = Long.compare(segment, other.segment);
    return bySegment != 0 ? bySegment : Long.compare(offset, other.offset);
  }

  @Override
  public String toString() {
    return "%06d:%d".formatted(segment, offset);
  }
}
