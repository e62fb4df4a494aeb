package io.innkeeper.console.view;

import java.util.Optional;

/** One of an organisation's usage pages. */
public interface UsageScreen extends Screen {
  UsageHead head();

  @Override
  default String title() {
    return head().heading();
  }

  @Override
  default String lang() {
    return head().words().lang();
  }

  @Override
  default Optional<SlimBar> bar() {
    return head().bar();
  }
}
