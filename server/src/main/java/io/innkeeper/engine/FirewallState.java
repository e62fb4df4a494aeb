package io.innkeeper.engine;

/**
 * Whether the rules are in force, and a sentence for a person about it.
 *
 * @param command what mends it, ready to be copied; empty when there is no such command
 */
public record FirewallState(Kind kind, String said, String command) {
  /** How it stands. */
  public enum Kind {
    /** The rules were there already. */
    IN_FORCE,
    /** The rules were not there, or not whole, and have been set. */
    MENDED,
    /** The rules are not there, or not whole; {@link Firewall#ensure} would set them. */
    MISSING,
    /** The rules are there, but the engine has no address at which tenants reach the gateway. */
    NO_GATEWAY,
    /** Rules can't be set or read on this host. */
    IMPOSSIBLE
  }

  public FirewallState(Kind kind, String said) {
    this(kind, said, "");
  }

  /** Whether tenants are held to the plan now. */
  public boolean holds() {
    return kind == Kind.IN_FORCE || kind == Kind.MENDED || kind == Kind.NO_GATEWAY;
  }
}
