package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account in a tenant's workspace.
 *
 * @param id as the workspace knows them
 * @param role {@code admin}, {@code user} or {@code pending}
 * @param source how they sign in: {@code password}, {@code directory}, or a provider's name
 * @param groups names of their groups
 * @param lastActiveAt absent when the account was never used
 * @param mainAdmin whether they are the client's main admin
 * @param seenAt when the workspace last told of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonView(
    UUID tenantId,
    String tenant,
    String id,
    String email,
    String name,
    String role,
    String source,
    List<String> groups,
    Instant createdAt,
    @Nullable Instant lastActiveAt,
    boolean mainAdmin,
    @Nullable Instant seenAt) {
  public PersonView {
    groups = List.copyOf(groups);
  }
}
