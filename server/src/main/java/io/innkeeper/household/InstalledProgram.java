package io.innkeeper.household;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program of this machine that tells its version. */
final class InstalledProgram {
  private static final int PATIENCE_SECONDS = 5;
  private static final int MOST = 4096;
  private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)+[\\w.+~-]*");

  private InstalledProgram() {}

  /** What stands in its first words like a version; empty when it isn't there or doesn't answer. */
  static Optional<String> version(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      // What hangs is ended, so that reading its output ends too.
      process
          .onExit()
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .whenComplete(
              (ended, late) -> {
                if (late != null) process.destroyForcibly();
              });
      String said = new String(process.getInputStream().readNBytes(MOST), UTF_8);
      Matcher version = VERSION.matcher(said);
      return process.waitFor() == 0 && version.find()
          ? Optional.of(version.group())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
