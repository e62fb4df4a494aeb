package io.innkeeper.openwebui;

/** How a workspace's app is, after looking once. */
public sealed interface Verdict {
  /**
   * It serves people.
   *
   * @param revision the schema's, or {@code -} where the database isn't a file of ours
   */
  record Healthy(String version, String revision) implements Verdict {}

  /** It may still come. The reason ends without a stop, so that a progress line can go on. */
  record NotYet(String reason) implements Verdict {}

  /** Waiting won't help. */
  record Broken(String reason) implements Verdict {}
}
