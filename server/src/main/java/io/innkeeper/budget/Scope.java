package io.innkeeper.budget;

import java.util.Locale;
import java.util.UUID;

/**
 * What a limit is for.
 *
 * @param id of the tenant, key or person; the organisation's own id for itself
 */
public record Scope(Kind kind, UUID organisation, String id) {
  /** The user whose limit is that of each without one of their own. */
  public static final String EVERYONE = "everyone";

  /** Whose limit it is. */
  public enum Kind {
    ORGANISATION,
    TENANT,
    KEY,
    USER;

    /** As stored and shown to programs. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public static Scope organisation(UUID organisation) {
    return new Scope(Kind.ORGANISATION, organisation, organisation.toString());
  }

  public static Scope tenant(UUID organisation, UUID tenant) {
    return new Scope(Kind.TENANT, organisation, tenant.toString());
  }

  public static Scope key(UUID organisation, UUID key) {
    return new Scope(Kind.KEY, organisation, key.toString());
  }

  public static Scope user(UUID organisation, String user) {
    return new Scope(Kind.USER, organisation, user);
  }
}
