package io.innkeeper.simulators.openrouter;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** A form without streams: what asks for one gets its whole answer as a single event. */
interface WholeForm extends Form {
  @Override
  default Buffer piece(Call call, Events events, String text, String stamp) {
    return Buffer.buffer();
  }

  @Override
  default List<Buffer> closing(Call call, Events events) {
    return List.of(events.event(whole(call)));
  }

  @Override
  default Buffer failure(Call call, Events events) {
    return events.event("{" + Refusals.member(call.behaviour()) + "}");
  }
}
