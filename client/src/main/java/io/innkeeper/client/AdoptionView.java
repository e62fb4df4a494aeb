package io.innkeeper.client;

import java.util.List;

/**
 * What adoption found: which tenants came back and what of each could not be read from its
 * container.
 */
public record AdoptionView(List<Adopted> adopted, List<Skipped> skipped) {
  /** A tenant rebuilt; {@code lost} lists what labels and environment did not hold. */
  public record Adopted(String slug, String container, List<String> lost) {}

  /** A container left alone, and why. */
  public record Skipped(String container, String why) {}
}
