package io.innkeeper.client;

import java.util.List;

/**
 * What an act would do, before it does it.
 *
 * @param sentence what it means in one sentence
 * @param newContainer whether the container is replaced, so that people are without service for a
 *     while
 * @param differences setting by setting; empty when nothing would change
 * @param steps the names of the job's steps
 */
public record TenantPlanView(
    String sentence, boolean newContainer, List<Difference> differences, List<String> steps) {

  /**
   * One setting; secrets show as {@code set} and {@code not set}. {@code change}: added, changed,
   * removed.
   */
  public record Difference(String change, String setting, String now, String after) {}
}
