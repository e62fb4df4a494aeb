package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Several environments from one file.
 *
 * @param content what stands in the file, JSON or YAML
 * @param managerPassword for new environments for which the file has none
 * @param installerPassword for new environments for which the file has none
 * @param sealed a sealed file in Base64, in place of {@code content}
 * @param passphrase with which it was sealed
 * @param identity the key that opens it, {@code AGE-SECRET-KEY-1…}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnvironmentBundleImport(
    @Nullable String content,
    @Nullable String managerPassword,
    @Nullable String installerPassword,
    @Nullable String sealed,
    @Nullable String passphrase,
    @Nullable String identity) {

  @Override
  public String toString() {
    return "EnvironmentBundleImport[redacted]";
  }
}
