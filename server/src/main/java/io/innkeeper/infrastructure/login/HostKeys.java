package io.innkeeper.infrastructure.login;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** By what hosts are known again. */
final class HostKeys {
  Optional<HostKey> known(Handle handle, UUID environment, String host) {
    return handle
        .createQuery(
            """
            select kind, fingerprint from host_keys
            where environment_id = :environment and host = :host
            """)
        .bind("environment", environment)
        .bind("host", host)
        .map((row, context) -> new HostKey(row.getString("kind"), row.getString("fingerprint")))
        .findOne();
  }

  /** Remembers a host's key if none is known; whether that was so. */
  boolean remember(
      Handle handle, UUID environment, String host, HostKey key, Instant now, String by) {
    return handle
            .createUpdate(
                """
                insert into host_keys (environment_id, host, kind, fingerprint, seen_at, seen_by)
                values (:environment, :host, :kind, :fingerprint, :now, :by)
                on conflict (environment_id, host) do nothing
                """)
            .bind("environment", environment)
            .bind("host", host)
            .bind("kind", key.kind())
            .bind("fingerprint", key.fingerprint())
            .bind("now", now)
            .bind("by", by)
            .execute()
        > 0;
  }

  /** Whether there was one to forget. */
  boolean forget(Handle handle, UUID environment, String host) {
    return handle.execute(
            "delete from host_keys where environment_id = ? and host = ?",
            environment.toString(),
            host)
        > 0;
  }
}
