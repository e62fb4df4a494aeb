package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Long work as the API tells it.
 *
 * @param kind for example {@code tenant.open}
 * @param title as people read it: "Opening Brzoza"
 * @param subject what it changes, for example {@code tenant/0190…}
 * @param state {@code waiting}, {@code running}, {@code undoing}, {@code finished}, {@code
 *     taken-back}, {@code failed} or {@code cancelled}
 * @param startedBy the name of who asked for it
 * @param input what was asked
 * @param failure the sentence of what went wrong, if it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobView(
    UUID id,
    String kind,
    String title,
    String subject,
    String state,
    String startedBy,
    Map<String, String> input,
    List<StepView> steps,
    @Nullable String failure,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {
  private static final Set<String> ENDED = Set.of("finished", "taken-back", "failed", "cancelled");

  public JobView {
    steps = List.copyOf(steps);
  }

  /** Whether nothing more will happen. */
  @JsonIgnore
  public boolean ended() {
    return ENDED.contains(state);
  }

  /** Whether it did what was asked. */
  @JsonIgnore
  public boolean succeeded() {
    return state.equals("finished");
  }
}
