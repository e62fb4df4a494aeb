package io.innkeeper.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.innkeeper.log.LogFolder.Part;
import io.innkeeper.log.LogSettings.Level;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The last of the server's log, in files of the home: what was said before a restart or a crash can
 * still be read. One process at a time keeps it. Thread-safe.
 */
public final class KeptLog implements AutoCloseable {
  private static final long MIB = 1 << 20;

  private final LogFolder folder;
  private final @Nullable Keeping keeping;

  private record Keeping(LogFile file, FileChannel gate) {}

  /**
   * What somebody looks for.
   *
   * @param text in upper or lower case; empty for all
   */
  public record Wish(Level least, String text) {
    /** Everything. */
    public static final Wish ALL = new Wish(Level.DEBUG, "");

    public Wish {
      text = text.strip().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Some of it, the oldest first.
   *
   * @param begin the place before which older ones are; 0 when there are none
   * @param end the place after which newer ones will be
   */
  public record Stretch(List<LogEntry> entries, long begin, long end) {
    public Stretch {
      entries = List.copyOf(entries);
    }
  }

  /** A file of it. */
  public record File(String name, long bytes, Instant changed) {}

  private KeptLog(LogFolder folder, @Nullable Keeping keeping) {
    this.folder = folder;
    this.keeping = keeping;
  }

  /** Begins to keep it in a folder, unless another process does so there. */
  public static KeptLog open(Path path, LogSettings settings) {
    if (settings.keepMib() == 0) return new KeptLog(new LogFolder(path), null);
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    try {
      LogFolder folder = LogFolder.made(path);
      @Nullable FileChannel gate = gate(path);
      if (gate == null) return new KeptLog(folder, null);
      LogFile file = new LogFile(folder, settings.keepMib() * MIB / LogFolder.FILES);
      file.setContext(context);
      file.start();
      context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(file);
      return new KeptLog(folder, new Keeping(file, gate));
    } catch (IOException e) {
      // A log that can't be kept is no reason not to serve.
      context.getLogger(KeptLog.class).warn("The log can't be kept in {}: {}", path, e.toString());
      return new KeptLog(new LogFolder(path), null);
    }
  }

  private static @Nullable FileChannel gate(Path path) throws IOException {
    FileChannel gate =
        FileChannel.open(
            path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      @Nullable FileLock held = gate.tryLock();
      if (held != null) return gate;
    } catch (OverlappingFileLockException e) {
      // Another server of this same process keeps it.
    }
    gate.close();
    return null;
  }

  /** Whether this process keeps it. */
  public boolean kept() {
    return keeping != null;
  }

  /** Where it is. */
  public Path path() {
    return folder.path();
  }

  /** The newest that match, at most so many. */
  public Stretch last(Wish wish, int most) {
    return before(Long.MAX_VALUE, wish, most);
  }

  /** The newest of those that stand before a place and match, at most so many. */
  public Stretch before(long place, Wish wish, int most) {
    try {
      List<Part> parts = folder.parts();
      if (parts.isEmpty()) return new Stretch(List.of(), 0, 0);
      long first = parts.getFirst().start();
      long end = Math.clamp(place, first, parts.getLast().end());
      Deque<LogEntry> found = new ArrayDeque<>();
      long at = end;
      while (at > first && found.size() < most) {
        LogBlock block = LogBlock.before(parts, at);
        List<LogEntry> entries = block.entries();
        for (int i = entries.size() - 1; i >= 0 && found.size() < most; i--)
          if (entries.get(i).matches(wish.least(), wish.text())) found.addFirst(entries.get(i));
        at = block.start();
      }
      boolean older = found.size() == most && found.getFirst().place() > first;
      return new Stretch(List.copyOf(found), older ? found.getFirst().place() : 0, end);
    } catch (IOException e) {
      throw new UncheckedIOException("the log in " + folder.path() + " can't be read", e);
    }
  }

  /** Those that match and came after a place. */
  public Stretch after(long place, Wish wish) {
    try {
      List<LogEntry> found = new ArrayList<>();
      long at = place;
      for (Part part : folder.parts()) {
        if (part.end() <= at) continue;
        at = Math.max(at, part.start());
        LogBlock.of(part, at).entries().stream()
            .filter(one -> one.matches(wish.least(), wish.text()))
            .forEach(found::add);
        at = part.end();
      }
      return new Stretch(found, place, at);
    } catch (IOException e) {
      throw new UncheckedIOException("the log in " + folder.path() + " can't be read", e);
    }
  }

  /** The files, the newest first. */
  public List<File> files() {
    try {
      return folder.parts().reversed().stream()
          .map(part -> new File(part.name(), part.size(), part.changed()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the log in " + folder.path() + " can't be read", e);
    }
  }

  /** Where one of the files is, by its name and no other. */
  public Optional<Path> file(String name) {
    try {
      return folder.parts().stream()
          .filter(part -> part.name().equals(name))
          .map(Part::file)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("the log in " + folder.path() + " can't be read", e);
    }
  }

  /** Writes all of it, the oldest first. */
  public void copy(OutputStream out) throws IOException {
    for (Part part : folder.parts()) Files.copy(part.file(), out);
  }

  @Override
  public void close() throws IOException {
    if (keeping == null) return;
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(keeping.file());
    keeping.file().close();
    keeping.gate().close();
  }
}
