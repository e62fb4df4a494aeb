package io.innkeeper.infrastructure.expiry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.infrastructure.Credential;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ends of passwords as an iCalendar file (RFC 5545): a day each, and no password. */
public final class ExpiryCalendar {
  /** More than anybody's calendar shows. */
  public static final int MOST = 5_000;

  public static final String TYPE = "text/calendar;charset=utf-8";
  private static final int WIDTH = 75;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private ExpiryCalendar() {}

  /**
   * The file.
   *
   * @param names of the environments
   */
  public static String of(List<Credential> all, Map<UUID, String> names, Instant now) {
    StringBuilder file = new StringBuilder();
    line(file, "BEGIN:VCALENDAR");
    line(file, "VERSION:2.0");
    line(file, "PRODID:-//Innkeeper//Expiring passwords//EN");
    line(file, "X-WR-CALNAME:Expiring passwords");
    for (Credential one : all)
      one.lifetime()
          .expiresAt()
          .ifPresent(end -> event(file, one, end, names.getOrDefault(one.environment(), ""), now));
    line(file, "END:VCALENDAR");
    return file.toString();
  }

  private static void event(
      StringBuilder file, Credential one, Instant end, String environment, Instant now) {
    line(file, "BEGIN:VEVENT");
    line(file, "UID:" + one.id() + "@innkeeper");
    line(file, "DTSTAMP:" + STAMP.format(now));
    line(file, "DTSTART;VALUE=DATE:" + DAY.format(end));
    line(file, "SUMMARY:" + text("Password ends: " + one.account().shown()));
    String rotation =
        one.lifetime().endsBeforeRotation()
            ? "It ends before it is changed by itself."
            : "It is changed by itself before.";
    line(file, "DESCRIPTION:" + text(environment + ". Ends at " + end + ". " + rotation));
    line(file, "TRANSP:TRANSPARENT");
    line(file, "END:VEVENT");
  }

  /** What a source tells may hold anything, line ends too. */
  private static String text(String plain) {
    return plain
        .replaceAll("\\p{Cntrl}+", " ")
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,");
  }

  /** A line has at most 75 bytes; the rest follows, set in by a blank. */
  private static void line(StringBuilder file, String line) {
    int width = 0;
    for (int at = 0; at < line.length(); ) {
      int code = line.codePointAt(at);
      int bytes = Character.toString(code).getBytes(UTF_8).length;
      if (width + bytes > WIDTH) {
        file.append("\r\n ");
        width = 1;
      }
      file.appendCodePoint(code);
      width += bytes;
      at += Character.charCount(code);
    }
    file.append("\r\n");
  }
}
