package io.innkeeper.secret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Where a room keeps sealed texts. Each room tells its own, so that a fresh key reaches them all
 * and an earlier one goes only when nothing needs it any more.
 */
public interface SealedPlace {
  /** What is kept there, as people read it; it stands in the stored steps of jobs. */
  String name();

  /** As the store calls it: table and column. */
  String where();

  /**
   * One text that is kept there.
   *
   * @param key what tells it from the others
   * @param bound what it is sealed for; those after the first are what it may have been sealed for
   *     in former days
   */
  record Sealed(List<Object> key, String text, List<String> bound) {
    public Sealed {
      key = List.copyOf(key);
      bound = List.copyOf(bound);
    }
  }

  /**
   * Some of them in a lasting order.
   *
   * @param last the one after which to go on; empty to begin
   */
  List<Sealed> next(Handle handle, Optional<Sealed> last, int limit);

  /**
   * Puts other texts in the place of these, where they still stand as they were read.
   *
   * @return how many it were
   */
  int replace(Handle handle, Map<Sealed, String> fresh);
}
