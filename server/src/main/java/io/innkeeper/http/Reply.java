package io.innkeeper.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What a handler answers when it is more than a 200 with a record. */
public record Reply(
    int status,
    String contentType,
    @Nullable Object body,
    @Nullable Stream stream,
    List<Map.Entry<String, String>> headers) {
  static final String JSON = "application/json";
  private static final String NO_STORE = "no-store";
  static final String HTML = "text/html;charset=utf-8";

  /** Writes an answer piece by piece; ends when it returns. */
  public interface Stream {
    void writeTo(OutputStream out) throws IOException, InterruptedException;
  }

  public Reply {
    headers = List.copyOf(headers);
  }

  public static Reply ok(Object body) {
    return new Reply(200, JSON, body, null, List.of());
  }

  /** 201 with where the new thing is. */
  public static Reply created(String location, Object body) {
    return new Reply(201, JSON, body, null, List.of(Map.entry("Location", location)));
  }

  /** 202: a job has begun. */
  public static Reply accepted(String location, Object body) {
    return new Reply(202, JSON, body, null, List.of(Map.entry("Location", location)));
  }

  public static Reply none() {
    return new Reply(204, JSON, null, null, List.of());
  }

  public static Reply html(String page) {
    return html(200, page);
  }

  public static Reply html(int status, String page) {
    return new Reply(status, HTML, page, null, List.of());
  }

  public static Reply bytes(String contentType, byte[] bytes) {
    return new Reply(200, contentType, bytes, null, List.of());
  }

  public static Reply text(String contentType, String text) {
    return new Reply(200, contentType, text, null, List.of());
  }

  /** 303 after a form, so that reloading doesn't send it again. */
  public static Reply seeOther(String path) {
    return new Reply(303, HTML, "", null, List.of(Map.entry("Location", path)));
  }

  public static Reply stream(String contentType, Stream stream) {
    return new Reply(200, contentType, null, stream, List.of());
  }

  /** A stream that ends when its reader is no longer welcome; anything else as it is. */
  Reply asLongAs(BooleanSupplier welcome) {
    if (stream == null) return this;
    Stream whole = stream;
    Stream watched = out -> whole.writeTo(new WelcomeOutput(out, welcome));
    return new Reply(status, contentType, body, watched, headers);
  }

  public Reply with(String header, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(header, value));
    return new Reply(status, contentType, body, stream, more);
  }

  /** What nobody may keep: no cache, and not this program for an {@code Idempotency-Key} either. */
  public Reply keptNowhere() {
    return with("Cache-Control", NO_STORE);
  }

  boolean isKeptNowhere() {
    return headers.contains(Map.entry("Cache-Control", NO_STORE));
  }

  /** With the version that updates must name in {@code If-Match}. */
  public Reply version(long version) {
    return with("ETag", "\"" + version + "\"");
  }
}
