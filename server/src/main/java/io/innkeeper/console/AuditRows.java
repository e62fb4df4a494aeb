package io.innkeeper.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.Json;
import io.innkeeper.console.view.AuditListView;
import io.innkeeper.console.view.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lines of the audit as people read them, by day. */
final class AuditRows {
  private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
  private static final int FEW = 4;
  private static final int LONGEST = 60;

  private final Moments moments;

  AuditRows(Moments moments) {
    this.moments = moments;
  }

  List<AuditListView.Day> days(List<AuditLine> lines) {
    Map<String, List<AuditListView.Row>> days = new LinkedHashMap<>();
    for (AuditLine line : lines)
      days.computeIfAbsent(moments.day(line.at()), day -> new ArrayList<>()).add(row(line));
    return days.entrySet().stream()
        .map(day -> new AuditListView.Day(day.getKey(), day.getValue()))
        .toList();
  }

  private AuditListView.Row row(AuditLine line) {
    return new AuditListView.Row(
        moments.second(line.at()),
        line.actor().name(),
        line.verb(),
        subject(line),
        change(line),
        from(line.actor()),
        line.result(),
        !line.result().equals("done"),
        line.actor().requestId());
  }

  /** The verb's noun is not said twice. */
  private static String subject(AuditLine line) {
    String noun = line.verb().replaceFirst("\\..*", "") + " ";
    return line.subject().startsWith(noun)
        ? line.subject().substring(noun.length())
        : line.subject();
  }

  private static String from(Actor actor) {
    return switch (actor.kind()) {
      case SYSTEM -> "this server";
      case TOKEN -> "API, " + actor.address();
      case OPERATOR -> actor.address();
    };
  }

  private static Sentence change(AuditLine line) {
    Map<String, Object> before = values(line.before());
    Map<String, Object> after = values(line.after());
    Sentence all = Sentence.NONE;
    if (before.isEmpty() && after.size() > FEW)
      all = all.strong("new").plain(", " + after.size() + " values");
    else if (after.isEmpty() && before.size() > FEW)
      all = all.strong("gone").plain(", " + before.size() + " values");
    else all = each(before, after);
    if (line.note().isEmpty()) return all;
    return (all.isEmpty() ? all : all.plain("; ")).plain(line.note());
  }

  private static Sentence each(Map<String, Object> before, Map<String, Object> after) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    Sentence all = Sentence.NONE;
    for (String name : names) {
      all = (all.isEmpty() ? all : all.plain(", ")).plain(name + " ");
      if (before.containsKey(name)) all = all.quiet(shown(before.get(name))).plain(" → ");
      all = after.containsKey(name) ? all.strong(shown(after.get(name))) : all.plain("none");
    }
    return all;
  }

  private static String shown(@Nullable Object value) {
    String text = String.valueOf(value);
    if (text.isEmpty()) return "none";
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  // A line edited by hand must still be readable here, so that it can be found.
  private static Map<String, Object> values(String json) {
    try {
      return Json.LENIENT.readValue(json, VALUES);
    } catch (JsonProcessingException edited) {
      return Map.of("unreadable", json);
    }
  }
}
