package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds a few fields of a multipart form while its bytes pass, wherever they are cut. Only parts'
 * headers and the values of those fields are looked at, both bounded; all else is jumped over. What
 * two readers could understand differently makes the form unclear. Not thread-safe.
 */
final class FormScan {
  /** What may be the form's end is not longer than this. */
  static final int LONGEST_END = 256;

  private static final int LONGEST_HEADERS = 4_096;
  private static final int LONGEST_VALUE = 200;

  /** Of a request that is no form. */
  static final FormScan NONE = new FormScan(null);

  private enum State {
    CONTENT,
    BEHIND_DELIMITER,
    HEADERS,
    OVER
  }

  private final byte[] delimiter;
  private final Map<BodyField, Integer> named = new EnumMap<>(BodyField.class);
  private final Map<BodyField, String> values = new EnumMap<>(BodyField.class);
  private final byte[] text = new byte[LONGEST_HEADERS];
  private int textLength;
  private boolean textTooLong;
  private State state = State.CONTENT;
  private boolean begun;
  private boolean unclear;
  private long length;
  private byte last;
  // How much of the delimiter has come; it counts only at a line's beginning, else it is -1.
  private int matched;
  private boolean lineBroken = true;
  private @Nullable BodyField field;

  /**
   * @param contentType the request's header, which names the boundary
   */
  FormScan(@Nullable String contentType) {
    Optional<String> boundary = FormPart.boundary(contentType == null ? "" : contentType);
    delimiter = ("--" + boundary.orElse("")).getBytes(US_ASCII);
    unclear = boundary.isEmpty();
  }

  /** Looks at the readable bytes of the next piece; its indexes stay as they are. */
  void feed(ByteBuf piece) {
    int at = piece.readerIndex();
    int end = piece.writerIndex();
    length += end - at;
    while (at < end && !unclear) {
      if (state == State.CONTENT && matched < 0 && field == null) {
        at = line(piece, at, end);
        if (at == end) return;
      }
      take(piece.getByte(at));
      at++;
    }
  }

  long length() {
    return length;
  }

  /** Whether two readers could understand it differently. */
  boolean unclear() {
    return unclear;
  }

  /** Whether its last delimiter has come. */
  boolean whole() {
    return state == State.OVER && !unclear;
  }

  /** How often a part bears the field's name. */
  int named(BodyField wanted) {
    return named.getOrDefault(wanted, 0);
  }

  /** The field's value; empty if it can't be read, or was given more than once. */
  Optional<String> text(BodyField wanted) {
    return named(wanted) == 1 ? Optional.ofNullable(values.get(wanted)) : Optional.empty();
  }

  /** To the next line break: a file is jumped over here. */
  private int line(ByteBuf piece, int from, int end) {
    int found = piece.forEachByte(from, end - from, ByteProcessor.FIND_CRLF);
    int at = found < 0 ? end : found;
    if (at > from) last = piece.getByte(at - 1);
    return at;
  }

  private void take(byte next) {
    switch (state) {
      case CONTENT -> content(next);
      case BEHIND_DELIMITER -> behindDelimiter(next);
      case HEADERS -> header(next);
      case OVER -> unclear = next != '\r' && next != '\n';
    }
    last = next;
  }

  private void content(byte next) {
    if (field != null) keep(next);
    if (matched >= 0 && matched < delimiter.length && next == delimiter[matched]) {
      matched++;
      if (matched == delimiter.length) delimited();
      return;
    }
    matched = -1;
    if (!begun) {
      unclear = true;
    } else if (next == '\n' || next == '\r') {
      matched = 0;
      lineBroken = next == '\n' && last == '\r';
    }
  }

  /** Some readers take a delimiter behind half a line break too. */
  private void delimited() {
    if (!lineBroken) {
      unclear = true;
      return;
    }
    if (field != null) valueEnded(field);
    field = null;
    begun = true;
    textLength = 0;
    state = State.BEHIND_DELIMITER;
  }

  private void behindDelimiter(byte next) {
    if (textLength == 0) {
      text[textLength++] = next;
      unclear = next != '\r' && next != '-';
      return;
    }
    unclear = text[0] == '\r' ? next != '\n' : next != '-';
    state = text[0] == '\r' ? State.HEADERS : State.OVER;
    textLength = 0;
  }

  private void header(byte next) {
    if (textLength == LONGEST_HEADERS) {
      unclear = true;
      return;
    }
    text[textLength++] = next;
    if (textLength == 2 && text[0] == '\r') unclear = true;
    if (unclear || !headersEnd()) return;
    Optional<FormPart> part = FormPart.of(new String(text, 0, textLength, ISO_8859_1));
    part.ifPresentOrElse(this::begins, () -> unclear = true);
  }

  private boolean headersEnd() {
    return textLength >= 4
        && text[textLength - 1] == '\n'
        && text[textLength - 2] == '\r'
        && text[textLength - 3] == '\n'
        && text[textLength - 4] == '\r';
  }

  private void begins(FormPart part) {
    state = State.CONTENT;
    // Whether a delimiter right behind the headers counts, readers don't agree.
    matched = 0;
    lineBroken = false;
    textLength = 0;
    textTooLong = false;
    field = null;
    for (BodyField one : BodyField.IN_FORMS) {
      if (!part.named(one.word())) continue;
      named.merge(one, 1, Integer::sum);
      field = part.plain(one.word()) ? one : null;
    }
  }

  private void keep(byte next) {
    if (textLength == LONGEST_VALUE + LONGEST_END) textTooLong = true;
    else text[textLength++] = next;
  }

  private void valueEnded(BodyField of) {
    int end = textLength - delimiter.length - 2;
    if (textTooLong || end < 1 || end > LONGEST_VALUE) return;
    byte[] value = Arrays.copyOf(text, end);
    for (byte one : value) if (one == '\r' || one == '\n' || one == 0) return;
    values.put(of, new String(value, UTF_8));
  }
}
