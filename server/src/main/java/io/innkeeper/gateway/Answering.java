package io.innkeeper.gateway;

import io.innkeeper.usage.Unsettled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The answer's side of one call: chooses how it is passed on, holds the upstream back while the
 * caller is slow, and decides what becomes of it when the caller leaves.
 */
final class Answering {
  private final Loop loop;
  private final Downstream out;
  private final Settling settling;
  private Optional<HttpClientRequest> upstream = Optional.empty();
  private Optional<Relay> relay = Optional.empty();
  private boolean draining;
  private boolean over;

  Answering(Loop loop, Downstream out, Settling settling) {
    this.loop = loop;
    this.out = out;
    this.settling = settling;
  }

  void listen(HttpClientRequest request) {
    upstream = Optional.of(request);
    request.exceptionHandler(failure -> failed());
    request
        .response()
        .onComplete(
            answered -> {
              if (answered.succeeded()) begin(answered.result());
              else failed();
            });
    out.whenGone(this::callerLeft);
  }

  private void begin(HttpClientResponse response) {
    if (over) return;
    settling.watch().firstByte();
    AnswerFacts facts = new AnswerFacts();
    String id = response.getHeader("x-generation-id");
    if (id != null && !id.isBlank()) {
      facts.generation = id;
      facts.generationFixed = true;
      settling.opened(id);
    }
    Relay chosen = choose(response, facts);
    relay = Optional.of(chosen);
    if (draining || out.gone()) chosen.silence();
    response.handler(piece -> piece(response, chosen, piece));
    response.endHandler(nothing -> ended(true));
    response.exceptionHandler(failure -> ended(false));
  }

  private Relay choose(HttpClientResponse response, AnswerFacts facts) {
    int status = response.statusCode();
    if (status >= 400) {
      return new ErrorRelay(
          out, settling, facts, status, Optional.ofNullable(response.getHeader("retry-after")));
    }
    String type =
        Optional.ofNullable(response.getHeader("content-type")).orElse("").toLowerCase(Locale.ROOT);
    List<Downstream.Header> headers = headers(response);
    if (type.startsWith("text/event-stream")) {
      out.begin(status, headers);
      return new StreamRelay(out, settling, facts, status);
    }
    return new WholeRelay(
        out,
        settling,
        facts,
        status,
        headers,
        type.contains("json"),
        loop.parts().settings().holdAnswer().bytes(),
        loop.parts().held().share());
  }

  private static List<Downstream.Header> headers(HttpClientResponse response) {
    List<Downstream.Header> headers = new ArrayList<>();
    response
        .headers()
        .forEach(
            header -> {
              String name = header.getKey().toLowerCase(Locale.ROOT);
              if (Downstream.PASSED.contains(name)) {
                headers.add(new Downstream.Header(name, header.getValue()));
              }
            });
    return headers;
  }

  private void piece(HttpClientResponse response, Relay chosen, Buffer piece) {
    chosen.piece(piece);
    if (draining) {
      if (chosen.bytes() > loop.parts().settings().drainBytes().bytes()) stopDraining();
    } else if (out.full()) {
      response.pause();
      out.whenDrained(response::resume);
    }
  }

  private void ended(boolean whole) {
    if (over) return;
    over = true;
    leaveDrain();
    relay.ifPresent(chosen -> chosen.ended(whole));
  }

  /** No answer came, or its connection broke. */
  private void failed() {
    if (over) return;
    if (relay.isPresent()) {
      ended(false);
      return;
    }
    over = true;
    leaveDrain();
    if (!settling.mayHaveRun()) {
      settling.free(0, "not-reached", () -> out.refuse(UpstreamErrors.NOT_REACHED));
      return;
    }
    settling.ended(
        new AnswerFacts(),
        0,
        0,
        draining ? Unsettled.CLIENT_LEFT : Unsettled.NO_ANSWER,
        () -> out.refuse(UpstreamErrors.NO_ANSWER));
  }

  private void callerLeft() {
    if (over || settling.settled()) {
      relay.ifPresent(Relay::silence);
      return;
    }
    relay.ifPresent(Relay::silence);
    if (relay.isEmpty() && !settling.mayHaveRun()) {
      leftEarly();
      return;
    }
    if (stopsBilling() || !enterDrain()) {
      abandon();
      return;
    }
    draining = true;
    upstream.ifPresent(request -> request.response().onSuccess(HttpClientResponse::resume));
    loop.context()
        .owner()
        .setTimer(loop.parts().settings().drainFor().toMillis(), id -> stopDraining());
  }

  /** The request never gets its end, so nothing can have run. */
  private void leftEarly() {
    over = true;
    settling.free(0, "caller-left-early", () -> {});
    upstream.ifPresent(HttpClientRequest::reset);
  }

  /** Whether leaving a stream makes the provider stop and bill only what was given. */
  private boolean stopsBilling() {
    return settling.request().stream()
        && relay.map(Relay::facts).map(facts -> facts.provider).filter(Providers::stop).isPresent();
  }

  private boolean enterDrain() {
    int most = loop.parts().settings().drains();
    return loop.parts().figures().drains().getAndUpdate(now -> now < most ? now + 1 : now) < most;
  }

  private void leaveDrain() {
    if (draining) loop.parts().figures().drains().decrementAndGet();
  }

  private void stopDraining() {
    if (over || !draining) return;
    leaveDrain();
    draining = false;
    abandon();
  }

  /** Closes the upstream; what it cost is looked up by the answer's id. */
  private void abandon() {
    over = true;
    AnswerFacts facts = relay.map(Relay::facts).orElseGet(AnswerFacts::new);
    long bytes = relay.map(Relay::bytes).orElse(0L);
    settling.ended(facts, relay.isPresent() ? 200 : 0, bytes, Unsettled.CLIENT_LEFT, () -> {});
    upstream.ifPresent(HttpClientRequest::reset);
  }
}
