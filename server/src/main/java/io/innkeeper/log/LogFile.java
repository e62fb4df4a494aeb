package io.innkeeper.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes the log into files of bounded size. It never stops the program: a line that a full disk
 * takes no more is lost here, and still goes to the standard error.
 */
final class LogFile extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final LogLine layout = new LogLine();
  private final LogFolder folder;
  private final long most;
  private OutputStream out;
  private long size;
  private boolean torn;

  /**
   * Goes on where the last process ended.
   *
   * @param most how many bytes a file holds
   */
  LogFile(LogFolder folder, long most) throws IOException {
    this.folder = folder;
    this.most = most;
    List<LogFolder.Part> parts = folder.parts();
    if (parts.isEmpty()) {
      out = new FileOutputStream(folder.create(0).toFile(), true);
    } else {
      LogFolder.Part last = parts.getLast();
      size = last.size();
      // The last process may have died in the middle of a line.
      torn = size > 0;
      out = new FileOutputStream(last.file().toFile(), true);
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    try {
      write(layout.doLayout(event));
    } catch (IOException e) {
      torn = true;
      addWarn("a line could not be kept", e);
    }
  }

  private void write(String line) throws IOException {
    byte[] bytes = (torn ? "\n" + line : line).getBytes(UTF_8);
    if (size > 0 && size + bytes.length > most) turn();
    // In one write, so that a reader never sees half an event.
    out.write(bytes);
    size += bytes.length;
    torn = false;
  }

  private void turn() throws IOException {
    long next = folder.parts().getLast().end();
    OutputStream full = out;
    out = new FileOutputStream(folder.create(next).toFile(), true);
    full.close();
    size = 0;
    folder.prune();
  }

  @Override
  public void close() throws IOException {
    stop();
    out.close();
  }
}
