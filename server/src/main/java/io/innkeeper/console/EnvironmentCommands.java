package io.innkeeper.console;

import static io.innkeeper.infrastructure.EnvironmentSpec.EXPIRY_EVERY;

import io.innkeeper.console.view.Commands;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.SourceKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the form of an environment says now, as a command and as a call; never with a password. */
final class EnvironmentCommands {
  private EnvironmentCommands() {}

  static Commands create(Typed typed) {
    String name = typed.given("name").orElse("NAME");
    CommandLines lines =
        CommandLines.of("environment add", "POST /api/v1/environments")
            .also("name", name)
            .with("--description", "description", typed.given("description"))
            .flag("--by-file", "byFile", !typed.value("byFile").isEmpty());
    lines = expiry(lines, typed);
    return sources(lines, typed)
        .drawer(
            "Made from what the form says now. Passwords are asked for, or read a line each.",
            "environment.create environment " + name,
            EnvironmentForm.NEW);
  }

  /** Only what differs. */
  static Commands change(Environment one, Typed typed) {
    Typed changed = typed.but(EnvironmentForm.now(Optional.of(one)).values());
    String call =
        "PATCH /api/v1/environments/%s\nIf-Match: \"%d\"".formatted(one.id(), one.version());
    CommandLines lines =
        CommandLines.of("environment change", call)
            .word(one.id().toString())
            .with("--name", "name", changed.given("name"))
            .with("--description", "description", changed.given("description"));
    boolean usual = one.expiryMinutes().isPresent() && typed.value(EXPIRY_EVERY).isEmpty();
    lines =
        usual
            ? lines.told("--expiry-every usual", "remove", List.of(EXPIRY_EVERY))
            : expiry(lines, changed);
    return sources(lines, changed)
        .drawer(
            "Made from what differs in the form now. Passwords are asked for where they are needed.",
            "environment.change environment " + one.name(),
            EnvironmentHeads.address(one) + "/change");
  }

  private static CommandLines expiry(CommandLines lines, Typed typed) {
    String minutes = typed.value(EXPIRY_EVERY);
    return minutes.matches("\\d{1,5}")
        ? lines.told("--expiry-every " + minutes, EXPIRY_EVERY, Integer.valueOf(minutes))
        : lines;
  }

  private static CommandLines sources(CommandLines lines, Typed typed) {
    CommandLines all = lines;
    for (SourceKind kind : SourceKind.values()) all = source(all, typed, kind);
    return all;
  }

  private static CommandLines source(CommandLines lines, Typed typed, SourceKind kind) {
    TypedSource source = new TypedSource(kind, typed);
    String word = kind.word();
    if (source.gone()) return lines.told("--drop " + word, "remove", List.of(word));
    Map<String, Object> body = new LinkedHashMap<>();
    CommandLines all = lines;
    for (String[] part :
        new String[][] {
          {"host", "--" + word},
          {"port", "--" + word + "-port"},
          {"username", "--" + word + "-user"},
          {"everyMinutes", "--" + word + "-every"}
        }) {
      String value = source.value(part[0]);
      if (value.isEmpty()) continue;
      all = all.option(part[1], value);
      body.put(part[0], value.matches("\\d{1,6}") ? Integer.valueOf(value) : value);
    }
    String trust = source.value("trust");
    if (!trust.isEmpty() && !body.isEmpty()) {
      all = all.option("--" + word + "-trust", trust(source, trust));
      body.put("trust", trust);
      if (trust.equals("pin")) body.put("trustText", source.value("pin"));
    }
    if (body.isEmpty()) return lines;
    return new CommandLines(all.cli(), all.call(), more(all.body(), word, body));
  }

  private static String trust(TypedSource source, String word) {
    return switch (word) {
      case "ca" -> "ca=FILE";
      case "pin" -> "pin=" + (source.value("pin").isEmpty() ? "SHA256" : source.value("pin"));
      default -> word;
    };
  }

  private static Map<String, Object> more(
      Map<String, Object> body, String word, Map<String, Object> source) {
    Map<String, Object> more = new LinkedHashMap<>(body);
    more.put(word, source);
    return more;
  }
}
