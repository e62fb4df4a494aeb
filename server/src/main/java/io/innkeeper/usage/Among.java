package io.innkeeper.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.innkeeper.client.Json;
import io.innkeeper.store.Dialect;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Asks for rows whose column is among many texts, with the same statement for any number. */
record Among(Dialect dialect, List<String> texts) {
  static Among of(Dialect dialect, List<String> texts) {
    return new Among(dialect, texts);
  }

  /** A query that ends with the column's name. */
  Query in(Handle handle, String query) {
    // The engines differ in how a list is handed over as one value.
    return switch (dialect) {
      case SQLITE ->
          handle
              .createQuery(query + " in (select value from json_each(:texts))")
              .bind("texts", json());
      case POSTGRESQL ->
          handle.createQuery(query + " = any(:texts)").bindArray("texts", String.class, texts);
    };
  }

  private String json() {
    try {
      return Json.LENIENT.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
