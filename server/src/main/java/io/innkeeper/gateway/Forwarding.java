package io.innkeeper.gateway;

import io.innkeeper.budget.Reservation;
import io.innkeeper.money.Usd;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Gives an admitted call to its upstream, once and never again. Lives on the call's event loop. */
final class Forwarding {
  private static final int JOINED = 1 << 16;
  private static final List<String> PASSED =
      List.of("content-type", "accept", "x-session-id", "anthropic-version", "anthropic-beta");

  private final Loop loop;
  private final HttpServerRequest from;
  private final Downstream out;
  private final Endpoint endpoint;
  private final Upstream upstream;
  private final Settling settling;
  private final BodyChange change;
  private final List<Buffer> pieces;
  private final RequestFacts asked;
  private final HeldBytes.Share held;
  private final String replay;
  private Optional<HttpClientRequest> request = Optional.empty();
  private Optional<Runnable> finish = Optional.empty();
  private long streamedTo;

  Forwarding(
      Loop loop,
      HttpServerRequest from,
      Downstream out,
      Endpoint endpoint,
      Upstream upstream,
      Settling settling,
      BodyChange change,
      List<Buffer> pieces,
      RequestFacts asked,
      HeldBytes.Share held,
      String replay) {
    this.loop = loop;
    this.from = from;
    this.out = out;
    this.endpoint = endpoint;
    this.upstream = upstream;
    this.settling = settling;
    this.change = change;
    this.pieces = pieces;
    this.asked = asked;
    this.held = held;
    this.replay = replay;
  }

  /** The whole request is here. */
  void sendWhole() {
    if (!writtenDown()) return;
    connect(
        sending -> {
          List<Buffer> body = BodyEdit.apply(pieces, change.edits(asked.scan()));
          settling.watch().forwarded();
          settling.givenWhole();
          long length = 0;
          for (Buffer one : body) length += one.length();
          if (length <= JOINED) {
            sending.end(joined(body, (int) length));
            pieces.clear();
            held.release();
            return;
          }
          sending.putHeader("content-length", Long.toString(length));
          body.forEach(sending::write);
          pieces.clear();
          sending.end().onComplete(written -> held.release());
        });
  }

  /** More of the request is still to come. */
  void beginStreamed() {
    if (!writtenDown()) return;
    from.pause();
    connect(
        sending -> {
          sending.setChunked(true);
          settling.watch().forwarded();
          flush(sending, false);
          if (finish.isPresent()) finish.get().run();
          else from.resume();
        });
  }

  /** What isn't in the journal would be charged without a trace, so it isn't asked. */
  private boolean writtenDown() {
    if (settling.sent(replay)) return true;
    settling.free(0, "not-recorded", () -> out.refuse(Refusal.notRecording()));
    return false;
  }

  /** The next piece of a request that is streamed; already looked at. */
  void more(Buffer piece, HttpServerRequest caller) {
    pieces.add(piece);
    request.ifPresent(
        sending -> {
          flush(sending, false);
          if (sending.writeQueueFull()) {
            caller.pause();
            sending.drainHandler(nothing -> caller.resume());
          }
        });
  }

  /** The request has come in and asks no more than what is held for it. */
  void lastPiece() {
    settling.asked(asked.length());
    Runnable last =
        () ->
            request.ifPresent(
                sending -> {
                  settling.givenWhole();
                  flush(sending, true);
                  sending.end();
                });
    if (request.isPresent()) last.run();
    else finish = Optional.of(last);
  }

  /** The request isn't what was admitted after all: the upstream never gets its end. */
  void withdraw(Refusal refusal) {
    // Once an answer began something may have run; then what it cost is looked up.
    if (settling.watch().firstByteNanos() < 0) {
      settling.asked(asked.length());
      settling.free(0, refusal.code(), () -> out.refuse(refusal));
    }
    request.ifPresent(HttpClientRequest::reset);
  }

  /** How much of the request has come and not been passed on. */
  long waiting() {
    return asked.length() - streamedTo;
  }

  /** The answer has ended before the request: the upstream doesn't get the rest of it. */
  void giveUp() {
    request.ifPresent(HttpClientRequest::reset);
  }

  /** The answer's limit that is set in any case. */
  OptionalLong lowered() {
    return change.lowered();
  }

  /** What is reserved for it. */
  Usd held() {
    return settling.held();
  }

  void hold(Reservation more) {
    settling.hold(more);
  }

  /** Writes what may go. */
  private void flush(HttpClientRequest sending, boolean last) {
    long safe = last ? asked.length() : asked.passable();
    List<BodyEdit> edits = new ArrayList<>();
    if (endpoint.json()) {
      for (BodyEdit edit : change.replacements(asked.scan())) {
        if (edit.from() >= streamedTo) edits.add(edit.moved(-streamedTo));
      }
      if (last) {
        long at = asked.scan().closedAt() - streamedTo;
        edits.add(new BodyEdit(at, at, Buffer.buffer(change.added(asked.scan()))));
      }
    }
    List<Buffer> ready = take(safe - streamedTo);
    streamedTo = safe;
    BodyEdit.apply(ready, edits).stream().filter(one -> one.length() > 0).forEach(sending::write);
  }

  /** Takes so many bytes off the front of what is held. */
  private List<Buffer> take(long count) {
    List<Buffer> taken = new ArrayList<>();
    long missing = count;
    while (missing > 0 && !pieces.isEmpty()) {
      Buffer first = pieces.removeFirst();
      if (first.length() > missing) {
        taken.add(first.slice(0, (int) missing));
        pieces.addFirst(first.slice((int) missing, first.length()));
        return taken;
      }
      taken.add(first);
      missing -= first.length();
    }
    return taken;
  }

  private void connect(java.util.function.Consumer<HttpClientRequest> send) {
    Answering answering = new Answering(loop, out, settling);
    loop.client()
        .request(options())
        .onComplete(
            connected -> {
              if (connected.failed()) {
                settling.free(0, "not-reached", () -> out.refuse(UpstreamErrors.NOT_REACHED));
                return;
              }
              HttpClientRequest sending = connected.result();
              if (out.gone() || settling.settled()) {
                sending.reset();
                settling.free(0, "caller-left-early", () -> {});
                return;
              }
              request = Optional.of(sending);
              answering.listen(sending);
              send.accept(sending);
            });
  }

  private RequestOptions options() {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost(upstream.base().getHost())
            .setPort(upstream.port())
            .setSsl(upstream.tls())
            .setURI(upstream.path(endpoint.below()))
            .setConnectTimeout(loop.parts().settings().connectTimeout().toMillis());
    MultiMap given = from.headers();
    for (String name : PASSED) {
      String value = given.get(name);
      if (value != null) options.putHeader(name, value);
    }
    // Answers are watched byte by byte; a caller never asked us to unpack.
    options.putHeader("accept-encoding", "identity");
    options.putHeader("authorization", "Bearer " + upstream.key().unwrap());
    if (upstream.router()) options.putHeader("x-openrouter-title", "Innkeeper");
    return options;
  }

  private static Buffer joined(List<Buffer> body, int length) {
    if (body.size() == 1) return body.getFirst();
    Buffer all = BufferInternal.buffer(length);
    body.forEach(all::appendBuffer);
    return all;
  }
}
