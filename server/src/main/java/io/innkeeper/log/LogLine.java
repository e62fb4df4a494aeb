package io.innkeeper.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * One event as one line: time, level, class, request, message. What could start a line or turn its
 * direction is escaped, so input can't forge one; lines of a stack trace are indented.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final int MOST_CAUSES = 10;

  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(160);
    TIME.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), line);
    line.append(' ').append(padded(event.getLevel().toString())).append(' ');
    line.append(shortName(event.getLoggerName()));
    @Nullable String request = event.getMDCPropertyMap().get("request");
    if (request != null) line.append(" [").append(escaped(request)).append(']');
    line.append(' ').append(escaped(event.getFormattedMessage())).append('\n');
    @Nullable IThrowableProxy failure = event.getThrowableProxy();
    for (int i = 0; failure != null && i < MOST_CAUSES; i++, failure = failure.getCause())
      append(line, i == 0 ? "  " : "  because of ", failure);
    return line.toString();
  }

  private static void append(StringBuilder line, String lead, IThrowableProxy failure) {
    line.append(lead).append(failure.getClassName()).append(": ");
    line.append(escaped(String.valueOf(failure.getMessage()))).append('\n');
    StackTraceElementProxy[] frames = failure.getStackTraceElementProxyArray();
    int shown = frames.length - failure.getCommonFrames();
    for (int i = 0; i < shown; i++) line.append("    ").append(frames[i]).append('\n');
  }

  static String padded(String level) {
    return level.length() < 5 ? level + " " : level;
  }

  private static String shortName(String logger) {
    return logger.substring(logger.lastIndexOf('.') + 1);
  }

  /** Control, line-breaking and direction-turning characters as {@code \n} or {@code \u202e}. */
  static String escaped(String text) {
    if (text.codePoints().allMatch(LogLine::harmless)) return text;
    StringBuilder plain = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              if (harmless(point)) plain.appendCodePoint(point);
              else plain.append(escape(point));
            });
    return plain.toString();
  }

  private static String escape(int point) {
    return switch (point) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format("\\u%04x", point);
    };
  }

  private static boolean harmless(int point) {
    if (point >= ' ' && point < 0x7f) return true;
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
