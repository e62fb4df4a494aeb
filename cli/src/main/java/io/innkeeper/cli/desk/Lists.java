package io.innkeeper.cli.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.client.InnkeeperClient;
import io.innkeeper.client.Json;
import java.util.ArrayList;
import java.util.List;

/** Shows lists whole, however many pages the server needs. */
public record Lists(Desk desk) {
  private static final int PART = 200;

  /** All that an address lists, or the first {@code limit}. */
  public <T> void show(Query query, Class<T> type, Table<T> table, Limit limit, String whenNone) {
    ObjectNode all = all(desk.client(), query, limit.most());
    if (desk.options().json()) {
      desk.json(all);
      return;
    }
    List<T> rows = rows(all, type);
    desk.table(table, rows, whenNone);
    int total = all.path("total").asInt();
    if (rows.size() < total && !desk.options().quiet())
      desk.terminal().err().println(rows.size() + " of " + total + " shown.");
  }

  /** All that an address lists, as records. */
  public <T> List<T> all(Query query, Class<T> type) {
    return rows(all(desk.client(), query, Integer.MAX_VALUE), type);
  }

  /** All that an address lists, as one page. */
  public JsonNode json(Query query) {
    return all(desk.client(), query, Integer.MAX_VALUE);
  }

  private static <T> List<T> rows(ObjectNode all, Class<T> type) {
    List<T> rows = new ArrayList<>();
    all.path("items").forEach(item -> rows.add(Json.LENIENT.convertValue(item, type)));
    return rows;
  }

  private static ObjectNode all(InnkeeperClient client, Query query, int limit) {
    ArrayNode items = Json.LENIENT.createArrayNode();
    JsonNode page;
    Query next = query.with("limit", Math.min(PART, limit));
    do {
      page = client.get(next.path()).json();
      page.path("items").forEach(items::add);
      next =
          query
              .with("limit", Math.min(PART, limit - items.size()))
              .with("cursor", page.path("next").asText());
    } while (page.hasNonNull("next") && items.size() < limit);
    ObjectNode whole = Json.LENIENT.createObjectNode();
    whole.set("items", items);
    if (page.hasNonNull("next")) whole.set("next", page.get("next"));
    if (page.has("total")) whole.set("total", page.get("total"));
    return whole;
  }
}
