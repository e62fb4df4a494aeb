package io.innkeeper.engine.docker;

import io.innkeeper.engine.ContainerSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which values of a container were asked for, kept in a label of its own. The engine mixes an
 * image's environment, labels, command and health check into the container's, so that afterwards
 * nobody can tell {@code PORT=8080} from the image and {@code PORT=8080} that was asked for; with
 * this note, what was asked reads back exactly.
 */
record Asked(Set<String> parts) {
  private static final String LABEL = "io.innkeeper.asked";
  private static final String COMMAND = "command";
  private static final String HEALTH = "health";

  static Asked of(ContainerSpec spec) {
    return of(
        spec.environment().keySet(),
        spec.labels().keySet(),
        !spec.command().isEmpty(),
        !spec.health().command().isEmpty());
  }

  static Asked of(Set<String> variables, Set<String> labels, boolean command, boolean health) {
    Set<String> parts = new TreeSet<>();
    variables.forEach(name -> parts.add(variablePart(name)));
    labels.forEach(name -> parts.add(labelPart(name)));
    if (command) {
      parts.add(COMMAND);
    }
    if (health) {
      parts.add(HEALTH);
    }
    return new Asked(parts);
  }

  /** The note on a container; empty for one that somebody else made. */
  static Optional<Asked> on(Map<String, String> labels) {
    return Optional.ofNullable(labels.get(LABEL))
        .map(note -> new Asked(new TreeSet<>(Set.of(note.split(" ")))));
  }

  Map<String, String> addTo(Map<String, String> labels) {
    Map<String, String> all = new LinkedHashMap<>(labels);
    all.put(LABEL, String.join(" ", parts));
    return all;
  }

  boolean variable(String name) {
    return parts.contains(variablePart(name));
  }

  boolean label(String name) {
    return parts.contains(labelPart(name));
  }

  boolean command() {
    return parts.contains(COMMAND);
  }

  boolean health() {
    return parts.contains(HEALTH);
  }

  private static String variablePart(String name) {
    return "env:" + name;
  }

  private static String labelPart(String name) {
    return "label:" + name;
  }
}
