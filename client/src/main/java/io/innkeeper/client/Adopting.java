package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A container that somebody else made, to become a tenant. Without a container: those that a lost
 * store knew.
 *
 * @param container its exact name
 * @param organisation slug or id of who pays
 * @param displayName the container's name when absent
 * @param slug made from the display name when absent
 * @param image tag or digest; the one it runs when absent
 * @param adminEmail an admin of that workspace, whose account Innkeeper uses as its own from then
 *     on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Adopting(
    @Nullable String container,
    @Nullable String organisation,
    @Nullable String displayName,
    @Nullable String slug,
    @Nullable String image,
    @Nullable String adminEmail,
    @Nullable String adminPassword) {
  /** Shows no password. */
  @Override
  public String toString() {
    return "Adopting[" + container + "]";
  }
}
