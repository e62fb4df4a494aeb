package io.innkeeper.infrastructure.login;

import io.innkeeper.infrastructure.ValueStore;
import io.innkeeper.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** When accounts were last tried, and which passwords were sent in vain. */
final class Claims {
  /** How far apart two tries of an account are at least. */
  static final Duration APART = Duration.ofHours(1);

  private final ValueStore values;

  Claims(ValueStore values) {
    this.values = values;
  }

  /** Takes an account's hour under all its names; whoever finds one taken gets none. */
  boolean take(Handle handle, AccountNames names, Instant now) {
    for (String name : names.all()) {
      int taken =
          handle
              .createUpdate(
                  """
                  insert into login_claims (account, tried_at) values (:account, :now)
                  on conflict (account) do update set tried_at = excluded.tried_at
                    where login_claims.tried_at <= :before
                  """)
              .bind("account", name)
              .bind("now", now)
              .bind("before", now.minus(APART))
              .execute();
      if (taken == 0) return false;
    }
    return true;
  }

  /** From when on an account may be tried again; empty for at once. */
  Optional<Instant> next(Handle handle, AccountNames names, Instant now) {
    return handle
        .createQuery(
            """
            select max(tried_at) as latest from login_claims
            where account in (<names>) and tried_at > :before
            having max(tried_at) is not null
            """)
        .bindList("names", names.all())
        .bind("before", now.minus(APART))
        .mapTo(Instant.class)
        .findOne()
        .map(at -> at.plus(APART));
  }

  /** A password goes out: in vain, until something else is known. */
  void sent(Handle handle, AccountNames names, UUID value) {
    for (String name : names.all())
      handle
          .createUpdate(
              """
              insert into login_failures (account, value_id) values (:account, :value)
              on conflict (account, value_id) do nothing
              """)
          .bind("account", name)
          .bind("value", value)
          .execute();
  }

  /** It was not in vain, or never looked at. */
  void cleared(Handle handle, AccountNames names, UUID value) {
    handle
        .createUpdate("delete from login_failures where account in (<names>) and value_id = :value")
        .bindList("names", names.all())
        .bind("value", value)
        .execute();
  }

  /** Whether this very row's password was sent in vain. Opens nothing. */
  boolean inVain(Handle handle, AccountNames names, UUID value) {
    return failed(handle, names).contains(value);
  }

  /** Whether the same password was sent in vain, whoever told it; one that doesn't open may be. */
  boolean inVain(Handle handle, AccountNames names, UUID value, Secret password) {
    List<UUID> failed = failed(handle, names);
    if (failed.contains(value)) return true;
    for (UUID each : failed) {
      Optional<Secret> before = values.secret(handle, each);
      if (before.isEmpty() || before.get().equals(password)) return true;
    }
    return false;
  }

  private static List<UUID> failed(Handle handle, AccountNames names) {
    return handle
        .createQuery("select distinct value_id from login_failures where account in (<names>)")
        .bindList("names", names.all())
        .mapTo(UUID.class)
        .list();
  }
}
