package io.innkeeper.http;

import io.javalin.http.Context;

/** Times each request and tells what it was, by its route's template. */
final class RequestWatch {
  private static final String START = "watch-start";
  private static final String ENDPOINT = "watch-endpoint";

  private final Served served;

  RequestWatch(Served served) {
    this.served = served;
  }

  void begin(Context context) {
    context.attribute(START, System.nanoTime());
  }

  void reached(Endpoint endpoint, Context context) {
    context.attribute(ENDPOINT, endpoint);
  }

  void end(Context context) {
    Long start = context.attribute(START);
    if (start == null) return;
    Endpoint endpoint = context.attribute(ENDPOINT);
    served.served(
        endpoint == null ? "any" : endpoint.method(),
        endpoint == null ? "none" : endpoint.path(),
        context.statusCode(),
        System.nanoTime() - start);
  }
}
