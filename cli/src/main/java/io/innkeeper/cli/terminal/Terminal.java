package io.innkeeper.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Where answers go and questions are asked. Answers on one stream, all other words on the other.
 */
public final class Terminal {
  private static final int USUAL_COLUMNS = 80;

  private final BufferedReader in;
  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;
  private final boolean interactive;
  private final Optional<Console> console;

  private Terminal(
      InputStream in,
      PrintStream out,
      PrintStream err,
      Map<String, String> environment,
      boolean interactive,
      Optional<Console> console) {
    this.in = new BufferedReader(new InputStreamReader(in, UTF_8));
    this.out = out;
    this.err = err;
    this.environment = Map.copyOf(environment);
    this.interactive = interactive;
    this.console = console;
  }

  /** The terminal this process was started on. */
  public static Terminal ofProcess() {
    Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    return new Terminal(
        System.in,
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
        System.getenv(),
        console.isPresent(),
        console);
  }

  /** Streams in place of a terminal; {@code interactive} as if a person sat there. */
  public static Terminal of(
      InputStream in,
      PrintStream out,
      PrintStream err,
      Map<String, String> environment,
      boolean interactive) {
    return new Terminal(in, out, err, environment, interactive, Optional.empty());
  }

  public PrintStream out() {
    return out;
  }

  public PrintStream err() {
    return err;
  }

  /** A variable of the environment; an empty one counts as absent. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** Whether a person sits there who can be asked and shown progress. */
  public boolean interactive() {
    return interactive;
  }

  public boolean colour() {
    return interactive
        && variable("NO_COLOR").isEmpty()
        && !variable("TERM").orElse("").equals("dumb");
  }

  public int columns() {
    return variable("COLUMNS")
        .filter(text -> text.matches("\\d{2,4}"))
        .map(Integer::parseInt)
        .orElse(USUAL_COLUMNS);
  }

  public String toned(Tone tone, String text) {
    return colour() ? tone.on(text) : text;
  }

  /** Asks for one line; empty when nobody can be asked any more. */
  public Optional<String> ask(String question) {
    err.print(question + " ");
    err.flush();
    return line();
  }

  /** Asks for a password without showing it. */
  public Optional<String> askSecretly(String question) {
    if (console.isEmpty()) return ask(question);
    return Optional.ofNullable(console.get().readPassword("%s ", question))
        .map(
            typed -> {
              String password = new String(typed);
              Arrays.fill(typed, ' ');
              return password;
            });
  }

  /** One line of the input. */
  public Optional<String> line() {
    try {
      return Optional.ofNullable(in.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException("The input could not be read", e);
    }
  }
}
