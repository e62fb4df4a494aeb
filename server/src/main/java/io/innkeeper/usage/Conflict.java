package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A call that brought the generation id of another one. It is in no sum until a person has looked.
 *
 * @param other the call whose line has the id
 */
public record Conflict(CallSettled call, UUID other, Usd cost, Origin origin, Instant foundAt) {
  static Conflict read(ResultSet row) throws SQLException {
    return new Conflict(
        (CallSettled) CallCodec.event(CallCodec.SETTLED, row.getBytes("record")),
        UUID.fromString(row.getString("other_call")),
        new Usd(row.getLong("cost_pico")),
        LedgerReader.origin(row),
        Instant.ofEpochMilli(row.getLong("found_at")));
  }
}
