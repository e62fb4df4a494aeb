package io.innkeeper.engine.docker;

import io.innkeeper.engine.ContainerEngine.LogLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Puts one output stream's frames together to lines. Each frame begins with its time; the engine
 * cuts a long line into several frames, of which only the last ends with a line feed.
 */
final class LogLines {
  /** Longer lines are given in pieces, so that a flood without line feeds can't fill the memory. */
  private static final int LONGEST = 64 * 1024;

  private final boolean error;
  private final Consumer<LogLine> sink;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private Instant at = Instant.EPOCH;

  LogLines(boolean error, Consumer<LogLine> sink) {
    this.error = error;
    this.sink = sink;
  }

  void add(byte[] frame) {
    int text = takeTime(frame);
    boolean whole = frame.length > 0 && frame[frame.length - 1] == '\n';
    line.write(frame, text, frame.length - text - (whole ? 1 : 0));
    if (whole || line.size() >= LONGEST) {
      give();
    }
  }

  /** The log has ended: what is left is a line too. */
  void end() {
    if (line.size() > 0) {
      give();
    }
  }

  /** Reads the time in front; returns where the text begins. */
  private int takeTime(byte[] frame) {
    int space = 0;
    while (space < frame.length && frame[space] != ' ') {
      space++;
    }
    try {
      Instant time = Instant.parse(new String(frame, 0, space, StandardCharsets.UTF_8));
      if (line.size() == 0) {
        at = time;
      }
      return Math.min(space + 1, frame.length);
    } catch (DateTimeException noTimeInFront) {
      return 0;
    }
  }

  private void give() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    sink.accept(
        new LogLine(at, error, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text));
  }
}
