package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several environments in one file with the passwords of their sources, sealed (age) for whom it is
 * meant.
 *
 * @param environments their names or ids; all when absent
 * @param format {@code json} or {@code yaml}; json when absent
 * @param reason why; it goes into the audit first
 * @param passphrase seals the file; at least 12 characters
 * @param recipients in place of a passphrase: the keys that seal it, {@code age1…}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnvironmentBundleSeal(
    @Nullable List<String> environments,
    @Nullable String format,
    @Nullable String reason,
    @Nullable String passphrase,
    @Nullable List<String> recipients) {
  /** Never in a log. */
  @Override
  public String toString() {
    return "EnvironmentBundleSeal[" + format + "]";
  }
}
