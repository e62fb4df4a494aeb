package io.innkeeper.usage;

import io.innkeeper.usage.Breakdown.Group;
import io.innkeeper.usage.Spending.Sum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** Gathers one page of groups and the sum of all; holds no more groups than the page shows. */
final class BreakdownPage implements Breakdown.Taker<RuntimeException> {
  private final Comparator<Group> order;
  private final Predicate<Group> behind;
  private final int limit;
  private final PriorityQueue<Group> best;
  private Sum sum = Sum.NONE;
  private RatedSum rated = RatedSum.NONE;
  private long groups;

  BreakdownPage(Comparator<Group> order, Predicate<Group> behind, int limit) {
    this.order = order;
    this.behind = behind;
    this.limit = limit;
    this.best = new PriorityQueue<>(order.reversed());
  }

  @Override
  public void take(Group group) {
    groups++;
    sum = sum.plus(group.sum());
    rated = rated.plus(group.rated());
    if (!behind.test(group)) return;
    best.add(group);
    // One more than shown tells whether there is a next page.
    if (best.size() > limit + 1) best.remove();
  }

  List<Group> shown() {
    return sorted().stream().limit(limit).toList();
  }

  /** The last group shown, if others follow. */
  Optional<Group> last() {
    return best.size() > limit ? Optional.of(sorted().get(limit - 1)) : Optional.empty();
  }

  private List<Group> sorted() {
    List<Group> sorted = new ArrayList<>(best);
    sorted.sort(order);
    return sorted;
  }

  Sum sum() {
    return sum;
  }

  RatedSum rated() {
    return rated;
  }

  long groups() {
    return groups;
  }
}
