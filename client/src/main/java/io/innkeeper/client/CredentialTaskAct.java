package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A failed task tried again.
 *
 * @param password for update and remediate another one than typed before; that one when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialTaskAct(@Nullable String password) {
  /** Never in a log. */
  @Override
  public String toString() {
    return "CredentialTaskAct[[redacted]]";
  }
}
