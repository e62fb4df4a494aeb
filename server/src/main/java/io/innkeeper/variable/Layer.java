package io.innkeeper.variable;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A place outside a tenant where values are given; a tenant's own layer is part of the tenant.
 *
 * @param owner whose it is; nobody's for the house
 */
public record Layer(Kind kind, Optional<UUID> owner) {
  public static final Layer SERVER = new Layer(Kind.SERVER, Optional.empty());

  /** From the outermost to the innermost. */
  public enum Kind {
    SERVER,
    ORGANISATION,
    TENANT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Layer organisation(UUID id) {
    return new Layer(Kind.ORGANISATION, Optional.of(id));
  }

  /** As the store names it: {@code server}, {@code organisation/0190…}. */
  String key() {
    return owner.map(id -> kind.word() + "/" + id).orElse(kind.word());
  }

  static String place(String key, String name) {
    return "variable/" + key + "/" + name;
  }

  /** To which place a value is sealed. */
  String place(String name) {
    return place(key(), name);
  }
}
