package io.innkeeper.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure a person can act on. {@code said} is one sentence about what was tried and why it did
 * not work, {@code advice} one about what to do; neither carries a secret. The cause is for the log
 * only.
 */
public final class Fault extends RuntimeException {
  /** What sort of failure: decides the HTTP status and the CLI's exit code. */
  public enum Kind {
    INVALID(422),
    MALFORMED(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    GONE(410),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA(415),
    PRECONDITION_REQUIRED(428),
    THROTTLED(429),
    BROKEN(500),
    UPSTREAM(502),
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** HTTP status code. */
    public int status() {
      return status;
    }
  }

  /** One field of the input and the sentence about it. */
  public record Field(String name, String said) {}

  private final Kind kind;
  private final String code;
  private final String said;
  private final @Nullable String advice;
  private final List<Field> fields;
  private final Map<String, Object> details;

  private Fault(
      Kind kind,
      String code,
      String said,
      @Nullable String advice,
      List<Field> fields,
      Map<String, Object> details,
      @Nullable Throwable cause) {
    super(said, cause);
    this.kind = kind;
    this.code = code;
    this.said = said;
    this.advice = advice;
    this.fields = List.copyOf(fields);
    this.details = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  /** A failure of a kind, with its stable code ({@code kebab-case}) and its sentence. */
  public static Fault of(Kind kind, String code, String said) {
    return new Fault(kind, code, said, null, List.of(), Map.of(), null);
  }

  /** Input that can't be used. */
  public static Fault invalid(String code, String said) {
    return of(Kind.INVALID, code, said);
  }

  /** One field that can't be used. */
  public static Fault invalidField(String field, String code, String said) {
    return new Fault(
        Kind.INVALID, code, said, null, List.of(new Field(field, said)), Map.of(), null);
  }

  /** Something that isn't there, or that the caller may not see. */
  public static Fault notFound(String code, String said) {
    return of(Kind.NOT_FOUND, code, said);
  }

  /** The world is not as the caller believed. */
  public static Fault conflict(String code, String said) {
    return of(Kind.CONFLICT, code, said);
  }

  /** The same failure with advice. */
  public Fault advising(String sentence) {
    return new Fault(kind, code, said, sentence, fields, details, getCause());
  }

  /** The same failure with the fields it is about. */
  public Fault about(List<Field> offending) {
    return new Fault(kind, code, said, advice, offending, details, getCause());
  }

  /** The same failure with a machine-readable detail, for example both values of a lost update. */
  public Fault with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new Fault(kind, code, said, advice, fields, more, getCause());
  }

  /** The same failure with its cause, for the log. */
  public Fault because(Throwable cause) {
    return new Fault(kind, code, said, advice, fields, details, cause);
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  public String said() {
    return said;
  }

  public Optional<String> advice() {
    return Optional.ofNullable(advice);
  }

  public List<Field> fields() {
    return fields;
  }

  public Map<String, Object> details() {
    return details;
  }
}
