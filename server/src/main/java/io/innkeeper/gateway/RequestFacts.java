package io.innkeeper.gateway;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.Optional;

/**
 * What a request says, as far as it has come in, and why it can't be understood, if so. Used by its
 * event loop only.
 */
record RequestFacts(Endpoint endpoint, BodyScan scan, FormScan form) {
  static final Refusal NO_MODEL = Refusal.of(400, "model-missing", "The request names no model.");
  static final Refusal FORM_UNCLEAR =
      Refusal.of(
          400, "form-unclear", "The request is not one whole form whose fields have plain names.");
  private static final Refusal AMBIGUOUS =
      Refusal.of(
          400, "request-ambiguous", "The request names a field twice or in an escaped form.");

  void feed(ByteBuf piece) {
    if (endpoint.json()) scan.feed(piece);
    else form.feed(piece);
  }

  /** Empty if none is named, or more than one. */
  String model() {
    return (endpoint.json() ? scan.text(BodyField.MODEL) : form.text(BodyField.MODEL)).orElse("");
  }

  AskedAnswers answers() {
    return endpoint.json() ? AskedAnswers.of(endpoint, scan) : AskedAnswers.of(endpoint, form);
  }

  long length() {
    return endpoint.json() ? scan.length() : form.length();
  }

  /** Whether what has come may pass, as far as it tells. */
  boolean clear() {
    return endpoint.json() ? !scan.broken() && !scan.ambiguous() : !form.unclear();
  }

  /**
   * How much may go on before the end has come: not a value that is still coming, nor what makes
   * the request whole.
   */
  long passable() {
    if (!endpoint.json()) return Math.max(0, form.length() - FormScan.LONGEST_END);
    long open = scan.openValueFrom();
    return scan.closedAt() < 0 ? open : Math.min(open, scan.closedAt());
  }

  /** Other models the upstream may take instead; one empty name if they can't be read. */
  List<String> fallbacks() {
    if (!endpoint.json() || scan.span(BodyField.MODELS).isEmpty()) return List.of();
    return scan.raw(BodyField.MODELS).map(Json::texts).orElse(List.of(""));
  }

  /** Of a request that came in whole. */
  Optional<Refusal> unreadable() {
    if (!endpoint.json()) return unreadableForm();
    if (scan.ambiguous()) return Optional.of(AMBIGUOUS);
    if (!scan.whole()) {
      return Optional.of(
          Refusal.of(400, "request-not-json", "The request is not one whole JSON object."));
    }
    return scan.text(BodyField.MODEL).isEmpty() ? Optional.of(NO_MODEL) : Optional.empty();
  }

  private Optional<Refusal> unreadableForm() {
    if (!form.whole()) return Optional.of(FORM_UNCLEAR);
    if (form.named(BodyField.MODEL) > 1) return Optional.of(AMBIGUOUS);
    return form.text(BodyField.MODEL).isEmpty() ? Optional.of(NO_MODEL) : Optional.empty();
  }

  /** Of what it asks for. */
  Optional<Refusal> unclear() {
    if (fallbacks().contains("")) {
      return Optional.of(
          Refusal.of(400, "models-unclear", "The request's list of models can't be read."));
    }
    return endpoint.json()
        ? AskedAnswers.unclear(endpoint, scan)
        : AskedAnswers.unclear(endpoint, form);
  }
}
