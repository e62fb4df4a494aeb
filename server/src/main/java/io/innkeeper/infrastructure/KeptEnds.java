package io.innkeeper.infrastructure;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * How many passwords of an environment end in which quarter of an hour, kept beside the accounts.
 * Whoever writes an account's end, or whether it is told, counts anew in the same transaction.
 */
public final class KeptEnds {
  /** A quarter of an hour in milliseconds: days of every zone begin at a whole one. */
  public static final long QUARTER = 900_000;

  private KeptEnds() {}

  /** Holds an environment until the commit, so that two never count past each other. */
  public static void hold(Handle handle, UUID environment) {
    // An update that changes nothing locks the row on both engines; `for update` only on one.
    handle.execute("update environments set version = version where id = ?", environment);
  }

  /** Counts anew what an environment's SDDC Manager tells; the caller holds it. */
  public static void count(Handle handle, UUID environment) {
    handle.execute("delete from credential_ends where environment_id = ?", environment);
    handle
        .createUpdate(
            """
            insert into credential_ends (environment_id, standing, quarter, many)
            select environment_id, standing, quarter, count(*) from (
              select environment_id,
                case when expires_at is not null then 'ends'
                  when upper(coalesce(expiry_status, 'ACTIVE')) = 'EXPIRED' then 'expired'
                  when expiry_checked_at is not null
                    and upper(coalesce(expiry_status, 'ACTIVE')) = 'ACTIVE' then 'never'
                  else 'unknown' end as standing,
                coalesce(expires_at / 900000, 0) as quarter
              from credentials
              where environment_id = :environment and missing_since is null
                and source = 'manager') kept
            group by environment_id, standing, quarter
            """)
        .bind("environment", environment)
        .execute();
  }
}
