package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who is no admin may do with passwords.
 *
 * @param environment where; absent for everywhere
 * @param rights of {@code reveal}, {@code copy}, {@code history}, {@code export}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialRightsView(
    String operator,
    @Nullable UUID environment,
    List<String> rights,
    Instant grantedAt,
    String grantedBy) {
  public CredentialRightsView {
    rights = List.copyOf(rights);
  }
}
