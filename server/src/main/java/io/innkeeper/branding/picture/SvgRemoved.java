package io.innkeeper.branding.picture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what cleaning takes out, by kind. */
final class SvgRemoved {
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  void add(String kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  /** “1 script”, “3 event handlers”. */
  List<String> words() {
    return counts.entrySet().stream()
        .map(each -> each.getValue() + " " + each.getKey() + (each.getValue() == 1 ? "" : "s"))
        .toList();
  }
}
