package io.innkeeper.cli.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Terminal;
import io.innkeeper.cli.terminal.When;
import io.innkeeper.client.Answer;
import io.innkeeper.client.Fingerprint;
import io.innkeeper.client.InnkeeperClient;
import io.innkeeper.client.Json;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a command stands: its connection, made when first needed, and its ways to answer. */
public final class Desk implements AutoCloseable {
  private final Terminal terminal;
  private final Options options;
  private final SignInFile file;
  private final Connections connections;
  private final When when;
  private @Nullable InnkeeperClient client;

  public Desk(Terminal terminal, Options options, Path folder, Clock clock) {
    this.terminal = terminal;
    this.options = options;
    this.file = new SignInFile(folder.resolve("cli.json"));
    this.connections = new Connections(terminal, options, file);
    this.when = new When(clock);
  }

  public Terminal terminal() {
    return terminal;
  }

  public Options options() {
    return options;
  }

  public When when() {
    return when;
  }

  public SignInFile signInFile() {
    return file;
  }

  /** The server meant by option, environment or sign-in. */
  public URI server() {
    return connections.server();
  }

  /** The fingerprint somebody compared with this server's before. */
  public Optional<Fingerprint> compared(URI server) {
    return connections.compared(server);
  }

  /**
   * A fingerprint as typed.
   *
   * @throws Refusal when it isn't one
   */
  public static Fingerprint fingerprint(String typed) {
    return Connections.fingerprint(typed);
  }

  /**
   * The connection of whoever is signed in.
   *
   * @throws Refusal when nobody is
   */
  public InnkeeperClient client() {
    if (client == null) client = connections.open();
    return client;
  }

  /**
   * The kept sign-in, for what only a person does.
   *
   * @throws Refusal when there is none
   */
  public SignIn signIn() {
    return file.read()
        .filter(kept -> kept.server().equals(server()))
        .orElseThrow(() -> Connections.notSignedIn(server()));
  }

  /** A time as typed, seen from now. */
  public Instant instant(Moment typed) {
    return typed.before(when.clock());
  }

  /** One sentence about what is now so; programs and the quiet don't hear it. */
  public void tell(String sentence) {
    if (options.json() || options.quiet()) return;
    terminal.out().println(sentence);
  }

  /** An answer: as it is for programs, its name for the quiet, in words for people. */
  public <T> void show(
      Answer answer, Class<T> type, Function<T, String> name, Function<T, String> words) {
    if (options.json()) {
      json(answer.json());
      return;
    }
    T value = answer.as(type);
    String text = (options.quiet() ? name : words).apply(value);
    if (text.isEmpty()) return;
    terminal.out().print(text.endsWith("\n") ? text : text + "\n");
  }

  /** Rows as a table, or one sentence when there are none. */
  public <T> void table(Table<T> table, List<T> rows, String whenNone) {
    if (options.quiet()) {
      rows.forEach(row -> terminal.out().println(table.key(row)));
    } else if (rows.isEmpty()) {
      terminal.err().println(whenNone);
    } else {
      terminal.out().print(table.rendered(rows, terminal.colour()));
    }
  }

  /** The JSON of an answer. */
  public void json(JsonNode answer) {
    try {
      terminal
          .out()
          .println(Json.LENIENT.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Has a person type the name of what will be gone, unless it was given as {@code --yes}.
   *
   * @param happens what will happen, one sentence
   */
  public void demandConfirmed(String name, Optional<String> yes, String happens) {
    if (yes.isPresent()) {
      if (yes.get().equals(name)) return;
      throw new Refusal(
          ExitCode.NOT_CONFIRMED,
          "--yes says “" + yes.get() + "”, but this is about " + name + ". Nothing was done.",
          "");
    }
    if (!terminal.interactive()) {
      throw new Refusal(
          ExitCode.NOT_CONFIRMED,
          happens + " It was not confirmed, so nothing was done.",
          "Add --yes " + name);
    }
    terminal.err().println(happens);
    if (terminal
        .ask("Type " + name + " to go on:")
        .map(String::strip)
        .filter(name::equals)
        .isPresent()) return;
    throw new Refusal(ExitCode.NOT_CONFIRMED, "Not confirmed. Nothing was done.", "");
  }

  @Override
  public void close() {
    terminal.out().flush();
    if (client != null) client.close();
  }
}
