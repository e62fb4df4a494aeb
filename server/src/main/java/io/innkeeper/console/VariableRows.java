package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.VariableListView.Row;
import io.innkeeper.openwebui.Catalogue;
import io.innkeeper.openwebui.KnownVariable;
import io.innkeeper.variable.Layer;
import io.innkeeper.variable.Layers.Placed;
import io.innkeeper.variable.VariableRoom;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Variables as rows: what is set, and what is looked for among all that the app knows. */
final class VariableRows {
  private static final Sentence SEALED = Sentence.of("•••••••• ").quiet("sealed");
  private static final int LONG = 80;

  private final VariablePlace place;
  private final Role role;

  VariableRows(VariablePlace place, Role role) {
    this.place = place;
    this.role = role;
  }

  /** What is set here, or what holds a text or belongs to a group, set or not. */
  List<Row> of(String text, String group) {
    Map<String, Placed> set = new LinkedHashMap<>();
    place.placed().forEach(one -> set.put(one.given().name(), one));
    if (text.isEmpty() && group.isEmpty()) return set.values().stream().map(this::row).toList();
    String words = text.toLowerCase(Locale.ROOT);
    List<Row> rows = new ArrayList<>();
    for (Placed one : set.values()) {
      boolean free = Catalogue.find(one.given().name()).isEmpty();
      if (free && group.isEmpty() && one.given().name().toLowerCase(Locale.ROOT).contains(words))
        rows.add(row(one));
    }
    for (KnownVariable known : Catalogue.all()) {
      if (!group.isEmpty() && !known.group().equals(group)) continue;
      if (!words.isEmpty() && !VariableRoom.matches(known, words)) continue;
      if (place.app().filter(version -> !known.knownTo(version)).isPresent()) continue;
      Placed here = set.get(known.name());
      rows.add(here == null ? unset(known) : row(here));
    }
    return rows;
  }

  /** The groups, by name, with how many this place's version of the app knows. */
  Map<String, Long> groups() {
    return Catalogue.all().stream()
        .filter(known -> place.app().filter(version -> !known.knownTo(version)).isEmpty())
        .collect(Collectors.groupingBy(KnownVariable::group, TreeMap::new, Collectors.counting()));
  }

  private Row row(Placed one) {
    String name = one.given().name();
    Optional<KnownVariable> known = Catalogue.find(name);
    boolean secret = Catalogue.secret(name);
    return new Row(
        name,
        known.map(KnownVariable::says).orElse(""),
        secret ? SEALED : value(one.given().value()),
        tag(one.from()),
        note(one, known),
        verbs(one, secret));
  }

  private Row unset(KnownVariable known) {
    String standard = known.standardText().orElse("");
    Sentence value =
        known.standard().isEmpty()
            ? Sentence.NONE.quiet("the app’s default")
            : standard.isEmpty()
                ? Sentence.NONE.quiet("empty")
                : Sentence.NONE.quiet(cut(standard));
    boolean may = role.atLeast(place.changing()) && known.reserved().isEmpty();
    return new Row(
        known.name(),
        known.says(),
        value,
        Fact.Tag.plain(known.reserved().isEmpty() ? "default" : "Innkeeper’s"),
        known.reserved().orElseGet(() -> late(known)),
        may ? List.of(Action.go("Set…", form(known.name())).with("pencil")) : List.of());
  }

  private List<Action> verbs(Placed one, boolean secret) {
    if (!role.atLeast(place.changing())) return List.of();
    String name = one.given().name();
    List<Action> verbs = new ArrayList<>();
    verbs.add(Action.go(secret ? "Replace…" : "Set…", form(name)).with("pencil"));
    if (secret && role.atLeast(ADMIN))
      verbs.add(Action.ask("Reveal…", place.address() + "/reveal" + query(name)).with("eye"));
    if (one.from() == place.kind())
      verbs.add(
          Action.ask("Remove…", place.address() + "/remove" + query(name))
              .with("trash-2")
              .danger());
    return verbs;
  }

  private String form(String name) {
    return place.address() + "/set" + query(name);
  }

  static String query(String name) {
    return "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private static String note(Placed one, Optional<KnownVariable> known) {
    List<String> notes = new ArrayList<>();
    if (!one.hidden().isEmpty())
      notes.add(
          "Covers what the "
              + one.hidden().reversed().stream()
                  .map(Layer.Kind::word)
                  .collect(Collectors.joining(" and the "))
              + " says.");
    known.map(VariableRows::late).filter(words -> !words.isEmpty()).ifPresent(notes::add);
    return String.join(" ", notes);
  }

  private static String late(KnownVariable known) {
    return known.effect().equals("first-start") ? "Only the app’s first start reads it." : "";
  }

  private static Fact.Tag tag(Layer.Kind from) {
    return from == Layer.Kind.TENANT ? Fact.Tag.accent(from.word()) : Fact.Tag.plain(from.word());
  }

  private static Sentence value(String text) {
    return text.isEmpty() ? Sentence.NONE.quiet("empty") : Sentence.of(cut(text));
  }

  private static String cut(String text) {
    return text.length() <= LONG ? text : text.substring(0, LONG - 1) + "…";
  }
}
