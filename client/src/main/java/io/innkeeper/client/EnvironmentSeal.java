package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An environment as a file with the passwords of its sources, sealed (age) for whom it is meant.
 *
 * @param format {@code json} or {@code yaml}; json when absent
 * @param reason why; it goes into the audit first
 * @param passphrase seals the file; at least 12 characters
 * @param recipients in place of a passphrase: the keys that seal it, {@code age1…}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnvironmentSeal(
    @Nullable String format,
    @Nullable String reason,
    @Nullable String passphrase,
    @Nullable List<String> recipients) {
  /** Never in a log. */
  @Override
  public String toString() {
    return "EnvironmentSeal[" + format + "]";
  }
}
