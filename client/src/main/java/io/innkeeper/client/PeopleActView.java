package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing done to people of several workspaces, or what would be done.
 *
 * @param id absent while only the plan was asked for
 * @param jobId the job that does it; absent for a plan
 * @param failed with how many it could not be done; they can be repeated
 * @param passwords how many passwords that were made wait to be shown, once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeopleActView(
    @Nullable UUID id,
    String verb,
    String group,
    String reason,
    @Nullable UUID jobId,
    @Nullable Instant madeAt,
    @Nullable String madeBy,
    List<Result> results,
    int failed,
    int passwords) {
  public PeopleActView {
    results = List.copyOf(results);
  }

  /**
   * How it stands with one of them.
   *
   * @param state {@code waiting}, {@code done}, {@code same} for who is so already, or {@code
   *     failed}; of a plan {@code would}, {@code same} or {@code refused}
   * @param said why not, or what else there is to say
   */
  public record Result(String tenant, String email, String state, String said) {}
}
