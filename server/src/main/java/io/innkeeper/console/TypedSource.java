package io.innkeeper.console;

import io.innkeeper.client.SourceInput;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import io.innkeeper.infrastructure.Trust;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was typed about one source of an environment; the password is read apart, and not kept. */
record TypedSource(SourceKind kind, Typed typed) {
  private static final int LARGEST_CA = 64 * 1024;
  private static final List<String> NAMES =
      List.of(
          "host",
          "port",
          "username",
          "password",
          "trust",
          "ca",
          "pin",
          "seen",
          "everyMinutes",
          "enabled",
          "gone");

  /**
   * The fields of a source, as they were posted; a chosen file of authorities stands for itself.
   */
  static Map<String, String> posted(Call call, SourceKind kind) {
    Map<String, String> values = new HashMap<>();
    for (String name : NAMES) {
      String field = kind.word() + "." + name;
      values.put(field, call.form(field).or(() -> call.query(field)).orElse("").strip());
    }
    values.put(kind.word() + ".password", "");
    call.upload(kind.word() + ".caFile", LARGEST_CA)
        .ifPresent(
            file ->
                values.put(
                    kind.word() + ".ca", new String(file.bytes(), StandardCharsets.US_ASCII)));
    String seen = values.getOrDefault(kind.word() + ".seen", "");
    if (!seen.isEmpty()) {
      values.put(kind.word() + ".trust", "pin");
      values.put(kind.word() + ".pin", seen);
    }
    return values;
  }

  /** As it is, or as is usual. */
  static Map<String, String> now(SourceKind kind, Optional<Source> source) {
    Map<String, String> values = new HashMap<>();
    for (String name : NAMES) values.put(kind.word() + "." + name, "");
    Trust trust = source.map(one -> one.spec().trust()).orElse(Trust.SYSTEM);
    int usual = kind == SourceKind.MANAGER ? SourceSpec.USUAL_MINUTES : 0;
    String word = kind.word();
    values.put(word + ".host", source.map(one -> one.spec().at().host()).orElse(""));
    values.put(word + ".port", source.map(one -> "" + one.spec().at().port()).orElse("443"));
    values.put(word + ".username", source.map(one -> one.spec().username()).orElse(""));
    values.put(word + ".trust", trust.kind().word());
    if (trust.kind() == Trust.Kind.CA) values.put(word + ".ca", trust.text().strip());
    if (trust.kind() == Trust.Kind.PIN) values.put(word + ".pin", trust.text());
    values.put(
        word + ".everyMinutes",
        source.map(one -> "" + one.spec().everyMinutes()).orElse("" + usual));
    boolean enabled = source.map(one -> one.spec().enabled()).orElse(true);
    values.put(word + ".enabled", enabled ? "on" : "");
    return values;
  }

  String value(String name) {
    return typed.value(kind.word() + "." + name);
  }

  /** Whether it is to be taken away. */
  boolean gone() {
    return !value("gone").isEmpty();
  }

  /** Nothing was typed that says where it is: there is none. */
  boolean none(Call call) {
    return value("host").isEmpty() && value("username").isEmpty() && password(call).isEmpty();
  }

  /** Exactly as typed: a space may belong to it. */
  Optional<String> password(Call call) {
    return call.form(kind.word() + ".password");
  }

  SourceInput input(Call call) {
    String trust = value("trust").isEmpty() ? "system" : value("trust");
    return new SourceInput(
        value("host"),
        number("port", 443),
        value("username"),
        password(call).orElse(null),
        trust,
        trust.equals("ca") ? value("ca") : trust.equals("pin") ? value("pin") : "",
        !value("enabled").isEmpty(),
        number("everyMinutes", 0));
  }

  /** What is no number is none that can be, and refused by its field. */
  int number(String name, int empty) {
    String text = value(name);
    if (text.isEmpty()) return empty;
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
  }

  /** How to trust is refused under one name; it is said where it was typed. */
  static Typed refused(Typed typed, Fault fault) {
    Typed after = typed.refusedBy(fault);
    Map<String, String> problems = new HashMap<>(after.problems());
    for (SourceKind kind : SourceKind.values()) {
      String trust = kind.word() + ".trust";
      String way = typed.value(trust);
      String said = problems.get(trust);
      if (said != null && List.of("ca", "pin").contains(way)) {
        problems.remove(trust);
        problems.put(kind.word() + "." + way, said);
      }
      String whole = problems.remove(kind.word());
      if (whole != null) problems.put(kind.word() + ".host", whole);
    }
    return new Typed(typed.values(), problems);
  }
}
