package io.innkeeper.openrouter.provision;

import io.innkeeper.openrouter.UpstreamKey;
import io.innkeeper.organisation.Organisation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The keys that the account has, each held against the ones we know. */
public record UpstreamListing(List<Listed> keys) {
  public UpstreamListing {
    keys = List.copyOf(keys);
  }

  /** Whose a key there is. */
  public enum Kind {
    /** We know it. */
    OURS,
    /**
     * It is named like ours, but nobody here knows it: left by a lost answer or an older store, or
     * made by another Innkeeper on the same account.
     */
    ORPHAN,
    /** Somebody else's. */
    FOREIGN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A key there.
   *
   * @param known what we know of it, if it is ours
   */
  public record Listed(
      UpstreamKey key,
      Kind kind,
      Optional<ProvisionedKey> known,
      Optional<Organisation> organisation) {}

  static UpstreamListing of(List<UpstreamKey> all, KeyShelf shelf) {
    List<ProvisionedKey> living = shelf.database().read(ProvisionedRows::living);
    Map<java.util.UUID, Organisation> organisations =
        shelf.organisations().all().stream()
            .collect(Collectors.toMap(Organisation::id, Function.identity()));
    return new UpstreamListing(
        all.stream()
            .map(
                key -> {
                  Optional<ProvisionedKey> known =
                      living.stream().filter(one -> is(one, key)).findFirst();
                  return new Listed(
                      key,
                      kind(key, known),
                      known,
                      known.map(one -> organisations.get(one.organisation())));
                })
            .toList());
  }

  /**
   * By hash, or by the name of one that is being made. A pasted key is known by how it looks: to
   * take one of two that look alike for ours is harmless, to take it for an orphan is not.
   */
  private static boolean is(ProvisionedKey known, UpstreamKey key) {
    if (known.hash().isPresent() && known.hash().get().equals(key.hash())) return true;
    if (known.made()) return known.hash().isEmpty() && Terms.bears(key.name(), known.tag());
    return known.label().filter(key::looksLike).isPresent();
  }

  private static Kind kind(UpstreamKey key, Optional<ProvisionedKey> known) {
    if (known.isPresent()) return Kind.OURS;
    return Terms.looksOurs(key.name()) ? Kind.ORPHAN : Kind.FOREIGN;
  }

  public List<Listed> of(Kind kind) {
    return keys.stream().filter(one -> one.kind() == kind).toList();
  }

  void note(Handle handle, Instant now) {
    Account.looked(
        handle, of(Kind.OURS).size(), of(Kind.ORPHAN).size(), of(Kind.FOREIGN).size(), now);
  }
}
