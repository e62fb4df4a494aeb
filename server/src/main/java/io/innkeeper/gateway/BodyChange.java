package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What changes in a request's body, as little as possible: the person's pseudonym, usage asked for
 * where the upstream must be asked, a lowered limit, and OpenRouter's own fields where they would
 * be refused.
 */
record BodyChange(Endpoint endpoint, Upstream upstream, String pseudonym, OptionalLong lowered) {

  /** The edits of a body that was seen whole. */
  List<BodyEdit> edits(BodyScan scan) {
    if (!endpoint.json()) return List.of();
    List<BodyEdit> edits = new ArrayList<>(replacements(scan));
    if (upstream.flavour().strict()) {
      scan.routersOwn()
          .forEach(span -> edits.add(new BodyEdit(span.from(), span.to(), Buffer.buffer())));
    }
    String added = added(scan, true);
    if (!added.isEmpty()) {
      edits.add(new BodyEdit(scan.closedAt(), scan.closedAt(), Buffer.buffer(added)));
    }
    return edits;
  }

  /** The edits inside of what has been seen so far. */
  List<BodyEdit> replacements(BodyScan scan) {
    List<BodyEdit> edits = new ArrayList<>();
    if (endpoint.carriesUser()) {
      scan.span(BodyField.USER).ifPresent(span -> edits.add(edit(span, user())));
    }
    lowered.ifPresent(
        tokens -> lengthSet(scan).ifPresent(span -> edits.add(edit(span, Long.toString(tokens)))));
    if (asksForUsage(scan)) {
      scan.span(BodyField.STREAM_OPTIONS)
          .ifPresent(span -> edits.add(edit(span, "{\"include_usage\":true}")));
    }
    return edits;
  }

  /**
   * What is put before the closing brace.
   *
   * @param whole whether the body was seen whole before it was sent
   */
  String added(BodyScan scan, boolean whole) {
    StringBuilder added = new StringBuilder();
    if (endpoint.carriesUser() && scan.span(BodyField.USER).isEmpty()) {
      added.append(",\"user\":").append(user());
    }
    if (whole && lowered.isPresent() && lengthSet(scan).isEmpty()) {
      endpoint
          .lengthField()
          .ifPresent(
              field ->
                  added
                      .append(",\"")
                      .append(field.name().toLowerCase(java.util.Locale.ROOT))
                      .append("\":")
                      .append(lowered.getAsLong()));
    }
    if (asksForUsage(scan) && scan.span(BodyField.STREAM_OPTIONS).isEmpty()) {
      added.append(",\"stream_options\":{\"include_usage\":true}");
    }
    return added.toString();
  }

  /** Whether the upstream must be asked and the caller didn't ask; a router always tells. */
  private boolean asksForUsage(BodyScan scan) {
    if (upstream.flavour().tellsUsage()
        || !endpoint.asksForUsage()
        || !scan.isTrue(BodyField.STREAM)) {
      return false;
    }
    String asked = scan.raw(BodyField.STREAM_OPTIONS).orElse("");
    return !asked.contains("\"include_usage\":true");
  }

  private static Optional<BodyScan.Span> lengthSet(BodyScan scan) {
    return scan.span(BodyField.MAX_COMPLETION_TOKENS)
        .or(() -> scan.span(BodyField.MAX_TOKENS))
        .or(() -> scan.span(BodyField.MAX_OUTPUT_TOKENS));
  }

  private String user() {
    return new String(Json.bytes(json -> json.writeString(pseudonym)), UTF_8);
  }

  private static BodyEdit edit(BodyScan.Span span, String with) {
    return new BodyEdit(span.from(), span.to(), Buffer.buffer(with));
  }
}
