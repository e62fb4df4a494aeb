package io.innkeeper.former;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.SourceKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account.
 *
 * @param password always null: a list tells no passwords
 * @param domainName the first of its domains
 * @param lastUpdated when its source last told it
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record FormerCredential(
    UUID id,
    String hostname,
    String username,
    @Nullable String password,
    String credentialType,
    String accountType,
    String resourceType,
    @Nullable String domainName,
    String source,
    Instant lastUpdated,
    boolean hasHistory) {

  /** Never in a log. */
  @Override
  public String toString() {
    return "FormerCredential[" + id + ", [redacted]]";
  }

  static FormerCredential of(Credential one) {
    Account account = one.account();
    return new FormerCredential(
        one.id(),
        account.resourceName(),
        account.username(),
        null,
        account.credentialType(),
        account.accountType(),
        account.resourceType(),
        account.domains().stream().findFirst().orElse(null),
        one.source() == SourceKind.MANAGER ? "SDDC_MANAGER" : "VCF_INSTALLER",
        one.seen().last(),
        one.values() > 1);
  }
}
