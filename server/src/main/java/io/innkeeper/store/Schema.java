package io.innkeeper.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shape of a database: each of its parts with the text that defines it. */
record Schema(Map<Part, String> parts) {
  Schema {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /** What a part is, in the order in which missing ones can be made again. */
  enum Kind {
    TABLE,
    COLUMN,
    CONSTRAINT,
    FOREIGN_KEY,
    INDEX,
    VIEW,
    FUNCTION,
    TRIGGER;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** One part; a table is its own {@code table}. */
  record Part(Kind kind, String table, String name) {
    @Override
    public String toString() {
      return table.equals(name)
          ? kind.word() + " " + name
          : kind.word() + " " + name + " of " + table;
    }
  }

  /** Parts that are here but not in {@code other}; parts of a missing table count as the table. */
  List<Part> missingFrom(Schema other) {
    List<Part> missing = new ArrayList<>();
    for (Kind kind : Kind.values())
      for (Part part : parts.keySet())
        if (part.kind() == kind && !other.parts.containsKey(part)) missing.add(part);
    return missing;
  }

  /** Parts that both have but define differently. */
  List<Part> differingFrom(Schema other) {
    return parts.keySet().stream()
        .filter(part -> part.kind() != Kind.TABLE)
        .filter(part -> differs(part, other.parts.get(part)))
        .toList();
  }

  boolean hasTable(String name) {
    return parts.containsKey(new Part(Kind.TABLE, name, name));
  }

  String definition(Part part) {
    return parts.getOrDefault(part, "");
  }

  private boolean differs(Part part, @Nullable String theirs) {
    return theirs != null && !plain(definition(part)).equals(plain(theirs));
  }

  /** The same text whatever its spacing and case. */
  static String plain(String definition) {
    return definition
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .replaceAll(" ?([(),]) ?", "$1");
  }
}
