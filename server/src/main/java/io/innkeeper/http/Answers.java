package io.innkeeper.http;

import io.innkeeper.client.Json;
import io.innkeeper.fault.Fault;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what a handler answered: headers, the page's rules for browsers, the body. */
final class Answers {
  private static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
          + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String FILE = "application/octet-stream";

  private final OpenStreams streams = new OpenStreams();

  OpenStreams streams() {
    return streams;
  }

  static Reply reply(@Nullable Object answer) {
    if (answer instanceof Reply ready) return ready;
    return answer == null ? Reply.none() : Reply.ok(answer);
  }

  void write(Endpoint endpoint, Context context, Reply reply) throws IOException {
    // What was done is told, whatever form was wanted.
    if (endpoint.kind() == Endpoint.Kind.API && endpoint.isSafe())
      demandAcceptable(context, reply.contentType());
    write(context, reply);
  }

  /**
   * Demands before the deed that its answer is wanted in the form it will have; of a file only the
   * request's body tells which form that is.
   */
  static void demandAcceptable(Endpoint endpoint, Context context) {
    if (endpoint.kind() != Endpoint.Kind.API || endpoint.isSafe()) return;
    String type = endpoint.terms().contentType();
    if (!type.equals(FILE)) demandAcceptable(context, type);
  }

  private static void demandAcceptable(Context context, String contentType) {
    String accept = Optional.ofNullable(context.header("Accept")).orElse("*/*");
    String type = contentType.split(";")[0];
    String family = type.substring(0, type.indexOf('/')) + "/*";
    if (accept.isBlank()
        || accept.contains("*/*")
        || accept.contains(type)
        || accept.contains(family)) return;
    throw Fault.of(
        Fault.Kind.NOT_ACCEPTABLE, "not-acceptable", "This address answers " + type + " only.");
  }

  void write(Context context, Reply reply) throws IOException {
    context.status(reply.status());
    for (Map.Entry<String, String> header : reply.headers()) {
      // Cookies add up; of everything else the answer's own word replaces the usual one.
      if (header.getKey().equals("Set-Cookie"))
        context.res().addHeader(header.getKey(), header.getValue());
      else context.res().setHeader(header.getKey(), header.getValue());
    }
    context.contentType(reply.contentType());
    if (context.res().getHeader("Cache-Control") == null)
      context.header("Cache-Control", "no-store");
    if (reply.contentType().startsWith("text/html")) {
      context.header("Content-Security-Policy", CSP);
      context.header("X-Frame-Options", "DENY");
    }
    if (reply.stream() != null) {
      context.disableCompression();
      streams.pour(context, reply.stream());
    } else if (reply.body() instanceof String text) {
      context.result(text);
    } else if (reply.body() instanceof byte[] bytes) {
      context.disableCompression();
      context.result(bytes);
    } else if (reply.body() != null) {
      context.result(Json.LENIENT.writeValueAsBytes(reply.body()));
    }
  }

  static void problem(Context context, Fault fault) throws IOException {
    Problems.retryAfter(fault).ifPresent(seconds -> context.header("Retry-After", seconds));
    context.status(fault.kind().status()).contentType("application/problem+json");
    context.header("Cache-Control", "no-store");
    context.result(Json.LENIENT.writeValueAsBytes(Problems.of(fault, requestId(context))));
  }

  static String requestId(Context context) {
    String id = context.attribute("request-id");
    return id == null ? "-" : id;
  }
}
