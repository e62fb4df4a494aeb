package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the break-glass copy stands.
 *
 * @param upToDate whether it holds what is stored now
 * @param openedAt when a person last proved that they can open it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BreakGlassView(
    String path,
    List<RecipientView> recipients,
    boolean upToDate,
    @Nullable Instant madeAt,
    @Nullable Long bytes,
    @Nullable String sha256,
    @Nullable Long environments,
    @Nullable Long credentials,
    @Nullable Long passwords,
    @Nullable Instant drilledAt,
    @Nullable Boolean drillWhole,
    @Nullable String drillSaid,
    @Nullable Instant openedAt,
    @Nullable String openedBy) {
  public BreakGlassView {
    recipients = List.copyOf(recipients);
  }

  /**
   * For whom it is sealed.
   *
   * @param recipient {@code age1…}
   */
  public record RecipientView(
      UUID id, String name, String recipient, Instant addedAt, String addedBy) {}
}
