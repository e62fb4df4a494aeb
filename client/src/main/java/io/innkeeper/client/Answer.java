package io.innkeeper.client;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the server answered to a call that succeeded.
 *
 * @param etag the version that an update must name
 * @param location where the new thing or the job is
 */
public record Answer(int status, Optional<String> etag, Optional<String> location, byte[] body) {

  /** The answer as a record. */
  public <T> T as(Class<T> type) {
    try {
      return Json.LENIENT.readValue(body, type);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The server's answer can't be read as " + type.getSimpleName(), e);
    }
  }

  /** The answer as a record with parameters, for example a page of tenants. */
  public <T> T as(TypeReference<T> type) {
    try {
      return Json.LENIENT.readValue(body, type);
    } catch (IOException e) {
      throw new UncheckedIOException("The server's answer can't be read", e);
    }
  }

  /** The answer as it is. */
  public JsonNode json() {
    return as(JsonNode.class);
  }

  /** The number inside the {@code ETag}. */
  public OptionalLong version() {
    return etag.map(tag -> OptionalLong.of(Long.parseLong(tag.replaceAll("\\D", ""))))
        .orElseGet(OptionalLong::empty);
  }
}
