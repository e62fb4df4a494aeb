package io.innkeeper.usage.tracking;

import io.innkeeper.organisation.Organisation;
import io.innkeeper.store.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When the last call of a day arrived. Calls' ids grow with time, so nothing is searched. */
record LastCalls(Database database) {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

  /** {@code HH:MM} by the organisation's clock; null if the day's calls came otherwise. */
  @Nullable String lastOf(Organisation organisation, LocalDate day) {
    ZoneId zone = organisation.spec().timeZone();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select arrived_at from ledger
                    where organisation = :organisation and call_id < :end
                    order by call_id desc limit 1
                    """)
                .bind("organisation", organisation.id())
                .bind("end", new UUID(end.toEpochMilli() << 16, 0))
                .mapTo(Long.class)
                .findOne()
                .map(millis -> Instant.ofEpochMilli(millis).atZone(zone))
                .filter(at -> at.toLocalDate().equals(day))
                .map(MINUTE::format)
                .orElse(null));
  }
}
