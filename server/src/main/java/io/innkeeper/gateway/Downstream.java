package io.innkeeper.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Set;

/** The caller's side of one call: answers once, and tells when the caller has left. */
final class Downstream {
  private final HttpServerResponse response;
  private final HttpConnection connection;
  private final String request;
  private final ErrorForm errors;
  private long events;
  private boolean gone;
  private Runnable whenGone = () -> {};

  Downstream(HttpServerRequest from, String request, ErrorForm errors) {
    this.response = from.response();
    this.connection = from.connection();
    this.request = request;
    this.errors = errors;
    response.putHeader("x-request-id", request);
    response.closeHandler(nothing -> left());
    response.exceptionHandler(failure -> left());
    from.exceptionHandler(failure -> left());
  }

  void header(String name, String value) {
    response.putHeader(name, value);
  }

  String request() {
    return request;
  }

  /** One more event of the stream is on its way. */
  void eventPassed() {
    events++;
  }

  /** An error as the next event of the stream. */
  Buffer errorEvent(Refusal refusal) {
    return Buffer.buffer(errors.event(refusal, request, events));
  }

  /** The last words of a stream that broke off: why, and its end. */
  Buffer lastWords(Refusal refusal) {
    return errorEvent(refusal).appendString(errors.end());
  }

  /** The end of a stream that its upstream left without one; empty where there is none. */
  Buffer endOfEvents() {
    return Buffer.buffer(errors.end());
  }

  boolean gone() {
    return gone;
  }

  boolean begun() {
    return response.headWritten();
  }

  boolean full() {
    return response.writeQueueFull();
  }

  void whenDrained(Runnable then) {
    response.drainHandler(nothing -> then.run());
  }

  /** Hears, at most once, that the caller left before the answer's end. */
  void whenGone(Runnable then) {
    whenGone = then;
    if (gone) then.run();
  }

  private void left() {
    if (gone || response.ended()) return;
    gone = true;
    whenGone.run();
  }

  /** Answers why not. Inside a stream that began this is an event and the end. */
  void refuse(Refusal refusal) {
    if (gone || response.ended()) return;
    if (begun()) {
      response.end(lastWords(refusal));
      return;
    }
    response.setStatusCode(refusal.status());
    response.putHeader("content-type", "application/json");
    refusal.retryAfterHeader().ifPresent(seconds -> response.putHeader("retry-after", seconds));
    response.end(Buffer.buffer(errors.body(refusal, request)));
  }

  /** Begins an answer whose length isn't known. */
  void begin(int status, Iterable<Header> headers) {
    if (gone) return;
    response.setStatusCode(status).setChunked(true);
    for (Header header : headers) response.putHeader(header.name(), header.value());
  }

  void write(Buffer bytes) {
    if (!gone && bytes.length() > 0) response.write(bytes);
  }

  void end() {
    if (!gone && !response.ended()) response.end();
  }

  /** Closes the connection, so that what was given can't pass for a whole answer. */
  void cut() {
    if (!gone && !response.ended()) connection.close();
  }

  /** Answers with one whole body that came in pieces. */
  void end(int status, Iterable<Header> headers, List<Buffer> body) {
    if (body.size() == 1) {
      end(status, headers, body.getFirst());
      return;
    }
    if (gone || response.ended()) return;
    long length = 0;
    for (Buffer one : body) length += one.length();
    response.setStatusCode(status);
    for (Header header : headers) response.putHeader(header.name(), header.value());
    response.putHeader("content-length", Long.toString(length));
    body.forEach(response::write);
    response.end();
  }

  /** Answers with one whole body. */
  void end(int status, Iterable<Header> headers, Buffer body) {
    if (gone || response.ended()) return;
    response.setStatusCode(status);
    for (Header header : headers) response.putHeader(header.name(), header.value());
    response.end(body);
  }

  /** One header of an answer. */
  record Header(String name, String value) {}

  /** What of an upstream's headers goes on; the rest could tell whose account it is. */
  static final Set<String> PASSED =
      Set.of(
          "content-type",
          "content-disposition",
          "cache-control",
          "x-generation-id",
          "x-openrouter-cache-status",
          "x-openrouter-cache-ttl",
          "x-openrouter-cache-age");
}
