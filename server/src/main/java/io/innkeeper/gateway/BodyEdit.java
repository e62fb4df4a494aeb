package io.innkeeper.gateway;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The few bytes of a request that change on the way. Everything else goes on as it came.
 *
 * @param from first byte replaced, from the beginning of the body
 * @param to byte behind the last one replaced; equal to {@code from} for an insertion
 */
record BodyEdit(long from, long to, Buffer with) {

  /** The same edit of a body that begins so much later. */
  BodyEdit moved(long by) {
    return new BodyEdit(from + by, to + by, with);
  }

  /** The pieces of a body with the edits applied; untouched bytes are shared, not copied. */
  static List<Buffer> apply(List<Buffer> pieces, List<BodyEdit> edits) {
    if (edits.isEmpty()) return pieces;
    List<BodyEdit> ordered = new ArrayList<>(edits);
    ordered.sort(Comparator.comparingLong(BodyEdit::from));
    List<Buffer> out = new ArrayList<>();
    long base = 0;
    int next = 0;
    long skipUntil = 0;
    for (Buffer piece : pieces) {
      long end = base + piece.length();
      long at = Math.max(base, skipUntil);
      while (next < ordered.size() && ordered.get(next).from() < end) {
        BodyEdit edit = ordered.get(next);
        if (edit.from() > at) out.add(slice(piece, base, at, edit.from()));
        if (edit.with().length() > 0) out.add(edit.with());
        skipUntil = edit.to();
        at = Math.max(at, Math.min(edit.to(), end));
        next++;
      }
      if (at < end) out.add(slice(piece, base, at, end));
      base = end;
    }
    return out;
  }

  private static Buffer slice(Buffer piece, long base, long from, long to) {
    return piece.slice((int) (from - base), (int) (to - base));
  }
}
