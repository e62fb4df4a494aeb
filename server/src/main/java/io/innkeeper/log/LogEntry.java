package io.innkeeper.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.log.LogSettings.Level;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One event as it was kept.
 *
 * @param place its first byte in the whole log
 * @param source the short name of who wrote it
 * @param request the id of the request that it came from, or empty
 * @param more the lines of its stack trace
 */
public record LogEntry(
    long place,
    Instant at,
    Level level,
    String source,
    String request,
    String text,
    List<String> more) {
  private static final Pattern HEAD =
      Pattern.compile("(\\S+Z) (ERROR|WARN|INFO|DEBUG|TRACE) +(\\S+) (?:\\[([^\\]]*)\\] )?(.*)");

  public LogEntry {
    more = List.copyOf(more);
  }

  /** The events of whole lines; what begins like none belongs to the one before it. */
  static List<LogEntry> read(String lines, long place) {
    List<LogEntry> all = new ArrayList<>();
    long at = place;
    List<String> more = new ArrayList<>();
    Optional<LogEntry> last = Optional.empty();
    for (String line : lines.split("\n", -1)) {
      Optional<LogEntry> head = head(line, at);
      if (head.isPresent()) {
        last.ifPresent(one -> all.add(one.with(more)));
        more.clear();
        last = head;
      } else if (!line.isEmpty()) {
        more.add(line);
      }
      at += line.getBytes(UTF_8).length + 1L;
    }
    last.ifPresent(one -> all.add(one.with(more)));
    return all;
  }

  private static Optional<LogEntry> head(String line, long place) {
    Matcher head = HEAD.matcher(line);
    if (!head.matches()) return Optional.empty();
    try {
      String request = head.group(4) == null ? "" : head.group(4);
      return Optional.of(
          new LogEntry(
              place,
              Instant.parse(head.group(1)),
              head.group(2).equals("TRACE") ? Level.DEBUG : Level.valueOf(head.group(2)),
              head.group(3),
              request,
              head.group(5),
              List.of()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private LogEntry with(List<String> lines) {
    return new LogEntry(place, at, level, source, request, text, lines);
  }

  /** Whether it is at least that grave and holds the text, in upper or lower case. */
  boolean matches(Level least, String wanted) {
    return level.compareTo(least) <= 0
        && (wanted.isEmpty() || line().toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** All of it, as it stands in the file. */
  public String line() {
    StringBuilder line = new StringBuilder();
    LogLine.TIME.formatTo(at, line);
    line.append(' ').append(LogLine.padded(level.name()));
    line.append(' ').append(source).append(' ');
    if (!request.isEmpty()) line.append('[').append(request).append("] ");
    line.append(text).append('\n');
    more.forEach(each -> line.append(each).append('\n'));
    return line.toString();
  }
}
