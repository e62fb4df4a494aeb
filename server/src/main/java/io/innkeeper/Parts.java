package io.innkeeper;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been opened, to be closed in reverse: each part, even when one before it fails. A
 * failure ends in the log, since nobody can do more about it than end the program.
 */
final class Parts implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Parts.class);

  private record Part(String name, AutoCloseable closing) {}

  private final Deque<Part> opened = new ArrayDeque<>();

  /** Is closed before everything that was added before it. */
  void add(String name, AutoCloseable part) {
    opened.push(new Part(name, part));
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) close(opened.pop());
  }

  private static void close(Part part) {
    try {
      part.closing().close();
    } catch (Exception e) {
      // Whatever is wrong with one part, the others' ports, locks and files must not stay open.
      if (e instanceof InterruptedException) Thread.currentThread().interrupt();
      log.error("{} could not be closed", part.name(), e);
    }
  }
}
