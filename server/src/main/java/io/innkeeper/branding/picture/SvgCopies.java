package io.innkeeper.branding.picture;

import io.innkeeper.fault.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts what a picture would unfold to: ten parts that each copy the one before ten times are a
 * bomb of a few lines.
 */
final class SvgCopies {
  private static final long MOST = 50_000;

  /** One element with an id, or the root: what it holds and what it copies. */
  private static final class Part {
    long elements = 1;
    final List<String> copies = new ArrayList<>();
    final List<String> classes = new ArrayList<>();
    final List<Part> inside = new ArrayList<>();
  }

  private final Map<String, Part> named = new HashMap<>();
  private final Map<String, List<String>> byClass = new HashMap<>();
  private final Part root = new Part();
  private final Deque<Part> open = new ArrayDeque<>(List.of(root));

  /** Elements of a class copy a part. */
  void styled(String name, String id) {
    byClass.computeIfAbsent(name, any -> new ArrayList<>()).add(id);
  }

  void wears(String classes) {
    open.getFirst().classes.addAll(List.of(classes.strip().split("\\s+")));
  }

  void entered(String id) {
    Part above = open.getFirst();
    if (id.isEmpty()) {
      above.elements++;
      open.push(above);
      return;
    }
    Part part = new Part();
    named.putIfAbsent(id, part);
    above.inside.add(part);
    open.push(part);
  }

  void left() {
    open.pop();
  }

  void copied(String id) {
    open.getFirst().copies.add(id);
  }

  /**
   * @throws Fault INVALID when a part copies itself or too much would be drawn
   */
  void refuseTooMany() {
    if (drawn(root, new HashMap<>(), new HashSet<>()) > MOST)
      throw bomb("The SVG copies its own parts so often that it would draw for ever.");
  }

  private long drawn(Part part, Map<Part, Long> known, Set<Part> above) {
    Long before = known.get(part);
    if (before != null) return before;
    if (!above.add(part)) throw bomb("A part of the SVG copies itself.");
    long sum = part.elements;
    for (Part inside : part.inside) sum = Math.min(MOST + 1, sum + drawn(inside, known, above));
    List<String> copies = new ArrayList<>(part.copies);
    for (String name : part.classes) copies.addAll(byClass.getOrDefault(name, List.of()));
    for (String copy : copies) {
      Part other = named.get(copy);
      if (other != null) sum = Math.min(MOST + 1, sum + drawn(other, known, above));
    }
    above.remove(part);
    known.put(part, sum);
    return sum;
  }

  private static Fault bomb(String said) {
    return Fault.invalid("svg-copies", said).advising("Save it again, with its copies expanded.");
  }
}
