package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What adoption found: which containers become tenants, a job each, and what of each can't be taken
 * along.
 */
public record AdoptionView(List<Adopted> adopted, List<Skipped> skipped) {
  /**
   * A container that becomes a tenant.
   *
   * @param lost what it does not hold, or what is not taken along
   * @param jobId absent while it is only planned
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Adopted(String slug, String container, List<String> lost, @Nullable UUID jobId) {}

  /** A container left alone, and why. */
  public record Skipped(String container, String why) {}
}
