package io.innkeeper.sealing;

import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.SealedPlace.Sealed;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Seals anew, place by place, what another key than the latest sealed. Each part is a transaction
 * of its own and changes only what still stands as it was read, so it may be killed anywhere.
 */
final class Resealing {
  private static final int PART = 500;
  private static final int MOST_ROUNDS = 20;

  private final Database database;
  private final SecretBox box;
  private final List<SealedPlace> places;
  private final int most;

  Resealing(Database database, SecretBox box, List<SealedPlace> places) {
    this(database, box, places, PART);
  }

  /**
   * @param most how many one transaction takes
   */
  Resealing(Database database, SecretBox box, List<SealedPlace> places, int most) {
    this.most = most;
    this.database = database;
    this.box = box;
    this.places = List.copyOf(places);
  }

  List<SealedPlace> places() {
    return places;
  }

  /** Is told how far it is, and may end it. */
  interface Watch {
    void seen(long rows) throws InterruptedException;
  }

  /**
   * What was found in a place.
   *
   * @param renewed how many were sealed anew
   * @param missed how many became something else meanwhile
   * @param closed how many no key opens; they stay for whoever finds theirs
   * @param named the keys that those need
   */
  record Found(long seen, long renewed, long missed, long closed, Set<String> named) {
    Found {
      named = Set.copyOf(named);
    }

    static final Found NOTHING = new Found(0, 0, 0, 0, Set.of());

    Found and(Found other) {
      Set<String> both = new TreeSet<>(named);
      both.addAll(other.named);
      return new Found(
          seen + other.seen,
          renewed + other.renewed,
          missed + other.missed,
          closed + other.closed,
          both);
    }
  }

  Found renew(SealedPlace place, Watch watch) throws InterruptedException {
    Found all = Found.NOTHING;
    Optional<Sealed> last = Optional.empty();
    while (true) {
      watch.seen(all.seen());
      Optional<Sealed> after = last;
      List<Sealed> part = database.read(handle -> place.next(handle, after, most));
      if (part.isEmpty()) return all;
      all = all.and(renew(place, part));
      last = Optional.of(part.getLast());
    }
  }

  private Found renew(SealedPlace place, List<Sealed> part) {
    Map<Sealed, String> fresh = new LinkedHashMap<>();
    Set<String> named = new TreeSet<>();
    long closed = 0;
    for (Sealed one : part) {
      if (!asks(one)) continue;
      Optional<Secret> secret = opened(one);
      secret.ifPresent(kept -> fresh.put(one, box.seal(kept, one.bound().getFirst())));
      if (secret.isPresent()) continue;
      closed++;
      SecretBox.keyOf(one.text()).ifPresent(named::add);
    }
    int renewed = fresh.isEmpty() ? 0 : database.write(handle -> place.replace(handle, fresh));
    return new Found(part.size(), renewed, fresh.size() - renewed, closed, named);
  }

  /** Sealed with an earlier key, or as it was done in former days. */
  private boolean asks(Sealed one) {
    if (box.stale(one.text())) return true;
    return one.bound().size() > 1 && box.opened(one.text(), one.bound().getFirst()).isEmpty();
  }

  private Optional<Secret> opened(Sealed one) {
    return one.bound().stream()
        .map(bound -> box.opened(one.text(), bound))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * Goes through all places until nothing is left to do: what a process sealed that had not yet
   * seen the new key is sealed once more.
   */
  Found all(Watch watch) throws InterruptedException {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Found found = Found.NOTHING;
      for (SealedPlace place : places) {
        long before = found.seen();
        found = found.and(renew(place, seen -> watch.seen(before + seen)));
      }
      if (found.renewed() + found.missed() == 0) return found;
    }
    throw new IllegalStateException("another process seals with an earlier key");
  }
}
