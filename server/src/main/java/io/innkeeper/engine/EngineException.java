package io.innkeeper.engine;

import org.jspecify.annotations.Nullable;

/**
 * The engine did not do what was asked; the kind says what sort of trouble, the message is a
 * sentence for a person.
 */
public final class EngineException extends RuntimeException {
  /** What sort of trouble. */
  public enum Kind {
    NOT_REACHABLE,
    NO_SUCH_IMAGE,
    NO_SUCH_CONTAINER,
    NAME_TAKEN,
    PORT_TAKEN,
    NETWORK_TAKEN,
    OUT_OF_DISK,
    OUT_OF_MEMORY,
    REGISTRY_REFUSED,
    TIMED_OUT,
    REFUSED
  }

  private final Kind kind;

  public EngineException(Kind kind, String said, @Nullable Throwable cause) {
    super(said, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
