package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant's people sign in beside their passwords.
 *
 * @param providers none: by password only
 * @param version send it in {@code If-Match}
 * @param changedAt absent if nothing was ever set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TenantSignInView(
    String tenant,
    List<Provider> providers,
    List<String> domains,
    boolean signUp,
    String defaultRole,
    boolean mergeByEmail,
    String rolesClaim,
    List<String> allowedRoles,
    List<String> adminRoles,
    String groupsClaim,
    boolean createGroups,
    boolean autoRedirect,
    long version,
    @Nullable Instant changedAt,
    @Nullable String changedBy) {

  /**
   * One provider.
   *
   * @param redirectUri what must be registered at the provider
   * @param secret whether a client secret is kept
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Provider(
      String name,
      String label,
      String clientId,
      boolean secret,
      String issuer,
      String directory,
      String scopes,
      boolean pkce,
      String redirectUri) {}
}
