package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An environment from a file.
 *
 * @param content what stands in the file, JSON or YAML
 * @param managerPassword where the file has none
 * @param installerPassword where the file has none
 * @param name how it is to be called; as in the file when absent
 * @param sealed a sealed file in Base64, in place of {@code content}
 * @param passphrase with which it was sealed
 * @param identity the key that opens it, {@code AGE-SECRET-KEY-1…}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnvironmentImport(
    @Nullable String content,
    @Nullable String managerPassword,
    @Nullable String installerPassword,
    @Nullable String name,
    @Nullable String sealed,
    @Nullable String passphrase,
    @Nullable String identity) {

  /** A file as it is. */
  public EnvironmentImport(
      @Nullable String content,
      @Nullable String managerPassword,
      @Nullable String installerPassword) {
    this(content, managerPassword, installerPassword, null, null, null, null);
  }

  @Override
  public String toString() {
    return "EnvironmentImport[redacted]";
  }
}
