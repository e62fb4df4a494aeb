package io.innkeeper.simulators.openrouter;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An answer from its status to its last step.
 *
 * @param streamed whether its length is not told beforehand
 */
record Script(int status, Map<String, String> headers, boolean streamed, List<Step> steps) {
  static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  static final Map<String, String> EVENTS =
      Map.of("Content-Type", "text/event-stream", "Cache-Control", "no-cache");

  static Script json(int status, String body) {
    return whole(status, JSON, Buffer.buffer(body));
  }

  static Script whole(int status, Map<String, String> headers, Buffer body) {
    return new Script(status, headers, false, List.of(new Step.Write(body, 0)));
  }

  Script with(Map<String, String> more) {
    if (more.isEmpty()) return this;
    Map<String, String> all = new java.util.LinkedHashMap<>(headers);
    all.putAll(more);
    return new Script(status, all, streamed, steps);
  }

  Script with(List<Step> others) {
    return new Script(status, headers, streamed, others);
  }

  /** This answer with something done before its first byte. */
  Script after(Step first) {
    List<Step> all = new ArrayList<>(steps.size() + 1);
    all.add(first);
    all.addAll(steps);
    return with(all);
  }

  /** Bytes of all writes. */
  int length() {
    int length = 0;
    for (Step step : steps) {
      switch (step) {
        case Step.Write write -> length += write.bytes().length();
        case Step.Stamped write -> length += write.bytes().length();
        case Step.Pause pause -> {}
        case Step.Cut cut -> {}
        case Step.Hang hang -> {}
      }
    }
    return length;
  }
}
