package io.innkeeper.http;

import io.innkeeper.caller.Role;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * One route as data: the table of them is the API, its permissions and its OpenAPI document.
 *
 * @param least the role a caller needs; empty: open to all
 * @param says one line for the OpenAPI document
 * @param body the request's record, {@code Void.class} for none
 * @param answer the answer's type, {@code Void.class} for none
 */
public record Endpoint(
    String method,
    String path,
    Optional<Role> least,
    Kind kind,
    String says,
    Type body,
    Type answer,
    Handler handler) {

  /** Who is served: programs, people, or the machine's own monitoring. */
  public enum Kind {
    API,
    PAGE,
    LOOPBACK
  }

  /** Answers a record (200), a {@link Reply}, or null (204). */
  public interface Handler {
    Object handle(Call call) throws Exception;
  }
}
