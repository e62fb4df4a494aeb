package io.innkeeper.http;

import io.innkeeper.client.Problem;
import io.innkeeper.fault.Fault;
import java.util.Optional;

/** A fault as the problem that programs read (RFC 9457). */
public final class Problems {
  private Problems() {}

  public static Problem of(Fault fault, String requestId) {
    return new Problem(
        "urn:innkeeper:problem:" + fault.code(),
        title(fault.kind()),
        fault.kind().status(),
        fault.said(),
        fault.code(),
        fault.advice().orElse(null),
        requestId,
        fault.fields().stream()
            .map(field -> new Problem.FieldProblem(field.name(), field.said()))
            .toList(),
        fault.details());
  }

  /** Seconds to wait, when the fault knows them. */
  static Optional<String> retryAfter(Fault fault) {
    return Optional.ofNullable(fault.details().get("retryAfterSeconds")).map(Object::toString);
  }

  private static String title(Fault.Kind kind) {
    return switch (kind) {
      case INVALID -> "The input can't be used";
      case MALFORMED -> "The request can't be read";
      case UNAUTHENTICATED -> "Not signed in";
      case FORBIDDEN -> "Not allowed";
      case NOT_FOUND -> "Not found";
      case GONE -> "No longer here";
      case METHOD_NOT_ALLOWED -> "Not something this address does";
      case NOT_ACCEPTABLE -> "No such form of answer";
      case CONFLICT -> "The world has changed";
      case TOO_LARGE -> "Too large";
      case UNSUPPORTED_MEDIA -> "Not a form that is read here";
      case PRECONDITION_REQUIRED -> "A version is needed";
      case THROTTLED -> "Too many tries";
      case BROKEN -> "A failure of Innkeeper";
      case UPSTREAM -> "Another system failed";
      case UNAVAILABLE -> "Not possible right now";
    };
  }
}
