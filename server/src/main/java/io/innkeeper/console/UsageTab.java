package io.innkeeper.console;

/** The tabs of an organisation's usage. */
enum UsageTab {
  STATS("", "Usage stats"),
  USERS("/users", "By user"),
  MODELS("/models", "By model"),
  SUBSCRIPTION("/subscription", "Subscription"),
  PRICING("/pricing", "Model pricing");

  private final String path;
  private final String label;

  UsageTab(String path, String label) {
    this.path = path;
    this.label = label;
  }

  /** Below the organisation's usage. */
  String path() {
    return path;
  }

  String label() {
    return label;
  }
}
