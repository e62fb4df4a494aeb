package io.innkeeper.gateway;

import io.netty.buffer.ByteBuf;

/**
 * Counts the texts of a request that begin as an address or as data do: each may stand for a
 * picture, which is charged by its size and not by these bytes. A beginning that is written with
 * escapes counts too, since its reader sees through them. Not thread-safe.
 */
final class MediaCount {
  private static final byte[] HTTP = {'h', 't', 't', 'p'};
  private static final byte[] DATA = {'d', 'a', 't', 'a', ':'};

  private boolean looking;
  private byte[] wanted = HTTP;
  private int matched;
  private long found;

  /** A text begins with the next byte. */
  void begins() {
    looking = true;
    matched = 0;
  }

  /** Whether it isn't decided yet what the text is. */
  boolean looking() {
    return looking;
  }

  /** More of the text, until it is decided. */
  void look(ByteBuf piece, int from, int end) {
    for (int at = from; looking && at < end; at++) next(piece.getByte(at));
  }

  long found() {
    return found;
  }

  private void next(byte next) {
    if (matched == 0) {
      if (next == ' ') return;
      wanted = (next | 0x20) == 'd' ? DATA : HTTP;
    }
    boolean same = (next | 0x20) == wanted[matched] || next == wanted[matched];
    if (same) matched++;
    if (next == '\\' || same && matched == wanted.length) found++;
    looking = same && matched < wanted.length;
  }
}
