package io.innkeeper.http;

import io.innkeeper.caller.Role;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One route as data: the table of them is the API, its permissions and its OpenAPI document.
 *
 * @param least the role a caller needs; empty: open to all
 * @param says one line for the OpenAPI document
 * @param body the request's record, {@code Void.class} for none
 * @param answer the answer's type, {@code Void.class} for none
 * @param terms what else the OpenAPI document says about it
 */
public record Endpoint(
    String method,
    String path,
    Optional<Role> least,
    Kind kind,
    String says,
    Type body,
    Type answer,
    Terms terms,
    Handler handler) {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** Who is served: programs, people, or the machine's own monitoring. */
  public enum Kind {
    API,
    PAGE,
    /** Stylesheets and the like: nobody is asked who they are. */
    FILE,
    LOOPBACK
  }

  /** Answers a record (200), a {@link Reply}, or null (204). */
  public interface Handler {
    Object handle(Call call) throws Exception;
  }

  /** A parameter behind the question mark. */
  public record Query(String name, String says) {}

  /**
   * What a caller must know beyond body and answer.
   *
   * @param versioned whether {@code If-Match} is demanded
   * @param plan the answer to {@code ?dry-run=true}, where that is understood
   * @param contentType of the answer
   */
  public record Terms(
      List<Query> queries, boolean versioned, Optional<Type> plan, String contentType) {
    static final Terms USUAL = new Terms(List.of(), false, Optional.empty(), Reply.JSON);

    public Terms {
      queries = List.copyOf(queries);
    }

    Terms with(Query query) {
      List<Query> more = new ArrayList<>(queries);
      more.add(query);
      return new Terms(more, versioned, plan, contentType);
    }
  }

  /** Whether it only tells, and changes nothing. */
  boolean isSafe() {
    return SAFE.contains(method);
  }

  Endpoint with(Terms other) {
    return new Endpoint(method, path, least, kind, says, body, answer, other, handler);
  }
}
