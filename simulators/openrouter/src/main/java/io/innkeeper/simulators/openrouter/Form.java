package io.innkeeper.simulators.openrouter;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** How one endpoint writes its answers. */
interface Form {
  /** The whole answer as JSON. */
  String whole(Call call);

  /** Events before the first piece. */
  default List<Buffer> opening(Call call, Events events) {
    return List.of();
  }

  /** One piece of the text; {@code stamp} is a member to put first, or empty. */
  Buffer piece(Call call, Events events, String text, String stamp);

  /** Events behind the last piece, usage among them. */
  List<Buffer> closing(Call call, Events events);

  /** The error that ends a stream. */
  Buffer failure(Call call, Events events);

  /** Whether {@code [DONE]} ends a stream. */
  default boolean saysDone() {
    return true;
  }
}
