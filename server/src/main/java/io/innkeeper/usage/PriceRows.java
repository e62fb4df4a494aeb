package io.innkeeper.usage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of prices: a new one whenever a model's price has changed, an end when it is gone. */
final class PriceRows {
  private static final String COLUMNS = "model, slug, name, pricing, context, most";

  List<ModelPrice> current(Handle handle) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM prices WHERE until IS NULL ORDER BY place, model")
        .map((row, context) -> price(row))
        .list();
  }

  Optional<ModelPrice> at(Handle handle, String model, Instant at) {
    return handle
        .createQuery(
            "SELECT "
                + COLUMNS
                + """
                 FROM prices
                WHERE (model = :model OR slug = :model) AND since <= :at AND (until IS NULL OR until > :at)
                ORDER BY CASE WHEN model = :model THEN 0 ELSE 1 END, place
                LIMIT 1
                """)
        .bind("model", model)
        .bind("at", at)
        .map((row, context) -> price(row))
        .findOne();
  }

  /** Stores what differs from the current rows; answers how many models do. */
  int replace(Handle handle, List<ModelPrice> fresh, Instant now) {
    Map<String, ModelPrice> known = new HashMap<>();
    current(handle).forEach(price -> known.put(price.model(), price));
    Set<String> listed = new HashSet<>();
    PreparedBatch ended =
        handle.prepareBatch(
            "UPDATE prices SET until = :now WHERE model = :model AND until IS NULL");
    PreparedBatch begun =
        handle.prepareBatch(
            """
            INSERT INTO prices (model, since, slug, name, pricing, context, most, place)
            VALUES (:model, :now, :slug, :name, :pricing, :context, :most, :place)
            """);
    for (ModelPrice price : fresh) {
      if (!listed.add(price.model())) continue;
      ModelPrice before = known.get(price.model());
      if (price.equals(before)) continue;
      if (before != null) ended.bind("model", price.model()).bind("now", now).add();
      bound(begun, price).bind("now", now).bind("place", listed.size()).add();
    }
    for (String model : known.keySet()) {
      if (!listed.contains(model)) ended.bind("model", model).bind("now", now).add();
    }
    int changes = ended.size() + begun.size();
    if (ended.size() > 0) ended.execute();
    int changed = begun.size();
    if (changed > 0) begun.execute();
    succeeded(handle, now, changes);
    return changed;
  }

  private static PreparedBatch bound(PreparedBatch batch, ModelPrice price) {
    return batch
        .bind("model", price.model())
        .bind("slug", price.slug())
        .bind("name", price.name())
        .bind("pricing", PriceText.pricing(price))
        .bind("context", price.context().isPresent() ? price.context().getAsLong() : null)
        .bind("most", price.most().isPresent() ? price.most().getAsLong() : null);
  }

  private static void succeeded(Handle handle, Instant now, int changes) {
    handle
        .createUpdate(
            """
            UPDATE price_reading SET tried_at = :now, as_of = :now, problem = NULL,
              version = version + :changed
            """)
        .bind("now", now)
        .bind("changed", changes > 0 ? 1 : 0)
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
                    whole(row, "as_of").map(Instant::ofEpochMilli),
                    whole(row, "tried_at").map(Instant::ofEpochMilli),
                    Optional.ofNullable(row.getString("problem"))))
        .one();
  }

  private static ModelPrice price(ResultSet row) throws SQLException {
    return PriceText.read(
        row.getString("model"),
        row.getString("slug"),
        row.getString("name"),
        row.getString("pricing"),
        whole(row, "context").map(OptionalLong::of).orElse(OptionalLong.empty()),
        whole(row, "most").map(OptionalLong::of).orElse(OptionalLong.empty()));
  }

  private static Optional<Long> whole(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }
}
