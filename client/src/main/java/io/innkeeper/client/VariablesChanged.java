package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a change does, or would do.
 *
 * @param jobId the job that goes through the tenants; absent if none has to follow, or only the
 *     plan was asked for
 * @param differences variable by variable; secrets show as {@code set} and {@code not set}
 * @param tenants those that get other values, in the order in which they get them
 * @param version of the layer afterwards
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VariablesChanged(
    @Nullable UUID jobId,
    List<TenantPlanView.Difference> differences,
    List<Reached> tenants,
    long version) {

  /**
   * A tenant that gets other values.
   *
   * @param running whether it gets them now, by a new container; else when it starts
   */
  public record Reached(String slug, boolean running, List<String> names) {}
}
