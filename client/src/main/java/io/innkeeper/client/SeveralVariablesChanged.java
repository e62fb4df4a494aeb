package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a change of several tenants does, or would do.
 *
 * @param jobId the job that goes through them; absent if nobody changes, or only the plan was asked
 *     for
 * @param tenants in the order in which they get it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeveralVariablesChanged(@Nullable UUID jobId, List<One> tenants) {

  /**
   * One tenant.
   *
   * @param comes {@code now} by a new container, {@code when-it-starts}, {@code same} for one that
   *     has it already, or {@code refused}
   * @param differences variable by variable; secrets show as {@code set} and {@code not set}
   * @param why it refuses, or what else to know; else empty
   */
  public record One(
      String slug, String comes, List<TenantPlanView.Difference> differences, String why) {}
}
