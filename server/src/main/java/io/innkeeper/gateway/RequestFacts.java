package io.innkeeper.gateway;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;

/**
 * What a request says, as far as it has come in, and why it can't be understood, if so. Used by its
 * event loop only.
 */
record RequestFacts(Endpoint endpoint, BodyScan scan, List<Buffer> pieces) {
  /** Empty if none is named, or more than one. */
  String model() {
    return endpoint.json()
        ? scan.text(BodyField.MODEL).orElse("")
        : FormText.of(pieces, "model").one();
  }

  AskedAnswers answers() {
    return endpoint.json() ? AskedAnswers.of(endpoint, scan) : AskedAnswers.of(endpoint, pieces);
  }

  long length() {
    return endpoint.json() ? scan.length() : pieces.stream().mapToLong(Buffer::length).sum();
  }

  /** Other models the upstream may take instead; one empty name if they can't be read. */
  List<String> fallbacks() {
    if (!endpoint.json() || scan.span(BodyField.MODELS).isEmpty()) return List.of();
    return scan.raw(BodyField.MODELS).map(Json::texts).orElse(List.of(""));
  }

  /** Of a request that came in whole. */
  Optional<Refusal> unreadable() {
    if (!endpoint.json()) return Optional.empty();
    if (scan.ambiguous()) {
      return Optional.of(
          Refusal.of(
              400, "request-ambiguous", "The request names a field twice or in an escaped form."));
    }
    if (!scan.whole()) {
      return Optional.of(
          Refusal.of(400, "request-not-json", "The request is not one whole JSON object."));
    }
    if (scan.text(BodyField.MODEL).isEmpty()) {
      return Optional.of(Refusal.of(400, "model-missing", "The request names no model."));
    }
    return Optional.empty();
  }

  /** Of what it asks for. */
  Optional<Refusal> unclear() {
    if (fallbacks().contains("")) {
      return Optional.of(
          Refusal.of(400, "models-unclear", "The request's list of models can't be read."));
    }
    return endpoint.json()
        ? AskedAnswers.unclear(endpoint, scan)
        : AskedAnswers.unclear(endpoint, pieces);
  }
}
