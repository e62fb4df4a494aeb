package io.innkeeper;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * This process becomes the same program anew: the words it was started with, the same process id,
 * and whoever watches over it (a service, a container, a shell) sees no end. What is installed in
 * its place by then is what starts.
 */
final class Rebirth {
  private static final int FIRST_BEYOND_STANDARD = 3;
  private static final int CLOSE_ON_EXEC = 4;

  private final Path program;
  private final List<byte[]> words;
  private final MethodHandle execv;
  private final MethodHandle closeRange;

  private Rebirth(Path program, List<byte[]> words, MethodHandle execv, MethodHandle closeRange) {
    this.program = program;
    this.words = words;
    this.execv = execv;
    this.closeRange = closeRange;
  }

  /**
   * Everything that it takes, found while the server still serves.
   *
   * @throws Fault CONFLICT when something of it is missing
   */
  static Rebirth prepared() {
    Path program = Path.of("/proc/self/exe");
    try {
      program = Files.readSymbolicLink(program);
      if (!Files.isExecutable(program))
        throw impossible("the Java that it runs on is gone (" + program + ")");
      return new Rebirth(
          program,
          words(Files.readAllBytes(Path.of("/proc/self/cmdline"))),
          handle("execv", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS)),
          handle("close_range", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT)));
    } catch (IOException e) {
      throw impossible("this system doesn't tell how it was started").because(e);
    } catch (IllegalCallerException e) {
      throw impossible("it was started without --enable-native-access=ALL-UNNAMED").because(e);
    }
  }

  /** Does it; comes back only when the system refuses. */
  void now() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment list = arena.allocate(ADDRESS, words.size() + 1L);
      for (int i = 0; i < words.size(); i++) list.setAtIndex(ADDRESS, i, text(arena, words.get(i)));
      list.setAtIndex(ADDRESS, words.size(), MemorySegment.NULL);
      // Files and connections that are open would stay so, and their locks with them.
      int _ = (int) closeRange.invokeExact(FIRST_BEYOND_STANDARD, -1, CLOSE_ON_EXEC);
      int _ = (int) execv.invokeExact(text(arena, program.toString().getBytes(UTF_8)), list);
    } catch (Throwable e) { // what a call into the system declares
      throw new IllegalStateException("the program could not be started anew", e);
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle handle(String name, FunctionDescriptor form) {
    Linker linker = Linker.nativeLinker();
    MemorySegment function =
        linker
            .defaultLookup()
            .find(name)
            .orElseThrow(() -> impossible("this system has no " + name));
    return linker.downcallHandle(function, form);
  }

  private static List<byte[]> words(byte[] line) {
    List<byte[]> words = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < line.length; i++) {
      if (line[i] != 0) continue;
      words.add(java.util.Arrays.copyOfRange(line, begin, i));
      begin = i + 1;
    }
    return words;
  }

  private static MemorySegment text(Arena arena, byte[] bytes) {
    MemorySegment text = arena.allocate(bytes.length + 1L);
    MemorySegment.copy(bytes, 0, text, java.lang.foreign.ValueLayout.JAVA_BYTE, 0, bytes.length);
    return text;
  }

  private static Fault impossible(String why) {
    return Fault.conflict("restart-impossible", "The server can't start itself again: " + why + ".")
        .advising("Stop it and start it where it was started.");
  }
}
