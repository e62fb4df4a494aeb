package io.innkeeper.variable;

import java.time.Instant;

/**
 * A value as a layer gives it. Whether it may be shown is for {@link
 * io.innkeeper.openwebui.Catalogue#secret} to say.
 */
public record Given(String name, String value, Instant changedAt, String changedBy) {
  /** The name only: the value may be a secret. */
  @Override
  public String toString() {
    return "Given[" + name + "]";
  }
}
