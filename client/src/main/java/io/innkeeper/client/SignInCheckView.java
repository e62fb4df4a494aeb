package io.innkeeper.client;

import java.util.List;

/** What was looked at before or after people sign in by a provider. */
public record SignInCheckView(boolean good, List<Finding> findings) {

  /**
   * One finding.
   *
   * @param level {@code good}, {@code warning} or {@code bad}
   * @param about what was looked at
   * @param said one sentence
   */
  public record Finding(String level, String about, String said) {}
}
