package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.Set;

/**
 * Of a JSON answer that comes in pieces, keeps only what {@link AnswerReader} looks at, however
 * large the answer is: what was made is left out as it passes. Not thread-safe.
 */
final class AnswerDigest {
  private static final int MOST = 1 << 16;
  private static final int LONGEST_TEXT = 4_096;
  private static final int DEEPEST = 64;
  private static final byte[] LEFT_OUT = ":null".getBytes(UTF_8);

  /** What lies below these is kept whatever its name. */
  private static final Set<String> WHOLLY = Set.of("usage", "error");

  private static final Set<String> KEPT =
      Set.of(
          "id",
          "model",
          "provider",
          "name",
          "type",
          "status",
          "stop_reason",
          "usage",
          "error",
          "choices",
          "finish_reason",
          "response",
          "message",
          "delta");

  private byte[] kept = new byte[1_024];
  private int length;
  private final boolean[] objects = new boolean[DEEPEST + 1];
  private int depth;
  private int wholeBelow = Integer.MAX_VALUE;
  private boolean expectKey;
  private boolean leavingOut;
  private int leftOutDepth;
  private boolean nextLeftOut;
  private boolean inString;
  private boolean escaped;
  private boolean isKey;
  private int textFrom;
  private boolean textDropped;
  private boolean broken;

  /** Looks at the readable bytes of the next piece; its indexes stay as they are. */
  void feed(ByteBuf piece) {
    int at = piece.readerIndex();
    int end = piece.writerIndex();
    while (at < end && !broken) {
      if (inString && !escaped && (leavingOut || textDropped)) {
        at = BodyScan.skip(piece, at, end);
        if (at == end) return;
      }
      byte next = piece.getByte(at);
      at++;
      if (inString) string(next);
      else if (leavingOut) leftOut(next);
      else plain(next);
    }
  }

  /** Whether the answer was one whole document, and all that counts of it could be kept. */
  boolean whole() {
    return !broken && depth == 0 && length > 0;
  }

  void read(AnswerFacts facts) {
    AnswerReader.read(kept, 0, length, facts);
  }

  private void string(byte next) {
    boolean ends = !escaped && next == '"';
    escaped = !escaped && next == '\\';
    if (ends) {
      inString = false;
      if (leavingOut) return;
      keep(next);
      if (isKey) keyEnded();
    } else if (!leavingOut && !textDropped) {
      keep(next);
      if (length - textFrom > LONGEST_TEXT) {
        length = textFrom;
        textDropped = true;
      }
    }
  }

  private void keyEnded() {
    String name = new String(kept, textFrom, length - 1 - textFrom, UTF_8);
    if (depth > wholeBelow) return;
    wholeBelow = WHOLLY.contains(name) ? depth : Integer.MAX_VALUE;
    nextLeftOut = !KEPT.contains(name);
  }

  private void plain(byte next) {
    switch (next) {
      case ' ', '\t', '\r', '\n' -> {}
      case '"' -> {
        inString = true;
        isKey = expectKey;
        textDropped = false;
        keep(next);
        textFrom = length;
      }
      case '{', '[' -> opens(next == '{', next);
      case '}', ']' -> {
        depth--;
        broken |= depth < 0;
        keep(next);
      }
      case ',' -> {
        expectKey = depth > 0 && objects[depth];
        keep(next);
      }
      case ':' -> {
        expectKey = false;
        if (nextLeftOut) leaveOut();
        else keep(next);
      }
      default -> keep(next);
    }
  }

  private void opens(boolean object, byte next) {
    if (depth == DEEPEST) {
      broken = true;
      return;
    }
    depth++;
    objects[depth] = object;
    expectKey = object;
    keep(next);
  }

  private void leaveOut() {
    for (byte one : LEFT_OUT) keep(one);
    nextLeftOut = false;
    leavingOut = true;
    leftOutDepth = 0;
  }

  private void leftOut(byte next) {
    switch (next) {
      case '"' -> inString = true;
      case '{', '[' -> leftOutDepth++;
      case '}', ']', ',' -> {
        if (leftOutDepth == 0) {
          leavingOut = false;
          plain(next);
        } else if (next != ',') {
          leftOutDepth--;
        }
      }
      default -> {}
    }
  }

  private void keep(byte next) {
    if (length == MOST) {
      broken = true;
      return;
    }
    if (length == kept.length) kept = Arrays.copyOf(kept, Math.min(MOST, kept.length * 2));
    kept[length++] = next;
  }
}
