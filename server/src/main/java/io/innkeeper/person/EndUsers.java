package io.innkeeper.person;

import io.innkeeper.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Counts end users as the app's licence does: everybody who used a workspace in the last 30 days,
 * who has left meanwhile included, Innkeeper's own accounts not. It rests on what the apps last
 * told. Thread-safe.
 */
public final class EndUsers {
  /** The licence's rolling window. */
  public static final Duration WINDOW = Duration.ofDays(30);

  private final Database database;
  private final PersonStore store = new PersonStore();

  /**
   * Who used them.
   *
   * @param people different addresses over all tenants
   * @param accounts one person in two tenants counts twice
   * @param oldest the oldest reading that this rests on; empty if there is none
   */
  public record Active(
      long people, long accounts, Map<UUID, Long> byTenant, Optional<Instant> oldest) {
    public Active {
      byTenant = Map.copyOf(byTenant);
    }
  }

  public EndUsers(Database database) {
    this.database = database;
  }

  /** Over all tenants, in the 30 days before an instant. */
  public Active active(Instant now) {
    return database.read(
        handle -> {
          List<Person> active = store.activeSince(handle, since(now));
          return new Active(
              active.stream().map(one -> one.email().toLowerCase(Locale.ROOT)).distinct().count(),
              active.size(),
              active.stream().collect(Collectors.groupingBy(Person::tenant, Collectors.counting())),
              store.readings(handle).stream()
                  .flatMap(reading -> reading.readAt().stream())
                  .min(Instant::compareTo));
        });
  }

  /** Tenants that were read at some time, but not since an instant. */
  public Set<UUID> unreadSince(Instant instant) {
    return database.read(
        handle ->
            store.readings(handle).stream()
                .filter(one -> one.readAt().filter(at -> !at.isBefore(instant)).isEmpty())
                .map(PersonStore.Reading::tenant)
                .collect(Collectors.toUnmodifiableSet()));
  }

  static Instant since(Instant now) {
    return now.minus(WINDOW);
  }
}
