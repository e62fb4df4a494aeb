package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A secret that reports of usage are signed with.
 *
 * @param hint by what a person recognises it
 * @param endsAt when it stops to count; absent for the current one
 * @param value only in the answer that made it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookSecretView(
    UUID id,
    String hint,
    Instant madeAt,
    String madeBy,
    @Nullable Instant endsAt,
    @Nullable String value) {
  /** Shows no secret. */
  @Override
  public String toString() {
    return "WebhookSecretView[" + id + "]";
  }
}
