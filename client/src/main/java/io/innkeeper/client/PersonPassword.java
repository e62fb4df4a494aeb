package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A person's new password.
 *
 * @param password made by Innkeeper when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonPassword(@Nullable String password) {
  @Override
  public String toString() {
    return "PersonPassword[password=[redacted]]";
  }
}
