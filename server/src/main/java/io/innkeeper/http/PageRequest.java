package io.innkeeper.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.fault.Fault;
import java.util.Base64;
import java.util.Optional;

/**
 * How many entries, and after which. A cursor is opaque to callers: it holds the last entry's sort
 * key.
 */
public record PageRequest(int limit, Optional<String> cursor) {
  public static final int DEFAULT_LIMIT = 40;
  public static final int MAX_LIMIT = 200;

  /** The sort key after which this part begins. */
  public Optional<String> after() {
    return cursor.map(PageRequest::decoded);
  }

  /** The cursor that continues after a sort key. */
  public static String cursorAfter(String sortKey) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sortKey.getBytes(UTF_8));
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
    } catch (IllegalArgumentException e) {
      throw Fault.invalidField(
          "cursor", "cursor", "This cursor was not made by Innkeeper. Start without one.");
    }
  }
}
