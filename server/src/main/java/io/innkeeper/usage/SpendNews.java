package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import io.innkeeper.organisation.GatewayNews;
import io.innkeeper.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What people wrote into the ledger, numbered in the order in which it became visible: whichever
 * process serves calls enters it into its budgets, once.
 */
public final class SpendNews {
  /** A budget counts a month; who serves calls learns of news within seconds. */
  private static final Duration KEPT = Duration.ofDays(40);

  private final Database database;

  SpendNews(Database database) {
    this.database = database;
  }

  /** One change and its number. */
  public record Numbered(long number, SpendChange change) {}

  /** In the transaction that writes it; whoever writes at the same time waits for its end. */
  static void tell(Handle handle, SpendChange change, Instant now) {
    GatewayNews.tell(handle);
    handle.execute("delete from spend_news where written_at < ?", now.minus(KEPT).toEpochMilli());
    handle
        .createUpdate(
            """
            insert into spend_news (number, organisation, tenant, key_id, person, day, released,
              cost, written_at)
            select version, :organisation, :tenant, :key, :person, :day, :released, :cost, :now
            from gateway_version
            """)
        .bind("organisation", change.share().organisation())
        .bind("tenant", change.share().tenant().map(UUID::toString).orElse(""))
        .bind("key", change.share().key().map(UUID::toString).orElse(""))
        .bind("person", change.person().orElse(""))
        .bind("day", change.day().toString())
        .bind("released", change.released().pico())
        .bind("cost", change.cost().pico())
        .bind("now", now)
        .execute();
  }

  /** The number of the last; 0 if there is none. */
  public long last() {
    return database.read(
        handle ->
            handle
                .createQuery("select coalesce(max(number), 0) from spend_news")
                .mapTo(Long.class)
                .one());
  }

  /** What came after a number, in its order. */
  public List<Numbered> after(long number) {
    return database.read(
        handle ->
            handle
                .createQuery("select * from spend_news where number > :number order by number")
                .bind("number", number)
                .map((row, context) -> new Numbered(row.getLong("number"), change(row)))
                .list());
  }

  private static SpendChange change(ResultSet row) throws SQLException {
    String person = row.getString("person");
    Share share =
        new Share(
            UUID.fromString(row.getString("organisation")),
            LedgerReader.id(row.getString("tenant")),
            LedgerReader.id(row.getString("key_id")),
            person,
            "",
            "");
    return new SpendChange(
        share,
        Optional.of(person).filter(id -> !id.isEmpty()),
        LocalDate.parse(row.getString("day")),
        new Usd(row.getLong("released")),
        new Usd(row.getLong("cost")));
  }
}
