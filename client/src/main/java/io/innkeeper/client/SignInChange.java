package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant's people are to sign in otherwise. What is not given stays.
 *
 * @param provider one to add or change
 * @param remove providers to leave: {@code google}, {@code microsoft}, {@code github}, {@code oidc}
 * @param domains mail domains whose people may sign in; {@code *} for any
 * @param signUp whether somebody new gets an account
 * @param defaultRole what somebody new is: {@code pending} or {@code user}; empty for the
 *     workspace's own setting
 * @param mergeByEmail whether who signs in gets the account that has the same address already
 * @param rolesClaim where the provider names a person's roles; empty for none
 * @param groupsClaim where the provider names a person's groups; empty for none
 * @param autoRedirect whether people go to the provider at once
 * @param unchecked apply it although the provider can't be looked at from here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignInChange(
    @Nullable Provider provider,
    @Nullable List<String> remove,
    @Nullable List<String> domains,
    @Nullable Boolean signUp,
    @Nullable String defaultRole,
    @Nullable Boolean mergeByEmail,
    @Nullable String rolesClaim,
    @Nullable List<String> allowedRoles,
    @Nullable List<String> adminRoles,
    @Nullable String groupsClaim,
    @Nullable Boolean createGroups,
    @Nullable Boolean autoRedirect,
    @Nullable Boolean unchecked) {

  /** Nothing but providers to leave; nobody has to look at those that stay. */
  public static SignInChange removing(List<String> providers) {
    return new SignInChange(
        null, providers, null, null, null, null, null, null, null, null, null, null, true);
  }

  /** One provider, if any, and whose people may sign in; the other rules stay. */
  public static SignInChange of(@Nullable Provider provider, List<String> domains) {
    return new SignInChange(
        provider, null, domains, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * One provider.
   *
   * @param name {@code google}, {@code microsoft}, {@code github} or {@code oidc}
   * @param clientSecret sealed, and never shown again
   * @param issuer of any OIDC provider: its address, or that of its discovery document
   * @param directory which directory at Microsoft
   * @param label what the button says, for any OIDC provider
   * @param pkce whether the way back is protected by S256; yes for any OIDC provider if not given
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Provider(
      String name,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable String issuer,
      @Nullable String directory,
      @Nullable String scopes,
      @Nullable String label,
      @Nullable Boolean pkce) {

    @Override
    public String toString() {
      return "Provider[" + name + ", " + clientId + "]";
    }
  }
}
