package io.innkeeper.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.cli.terminal.Terminal;
import io.innkeeper.client.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine;

/** Where a test types commands: a folder for the sign-in, an environment, perhaps a terminal. */
final class TestingDesk {
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  TestingDesk(Path folder) {
    this.folder = folder;
  }

  /** How a command ended and what it said. */
  record Said(int code, String out, String err) {
    JsonNode json() {
      try {
        return Json.LENIENT.readTree(out);
      } catch (IOException e) {
        throw new UncheckedIOException(out, e);
      }
    }

    /** The one line that {@code --quiet} answers. */
    String line() {
      return out.strip();
    }
  }

  /** From now on with this variable. */
  TestingDesk with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Path folder() {
    return folder;
  }

  /** A command as a script gives it: no terminal, nothing to read. */
  Said run(String... words) {
    return run("", false, words);
  }

  /** A command that must succeed. */
  Said done(String... words) {
    Said said = run(words);
    if (said.code() != 0) throw new AssertionError(String.join(" ", words) + ": " + said);
    return said;
  }

  /** A command with these lines as its input. */
  Said fed(String lines, String... words) {
    return run(lines, false, words);
  }

  /** A command on a terminal where a person types these lines. */
  Said typed(String lines, String... words) {
    return run(lines, true, words);
  }

  /** The commands as their model has them. */
  CommandLine commands() {
    return Innkeeper.model(
        terminal("", false, OutputStream.nullOutputStream(), OutputStream.nullOutputStream()),
        folder);
  }

  private Said run(String lines, boolean interactive, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = terminal(lines, interactive, out, err);
    int code = Innkeeper.run(terminal, folder, Clock.systemDefaultZone(), words);
    return new Said(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  private Terminal terminal(String lines, boolean interactive, OutputStream out, OutputStream err) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("NO_COLOR", "1");
    return Terminal.of(
        new ByteArrayInputStream(lines.getBytes(UTF_8)),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        all,
        interactive);
  }
}
