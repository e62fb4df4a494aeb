package io.innkeeper.store;

import io.innkeeper.settings.Setting;
import java.util.Optional;

/** Which database. */
public record StoreSettings(
    @Setting(
            says =
                "A PostgreSQL database, postgresql://user:password@host:port/name. Without it the"
                    + " store is SQLite, in store/innkeeper.db of the home.",
            flag = "--store",
            secret = true)
        Optional<PostgresAddress> url) {}
