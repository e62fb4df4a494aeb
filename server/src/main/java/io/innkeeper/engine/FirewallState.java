package io.innkeeper.engine;

/** Whether the rules are in force, and a sentence for a person about it. */
public record FirewallState(Kind kind, String said) {
  /** How it stands. */
  public enum Kind {
    /** The rules were there already. */
    IN_FORCE,
    /** The rules were not there, or not whole, and have been set. */
    MENDED,
    /** The rules are not there, or not whole; {@link Firewall#ensure} would set them. */
    MISSING,
    /** Rules can't be set or read on this host. */
    IMPOSSIBLE
  }

  /** Whether tenants are held to the plan now. */
  public boolean holds() {
    return kind == Kind.IN_FORCE || kind == Kind.MENDED;
  }
}
