package io.innkeeper.console.view;

/** A usage tab that has nothing to show, or could not look. */
public record UsageEmptyView(UsageHead head, Empty empty) implements UsageScreen {
  @Override
  public String template() {
    return "usage/empty";
  }
}
