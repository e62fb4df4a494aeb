package io.innkeeper.console;

import io.innkeeper.console.view.Secret;
import io.innkeeper.console.view.Toast;
import io.innkeeper.http.Call;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What waits for the next page of one session: words to be said once, and a secret that stays until
 * it is put away. In memory only; nothing waits longer than ten minutes. Thread-safe.
 */
final class Tray {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Clock clock;
  private final Map<Place, Lying<Toast>> toasts = new ConcurrentHashMap<>();
  private final Map<Place, Lying<Secret>> secrets = new ConcurrentHashMap<>();

  private record Place(String session, String section) {}

  private record Lying<T>(T thing, Instant until) {}

  Tray(Clock clock) {
    this.clock = clock;
  }

  /** Said on the next page, whichever it is. */
  void say(Call call, Toast toast) {
    put(toasts, place(call, ""), toast);
  }

  /** What is to be said now; it is not said again. */
  Optional<Toast> said(Call call) {
    return Optional.ofNullable(toasts.remove(place(call, "")))
        .filter(this::lasts)
        .map(Lying::thing);
  }

  /** Shown in this section to this session only, until {@link #putAway}. */
  void show(Call call, String section, Secret secret) {
    put(secrets, place(call, section), secret);
  }

  Optional<Secret> shown(Call call, String section) {
    return Optional.ofNullable(secrets.get(place(call, section)))
        .filter(this::lasts)
        .map(Lying::thing);
  }

  void putAway(Call call, String section) {
    secrets.remove(place(call, section));
  }

  private <T> void put(Map<Place, Lying<T>> where, Place place, T thing) {
    where.values().removeIf(old -> !lasts(old));
    where.put(place, new Lying<>(thing, clock.instant().plus(LONGEST)));
  }

  private boolean lasts(Lying<?> lying) {
    return clock.instant().isBefore(lying.until());
  }

  /** The form token belongs to one session; the id keeps callers without a session apart. */
  private static Place place(Call call, String section) {
    return new Place(call.principal().id() + " " + call.csrf(), section);
  }
}
