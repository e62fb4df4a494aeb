package io.innkeeper.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.innkeeper.client.Json;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.PageRequest;
import io.innkeeper.usage.Breakdown.Group;
import io.innkeeper.usage.Spending.By;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** How groups are ordered: by their keys, or the largest first and then by their keys. */
public enum GroupOrder {
  GROUP(group -> 0),
  COST(group -> group.sum().cost().pico()),
  BILLED(group -> group.sum().billed().pico()),
  CALLS(group -> group.sum().requests()),
  TOKENS(group -> group.sum().tokens());

  private final ToLongFunction<Group> size;

  /** A place in a list, as its cursor writes it. */
  private record Place(String by, String sort, long size, List<String> keys) {}

  GroupOrder(ToLongFunction<Group> size) {
    this.size = size;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Days come in their order, all else dearest first. */
  static GroupOrder usual(List<By> by) {
    return by.getFirst() == By.DAY ? GROUP : COST;
  }

  static GroupOrder parse(String word) {
    return Arrays.stream(values())
        .filter(order -> order.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Fault.invalidField(
                    "sort",
                    "sort",
                    "“%s” is no order of groups. There are %s."
                        .formatted(
                            word,
                            Arrays.stream(values())
                                .map(GroupOrder::word)
                                .collect(Collectors.joining(", ")))));
  }

  Comparator<Group> comparator() {
    return (one, other) ->
        compare(size.applyAsLong(one), one.keys(), size.applyAsLong(other), other.keys());
  }

  private static int compare(long size, List<String> keys, long otherSize, List<String> otherKeys) {
    if (size != otherSize) return Long.compare(otherSize, size);
    for (int i = 0; i < keys.size(); i++) {
      int compared = keys.get(i).compareTo(otherKeys.get(i));
      if (compared != 0) return compared;
    }
    return 0;
  }

  /** The cursor that continues behind a group. */
  String cursor(List<By> by, Group last) {
    Place place = new Place(words(by), word(), size.applyAsLong(last), last.keys());
    try {
      return PageRequest.cursorAfter(Json.STRICT.writeValueAsString(place));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a group lies behind a cursor's place. */
  java.util.function.Predicate<Group> behind(List<By> by, Optional<String> cursor) {
    if (cursor.isEmpty()) return group -> true;
    Place place = place(cursor.get());
    if (!place.by().equals(words(by))
        || !place.sort().equals(word())
        || place.keys().size() != by.size()) {
      throw foreign();
    }
    return group -> compare(size.applyAsLong(group), group.keys(), place.size(), place.keys()) > 0;
  }

  private static Place place(String text) {
    try {
      return Json.STRICT.readValue(text, Place.class);
    } catch (JsonProcessingException e) {
      throw foreign();
    }
  }

  private static Fault foreign() {
    return Fault.invalidField(
        "cursor", "cursor", "This cursor belongs to another list. Start without one.");
  }

  private static String words(List<By> by) {
    return by.stream().map(By::word).collect(Collectors.joining(","));
  }
}
