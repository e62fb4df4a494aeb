package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a few fields of a JSON object while its bytes pass, wherever they are cut. Nothing is
 * copied but short values of those fields; what lies deeper is only counted through. Not
 * thread-safe.
 */
final class BodyScan {
  /** Where a value stands, in bytes from the beginning of the body. */
  record Span(long from, long to) {}

  private static final int LONGEST_VALUE = 512;
  private static final Pattern WHOLE = Pattern.compile("\\d{1,12}(\\.0+)?");

  private final Map<BodyField, Span> spans = new EnumMap<>(BodyField.class);
  private final Map<BodyField, String> values = new EnumMap<>(BodyField.class);
  private final List<Span> routersOwn = new ArrayList<>();
  private final byte[] text = new byte[LONGEST_VALUE];
  private int textLength;
  private boolean textTooLong;
  private long offset;
  private int depth;
  private boolean inString;
  private boolean escaped;
  private boolean readingKey;
  private boolean capturing;
  private @Nullable BodyField field;
  private long valueFrom = -1;
  private boolean valueBegan;
  private long closedAt = -1;
  private boolean broken;
  private boolean twice;
  private long memberFrom;
  private boolean kept;
  private final MediaCount media = new MediaCount();

  /** Looks at the readable bytes of the next piece; its indexes stay as they are. */
  void feed(ByteBuf piece) {
    int end = piece.writerIndex();
    int at = piece.readerIndex();
    long base = offset - at;
    while (at < end) {
      if (inString) {
        at = string(piece, at, end, base);
      } else {
        plain(piece.getByte(at), base + at);
        at++;
      }
    }
    offset = base + end;
  }

  /** Where the outermost object was closed; -1 while it isn't. */
  long closedAt() {
    return closedAt;
  }

  /** Whether the body was one whole JSON object, as far as braces and strings tell. */
  boolean whole() {
    return closedAt >= 0 && !broken && !twice;
  }

  /** Whether something other than an object came. */
  boolean broken() {
    return broken;
  }

  /**
   * Whether a field that matters was given twice; two readers could disagree about which counts.
   */
  boolean ambiguous() {
    return twice;
  }

  /** Where the value of one of our fields began that hasn't ended yet; else the length so far. */
  long openValueFrom() {
    return field != null && valueFrom >= 0 ? valueFrom : offset;
  }

  long length() {
    return offset;
  }

  /** How many texts of it are an address or data, such as a picture's. */
  long media() {
    return media.found();
  }

  Optional<Span> span(BodyField wanted) {
    return Optional.ofNullable(spans.get(wanted));
  }

  Optional<String> text(BodyField wanted) {
    String value = values.get(wanted);
    return value != null && value.startsWith("\"")
        ? Optional.of(unquoted(value))
        : Optional.empty();
  }

  boolean isTrue(BodyField wanted) {
    return "true".equals(values.get(wanted));
  }

  OptionalLong number(BodyField wanted) {
    String value = values.get(wanted);
    if (value == null || !WHOLE.matcher(value).matches()) return OptionalLong.empty();
    int dot = value.indexOf('.');
    return OptionalLong.of(Long.parseLong(dot < 0 ? value : value.substring(0, dot)));
  }

  /** The raw JSON of a short value. */
  Optional<String> raw(BodyField wanted) {
    return Optional.ofNullable(values.get(wanted));
  }

  /**
   * What must go so that no field of OpenRouter's own is left and the rest is still one object.
   * Known once the body was seen whole.
   */
  List<Span> routersOwn() {
    return routersOwn;
  }

  private int string(ByteBuf piece, int from, int end, long base) {
    if (media.looking()) media.look(piece, from, end);
    int at = from;
    while (at < end) {
      if (escaped) {
        keep(piece.getByte(at));
        escaped = false;
        at++;
        continue;
      }
      if (!capturing) {
        at = skip(piece, at, end);
        if (at == end) return end;
      }
      byte next = piece.getByte(at);
      at++;
      keep(next);
      if (next == '\\') escaped = true;
      if (next == '"') {
        inString = false;
        stringEnded(base + at);
        return at;
      }
    }
    return at;
  }

  /** To the next quote or backslash; most of a prompt is jumped over here. */
  static int skip(ByteBuf piece, int from, int end) {
    int quote = piece.indexOf(from, end, (byte) '"');
    int until = quote < 0 ? end : quote;
    int slash = piece.indexOf(from, until, (byte) '\\');
    return slash < 0 ? until : slash;
  }

  private void stringEnded(long next) {
    if (depth != 1) return;
    if (readingKey) {
      readingKey = false;
      capturing = false;
      // An escaped name could mean one of ours to the upstream and nothing to us.
      for (int i = 0; i < textLength; i++) twice |= text[i] == '\\';
      field =
          textTooLong || textLength - 2 > BodyField.LONGEST_NAME
              ? null
              : BodyField.of(Arrays.copyOfRange(text, 1, textLength - 1), textLength - 2);
      if (!kept && (field == null || !field.routersOwn())) firstKept();
    } else if (field != null) {
      valueEnded(next);
    }
  }

  private void plain(byte next, long at) {
    switch (next) {
      case ' ', '\t', '\r', '\n' -> scalarEnds(at);
      case '"' -> stringBegins(at);
      case '{', '[' -> {
        if (depth == 0 && (next == '[' || closedAt >= 0)) broken = true;
        if (depth == 1) valueBegins(at);
        depth++;
        keep(next);
        if (depth == 1) {
          memberFrom = at + 1;
          expectKey();
        }
      }
      case '}', ']' -> closes(next, at);
      case ',' -> {
        if (depth == 1) {
          scalarEnds(at);
          memberFrom = at;
          expectKey();
        } else {
          keep(next);
        }
      }
      case ':' -> {
        if (depth > 1) keep(next);
      }
      default -> {
        if (depth == 0) broken = true;
        if (depth == 1 && !valueBegan) valueBegins(at);
        keep(next);
      }
    }
  }

  private void stringBegins(long at) {
    if (depth == 0) broken = true;
    if (depth == 1 && !readingKey) valueBegins(at);
    inString = true;
    media.begins();
    if (depth == 1 && readingKey) beginText();
    keep((byte) '"');
  }

  private void closes(byte next, long at) {
    if (depth == 1) scalarEnds(at);
    depth--;
    if (depth < 0) broken = true;
    if (depth == 0) closedAt = at;
    keep(next);
    if (depth == 1 && field != null) valueEnded(at + 1);
  }

  /** What goes before it leaves its comma behind. */
  private void firstKept() {
    kept = true;
    if (!routersOwn.isEmpty()) routersOwn.add(new Span(memberFrom, memberFrom + 1));
  }

  private void expectKey() {
    field = null;
    readingKey = true;
    capturing = false;
    valueBegan = false;
    valueFrom = -1;
    beginText();
    capturing = true;
  }

  private void valueBegins(long at) {
    if (valueBegan) return;
    valueBegan = true;
    valueFrom = at;
    capturing = field != null;
    beginText();
  }

  private void scalarEnds(long at) {
    if (depth == 1 && valueBegan && field != null && valueFrom >= 0) valueEnded(at);
  }

  private void valueEnded(long to) {
    BodyField ended = field;
    if (ended == null || valueFrom < 0) return;
    if (spans.put(ended, new Span(valueFrom, to)) != null) twice = true;
    if (ended.routersOwn()) routersOwn.add(new Span(memberFrom, to));
    if (!textTooLong) values.put(ended, new String(text, 0, textLength, UTF_8));
    field = null;
    capturing = false;
    valueFrom = -1;
  }

  private void beginText() {
    textLength = 0;
    textTooLong = false;
  }

  private void keep(byte next) {
    if (!capturing) return;
    if (textLength == LONGEST_VALUE) textTooLong = true;
    else text[textLength++] = next;
  }

  private static String unquoted(String json) {
    String inner = json.substring(1, json.length() - 1);
    return inner.indexOf('\\') < 0 ? inner : Json.text(json);
  }
}
