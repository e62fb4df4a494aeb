package io.innkeeper.client.glass;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account in a break-glass copy.
 *
 * @param environmentId tells environments of one name from each other
 * @param removedAt since when its environment is read no more
 * @param initial whether its passwords are those from the beginning, which may hold no more
 * @param missingSince since when its source tells it no more
 * @param passwords the latest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GlassAccount(
    String environment,
    @Nullable UUID environmentId,
    @Nullable Instant removedAt,
    UUID id,
    String source,
    boolean initial,
    String host,
    String address,
    String username,
    String credentialType,
    String accountType,
    String resourceType,
    List<String> domains,
    @Nullable Instant missingSince,
    List<Value> passwords) {
  public GlassAccount {
    domains = List.copyOf(domains);
    passwords = List.copyOf(passwords);
  }

  /** By what its environment is told from others; copies of before know only names. */
  public String environmentKey() {
    return environmentId == null ? environment : environmentId.toString();
  }

  /**
   * A password, and from when until when it was seen.
   *
   * @param doesNotOpen true where it is kept, but with another master key or damaged
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Value(
      long number, String password, @Nullable Boolean doesNotOpen, Instant from, Instant until) {
    /** Whether the password is there. */
    public boolean opens() {
      return !Boolean.TRUE.equals(doesNotOpen);
    }

    /** Never in a log. */
    @Override
    public String toString() {
      return "Value[" + number + ", [redacted]]";
    }
  }
}
