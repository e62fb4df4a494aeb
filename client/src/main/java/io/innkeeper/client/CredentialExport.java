package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An environment's accounts as a file.
 *
 * @param format {@code csv} or {@code xlsx}; csv when not given
 * @param reason why; it goes into the audit first
 * @param passphrase seals the file (age); at least 12 characters
 * @param withoutPasswords leaves the passwords out; that needs no right and no reason
 * @param exact CSV only: cells as they are, also those that a spreadsheet takes for formulas
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialExport(
    @Nullable String format,
    @Nullable String reason,
    @Nullable String passphrase,
    @Nullable Boolean withoutPasswords,
    @Nullable Boolean exact) {
  /** Never in a log. */
  @Override
  public String toString() {
    return "CredentialExport[" + format + "]";
  }
}
