package io.innkeeper;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that this process has mapped, above all the AOT cache, of which a start touches every
 * class. What is touched again comes back from the file.
 */
final class MappedFiles {
  private static final Logger log = LoggerFactory.getLogger(MappedFiles.class);
  private static final Path MAPS = Path.of("/proc/self/maps");
  private static final Pattern READ_ONLY = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) r-.*? /.*");
  private static final int HEXADECIMAL = 16;

  /** {@code MADV_PAGEOUT} of Linux, madvise(2). */
  private static final int PAGE_OUT = 21;

  private MappedFiles() {}

  /** Gives them back once, when the work of the start and its compilers has calmed down. */
  static void giveBackAfter(Duration calm) {
    Executor later = CompletableFuture.delayedExecutor(calm.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture.runAsync(MappedFiles::giveBack, later);
  }

  /**
   * Gives all pages of maps that can't be written back to the system. Elsewhere than on Linux, for
   * a file that this process may not write, and where a page is in use by others too, nothing
   * happens.
   */
  static void giveBack() {
    if (!Files.isReadable(MAPS)) return;
    try {
      MethodHandle advise = advise();
      for (String line : Files.readAllLines(MAPS)) {
        Matcher map = READ_ONLY.matcher(line);
        if (!map.matches()) continue;
        long begin = Long.parseUnsignedLong(map.group(1), HEXADECIMAL);
        long bytes = Long.parseUnsignedLong(map.group(2), HEXADECIMAL) - begin;
        int error = (int) advise.invokeExact(MemorySegment.ofAddress(begin), bytes, PAGE_OUT);
        if (error != 0) log.debug("Not given back: {}", line);
      }
    } catch (IOException e) {
      log.debug("What is mapped can't be read", e);
    } catch (Throwable e) {
      // Nothing else hangs on it.
      log.warn("What is mapped can't be given back: {}", e.toString());
    }
  }

  private static MethodHandle advise() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("madvise"),
        FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  }
}
