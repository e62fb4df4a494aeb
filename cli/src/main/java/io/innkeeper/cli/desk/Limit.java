package io.innkeeper.cli.desk;

import picocli.CommandLine.Option;

/** How much of a list is wanted. */
public final class Limit {
  @Option(names = "--limit", paramLabel = "N", description = "At most so many; all when not given.")
  private int limit = Integer.MAX_VALUE;

  /** At most {@code most}. */
  public static Limit of(int most) {
    Limit limit = new Limit();
    limit.limit = most;
    return limit;
  }

  /** At least one. */
  int most() {
    return Math.max(1, limit);
  }
}
