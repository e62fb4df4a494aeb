package io.innkeeper.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real JVM of its own with a small heap, on the test's class path; ended when closed. */
public final class TestingProcess implements AutoCloseable {
  private final Process process;
  private final Path output;

  private TestingProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts a main class; what it prints, to either stream, goes to a file in {@code directory}. */
  public static TestingProcess start(Class<?> main, Path directory, List<String> words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
    command.addAll(words);
    try {
      Path output = Files.createTempFile(directory, "process", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("INNKEEPER_"));
      return new TestingProcess(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whatever it has printed so far. */
  public String output() {
    try {
      return Files.readString(output, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean running() {
    return process.isAlive();
  }

  /** Asks it to stop, as systemd does. */
  public TestingProcess stop() {
    process.destroy();
    return this;
  }

  /** Ends it as {@code kill -9} does and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Waits for its end and gives its exit code. */
  public int exitCode() {
    try {
      if (!process.waitFor(3, TimeUnit.MINUTES))
        throw new IllegalStateException("still running:\n" + output());
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
