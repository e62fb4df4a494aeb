package io.innkeeper.usage;

import io.innkeeper.fault.Fault;
import io.innkeeper.usage.Spending.By;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is asked about an organisation's usage.
 *
 * @param to included
 * @param by one grouping or two, different ones
 * @param only what else must hold, by the group's own value
 */
public record UsageQuestion(
    UUID organisation, LocalDate from, LocalDate to, List<By> by, Map<By, String> only) {
  /** Three years and a month: more is asked for in parts. */
  public static final int MOST_DAYS = 1_127;

  private static final int MOST_GROUPINGS = 2;

  public UsageQuestion {
    by = List.copyOf(by);
    only = Map.copyOf(only);
    if (to.isBefore(from)) {
      throw Fault.invalidField("to", "days-reversed", "The last day lies before the first.");
    }
    if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw Fault.invalidField(
          "from",
          "days-too-many",
          "At most %,d days can be asked for at once; these are %,d."
              .formatted(MOST_DAYS, ChronoUnit.DAYS.between(from, to) + 1));
    }
  }

  /**
   * Groupings by their words, {@code day,user}.
   *
   * @throws Fault INVALID if there are none, too many, one twice or one that nobody knows
   */
  public static List<By> groupings(String words) {
    List<By> found = new ArrayList<>();
    for (String word : words.split(",", -1)) found.add(grouping(word.strip()));
    if (found.size() > MOST_GROUPINGS || found.stream().distinct().count() < found.size()) {
      throw Fault.invalidField(
          "by", "grouping", "Usage is grouped by one thing or by two different ones.");
    }
    return List.copyOf(found);
  }

  private static By grouping(String word) {
    return Arrays.stream(By.values())
        .filter(by -> by.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Fault.invalidField(
                    "by",
                    "grouping",
                    "“%s” is nothing that usage is grouped by. There are %s."
                        .formatted(
                            word,
                            Arrays.stream(By.values())
                                .map(By::word)
                                .collect(Collectors.joining(", ")))));
  }

  /** Conditions on the rows of sums, to be bound by their columns' names. */
  String conditions() {
    return "organisation = :organisation and day between :from and :to"
        + only.keySet().stream()
            .map(by -> " and " + by.column + " = :only_" + by.column)
            .collect(Collectors.joining());
  }
}
