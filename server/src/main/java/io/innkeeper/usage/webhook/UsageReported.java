package io.innkeeper.usage.webhook;

/**
 * What became of a report.
 *
 * @param status always {@code success}: whatever isn't is an error
 */
public record UsageReported(String status, String message) {
  static final UsageReported RECORDED = new UsageReported("success", "Usage recorded");
  static final UsageReported DUPLICATE = new UsageReported("success", "Duplicate request ignored");
}
