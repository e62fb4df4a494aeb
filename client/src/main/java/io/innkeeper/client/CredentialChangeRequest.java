package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an SDDC Manager is to change.
 *
 * @param verb {@code update}, {@code rotate}, {@code remediate} or {@code auto-rotate}
 * @param credentials their ids; one for update and remediate
 * @param password for update the new one, for remediate the one that holds at the product
 * @param days for auto-rotate: every how many days, 1 to 90, or 0 for never
 * @param reason why; it goes into the audit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialChangeRequest(
    @Nullable String verb,
    @Nullable List<UUID> credentials,
    @Nullable String password,
    @Nullable Integer days,
    @Nullable String reason) {
  /** Never in a log. */
  @Override
  public String toString() {
    return "CredentialChangeRequest[[redacted]]";
  }
}
