package io.innkeeper.variable;

import io.innkeeper.client.VariablesChange;
import io.innkeeper.client.VariablesText;
import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.Catalogue;
import io.innkeeper.openwebui.ExtraVariables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is to be given and what is to be given no more, checked. */
public record Wish(Map<String, String> set, Set<String> remove) {
  public Wish {
    set = Collections.unmodifiableMap(new TreeMap<>(set));
    remove = Collections.unmodifiableSet(new LinkedHashSet<>(remove));
  }

  /**
   * As somebody asked for it.
   *
   * @throws Fault INVALID naming every variable and its problem, never a value
   */
  public static Wish of(VariablesChange asked) {
    Map<String, String> set = asked.set() == null ? Map.of() : asked.set();
    List<String> remove = asked.remove() == null ? List.of() : asked.remove();
    List<Fault.Field> problems = new ArrayList<>(ExtraVariables.problems(set));
    for (String name : remove) {
      if (set.containsKey(name))
        problems.add(
            new Fault.Field("remove", name + " is to be set and to be removed; choose one."));
    }
    if (set.isEmpty() && remove.isEmpty())
      problems.add(new Fault.Field("set", "Nothing to change was given."));
    if (problems.isEmpty()) return new Wish(set, Set.copyOf(remove));
    String said =
        problems.size() == 1
            ? problems.getFirst().said()
            : problems.size() + " variables can’t be set like this. Nothing was changed.";
    throw Fault.invalid("variables", said).about(problems);
  }

  /**
   * As the lines of an {@code .env} file ask for it.
   *
   * @param now the layer's values: what the lines don't name goes if they are to replace it, but no
   *     secret, for those were left out when the lines were written
   */
  public static Wish taking(VariablesText asked, Map<String, String> now) {
    if (asked.text() == null)
      throw Fault.invalidField("text", "env-text-missing", "Give the lines of an .env file.");
    Map<String, String> set = EnvText.parse(asked.text());
    List<String> remove =
        Boolean.TRUE.equals(asked.replace())
            ? now.keySet().stream()
                .filter(name -> !set.containsKey(name) && !Catalogue.secret(name))
                .toList()
            : List.of();
    return of(new VariablesChange(set, remove, null));
  }

  /** A layer's values with this done. */
  Map<String, String> on(Map<String, String> now) {
    Map<String, String> after = new LinkedHashMap<>(now);
    after.keySet().removeAll(remove);
    after.putAll(set);
    return after;
  }

  /** All names it is about. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(set.keySet());
    names.addAll(remove);
    return names;
  }

  /** The same without what is so already; refuses to remove what isn't there. */
  Wish against(Map<String, String> now) {
    for (String name : remove) {
      if (!now.containsKey(name))
        throw Fault.notFound("no-such-variable", name + " is not set here.");
    }
    Map<String, String> other = new LinkedHashMap<>(set);
    other.entrySet().removeIf(one -> one.getValue().equals(now.get(one.getKey())));
    return new Wish(other, remove);
  }

  /** The same without what is so already, of values and of what is to go. */
  Wish fitting(Map<String, String> now) {
    Set<String> there = new LinkedHashSet<>(remove);
    there.retainAll(now.keySet());
    Map<String, String> other = new LinkedHashMap<>(set);
    other.entrySet().removeIf(one -> one.getValue().equals(now.get(one.getKey())));
    return new Wish(other, there);
  }

  /**
   * The way back: what was before, for each name that still is as this wish made it.
   *
   * @param before null for what was not set
   */
  Wish back(Map<String, @Nullable String> before, Map<String, String> now) {
    Map<String, String> values = new LinkedHashMap<>();
    Set<String> gone = new LinkedHashSet<>();
    before.forEach(
        (name, was) -> {
          if (!Objects.equals(now.get(name), set.get(name)) || Objects.equals(was, now.get(name)))
            return;
          if (was == null) gone.add(name);
          else values.put(name, was);
        });
    return new Wish(values, gone);
  }

  boolean nothing() {
    return set.isEmpty() && remove.isEmpty();
  }

  @Override
  public String toString() {
    return "Wish[" + set.keySet() + ", " + remove + "]";
  }
}
