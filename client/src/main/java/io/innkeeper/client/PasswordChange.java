package io.innkeeper.client;

import org.jspecify.annotations.Nullable;

/** One's own new password, and the old one as proof. */
public record PasswordChange(@Nullable String old, @Nullable String password) {
  @Override
  public String toString() {
    return "PasswordChange[[redacted]]";
  }
}
