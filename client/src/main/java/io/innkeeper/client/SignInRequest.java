package io.innkeeper.client;

import org.jspecify.annotations.Nullable;

/** A name and its password. */
public record SignInRequest(@Nullable String name, @Nullable String password) {
  @Override
  public String toString() {
    return "SignInRequest[name=" + name + ", password=[redacted]]";
  }
}
