package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;

/**
 * Counts the texts of a request that are an address or data, as far as their beginning tells: each
 * may stand for a picture, which is charged by its size and not by these bytes. An ASCII character
 * that is written as an escape counts as one, since it hides what the reader will see. Not
 * thread-safe.
 */
final class MediaCount {
  private static final byte[] HTTPS = "https:".getBytes(US_ASCII);
  private static final byte[] DATA = "data:".getBytes(US_ASCII);

  /** Where {@code http:} may leave out the s. */
  private static final int PLAIN = 4;

  private boolean looking;
  private byte[] wanted = HTTPS;
  private int matched;
  private int escape;
  private long found;

  /** A text begins with the next byte. */
  void begins() {
    looking = true;
    matched = 0;
    escape = 0;
  }

  /** Whether it isn't decided yet what the text is. */
  boolean looking() {
    return looking;
  }

  /** More of the text, until it is decided; its closing quote decides in any case. */
  void look(ByteBuf piece, int from, int end) {
    for (int at = from; looking && at < end; at++) next(piece.getByte(at));
  }

  long found() {
    return found;
  }

  private void next(byte next) {
    if (escape > 0) {
      escaped(next);
    } else if (next == '\\') {
      escape = 1;
    } else if (matched > 0 || next != ' ') {
      letter(next);
    }
  }

  private void letter(byte next) {
    byte small = (byte) (next >= 'A' && next <= 'Z' ? next | 0x20 : next);
    if (matched == 0) wanted = small == 'd' ? DATA : HTTPS;
    if (wanted == HTTPS && matched == PLAIN && small == ':') matched++;
    if (small != wanted[matched]) {
      decide(false);
    } else if (++matched == wanted.length) {
      decide(true);
    }
  }

  /** What follows a backslash: its letter, then perhaps the four digits of a character. */
  private void escaped(byte next) {
    switch (escape) {
      case 1 -> {
        if (next == 'u') {
          escape = 2;
        } else if (matched == 0 && "nrtbf".indexOf(next) >= 0) {
          escape = 0;
        } else {
          decide("nrt".indexOf(next) >= 0);
        }
      }
      case 2, 3 -> {
        if (next == '0') escape++;
        else decide(false);
      }
      default -> decide(next <= '7');
    }
  }

  private void decide(boolean media) {
    looking = false;
    if (media) found++;
  }
}
