package io.innkeeper.usage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of prices: a new one whenever a model's price has changed, an end when it is gone. */
final class PriceRows {
  List<OfferedModel> current(Handle handle) {
    return handle
        .createQuery("SELECT listing FROM prices WHERE until IS NULL ORDER BY place, model")
        .map((row, context) -> PriceText.read(row.getString("listing")))
        .list();
  }

  Optional<ModelPrice> at(Handle handle, String model, Instant at) {
    return handle
        .createQuery(
            """
            SELECT listing FROM prices
            WHERE (model = :model OR slug = :model) AND since <= :at AND (until IS NULL OR until > :at)
            ORDER BY CASE WHEN model = :model THEN 0 ELSE 1 END, place
            LIMIT 1
            """)
        .bind("model", model)
        .bind("at", at)
        .map((row, context) -> PriceText.read(row.getString("listing")).price())
        .findOne();
  }

  /**
   * Stores what differs from the current rows; answers how many prices are new. What is listed but
   * can't be read is not gone: its last price stays.
   */
  int replace(Handle handle, PriceReading fresh, Instant now) {
    Map<String, OfferedModel> known = new HashMap<>();
    current(handle).forEach(model -> known.put(model.price().model(), model));
    Set<String> listed = new HashSet<>();
    Changes changes = new Changes(handle, now);
    for (OfferedModel model : fresh.models()) {
      String id = model.price().model();
      if (!listed.add(id)) continue;
      OfferedModel before = known.get(id);
      if (before == null) changes.begin(model, listed.size());
      else if (!before.price().equals(model.price())) changes.replace(model, listed.size());
      else if (!before.equals(model)) changes.reword(model);
    }
    listed.addAll(fresh.unread());
    for (String id : known.keySet()) if (!listed.contains(id)) changes.end(id);
    succeeded(handle, now, changes.write());
    return changes.prices;
  }

  /** Statements to be sent together, ends before beginnings. */
  private static final class Changes {
    private final Instant now;
    private final PreparedBatch ended;
    private final PreparedBatch begun;
    private final PreparedBatch reworded;
    private int prices;

    Changes(Handle handle, Instant now) {
      this.now = now;
      ended =
          handle.prepareBatch(
              "UPDATE prices SET until = :now WHERE model = :model AND until IS NULL");
      begun =
          handle.prepareBatch(
              """
              INSERT INTO prices (model, since, slug, listing, place)
              VALUES (:model, :now, :slug, :listing, :place)
              """);
      reworded =
          handle.prepareBatch(
              "UPDATE prices SET listing = :listing WHERE model = :model AND until IS NULL");
    }

    void begin(OfferedModel model, int place) {
      prices++;
      begun
          .bind("model", model.price().model())
          .bind("now", now)
          .bind("slug", model.price().slug())
          .bind("listing", model.json())
          .bind("place", place)
          .add();
    }

    void end(String model) {
      ended.bind("model", model).bind("now", now).add();
    }

    void replace(OfferedModel model, int place) {
      end(model.price().model());
      begin(model, place);
    }

    void reword(OfferedModel model) {
      reworded.bind("model", model.price().model()).bind("listing", model.json()).add();
    }

    /** Whether anything is different now. */
    boolean write() {
      boolean any = false;
      for (PreparedBatch batch : List.of(ended, begun, reworded)) {
        if (batch.size() == 0) continue;
        batch.execute();
        any = true;
      }
      return any;
    }
  }

  private static void succeeded(Handle handle, Instant now, boolean changed) {
    handle
        .createUpdate(
            """
            UPDATE price_reading SET tried_at = :now, as_of = :now, problem = NULL,
              version = version + :changed
            """)
        .bind("now", now)
        .bind("changed", changed ? 1 : 0)
        .execute();
  }

  void failed(Handle handle, Instant now, String problem) {
    handle
        .createUpdate("UPDATE price_reading SET tried_at = :now, problem = :problem")
        .bind("now", now)
        .bind("problem", problem)
        .execute();
  }

  long version(Handle handle) {
    return handle.createQuery("SELECT version FROM price_reading").mapTo(long.class).one();
  }

  PriceAge age(Handle handle) {
    return handle
        .createQuery("SELECT as_of, tried_at, problem FROM price_reading")
        .map(
            (row, context) ->
                new PriceAge(
                    time(row, "as_of"),
                    time(row, "tried_at"),
                    Optional.ofNullable(row.getString("problem"))))
        .one();
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
  }
}
