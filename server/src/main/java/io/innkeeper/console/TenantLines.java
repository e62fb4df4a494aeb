package io.innkeeper.console;

import io.innkeeper.console.view.LogLine;
import io.innkeeper.engine.ContainerEngine;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a container writes, line by line, without what could move the reader's eye or cursor. */
final class TenantLines {
  // The app begins lines with its own time, or with uvicorn's “INFO:”; both stand in columns here.
  private static final Pattern HEAD =
      Pattern.compile(
          "^(?:\\d{4}-\\d\\d-\\d\\d[ T][\\d:.,]+\\s*\\|?\\s*)?(?:\\[?(DEBUG|INFO|WARNING|WARN|ERROR|CRITICAL)\\]?\\s*[:|-]?\\s+)?");
  private static final Pattern COLOUR = Pattern.compile("\\p{Cntrl}\\[[0-9;]*m");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final Moments moments;

  TenantLines(Moments moments) {
    this.moments = moments;
  }

  LogLine line(ContainerEngine.LogLine line) {
    String text =
        CONTROL.matcher(COLOUR.matcher(line.text()).replaceAll("")).replaceAll(" ").strip();
    Matcher head = HEAD.matcher(text);
    if (!head.find()) return new LogLine(time(line), "", text, "");
    String level = head.group(1) == null ? "" : head.group(1);
    return new LogLine(time(line), word(level), text.substring(head.end()), css(level));
  }

  private String time(ContainerEngine.LogLine line) {
    return moments.second(line.at()).words();
  }

  private static String word(String level) {
    return level.equals("WARNING") ? "WARN" : level;
  }

  private static String css(String level) {
    return switch (level) {
      case "WARN", "WARNING" -> "warn";
      case "ERROR", "CRITICAL" -> "bad";
      default -> "";
    };
  }
}
