package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.route.Flavour;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
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
    String added = added(scan);
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
    lowered.ifPresent(tokens -> edits.addAll(limits(scan, tokens)));
    if (wantsUsage() && mayStream(scan)) {
      scan.span(BodyField.STREAM_OPTIONS)
          .flatMap(span -> StreamOptions.edit(span, scan.raw(BodyField.STREAM_OPTIONS)))
          .ifPresent(edits::add);
    }
    return edits;
  }

  /** What is put before the closing brace. */
  String added(BodyScan scan) {
    StringBuilder added = new StringBuilder();
    if (endpoint.carriesUser() && scan.span(BodyField.USER).isEmpty()) {
      added.append(",\"user\":").append(user());
    }
    List<BodyField> limits = endpoint.lengthFields();
    if (lowered.isPresent() && limits.stream().allMatch(field -> scan.span(field).isEmpty())) {
      added.append(",\"").append(limit().word()).append("\":").append(lowered.getAsLong());
    }
    boolean streams = scan.isTrue(BodyField.STREAM);
    if (wantsUsage() && streams && scan.span(BodyField.STREAM_OPTIONS).isEmpty()) {
      added.append(",\"stream_options\":").append(StreamOptions.USAGE);
    }
    return added.toString();
  }

  /** Whether the upstream must be asked for the usage of a stream; a router always tells. */
  private boolean wantsUsage() {
    return !upstream.flavour().tellsUsage() && endpoint.asksForUsage();
  }

  /** Options may come before the word that it is a stream, and would be gone by then. */
  private static boolean mayStream(BodyScan scan) {
    return scan.isTrue(BodyField.STREAM) || scan.span(BodyField.STREAM).isEmpty();
  }

  /** Every limit that is set and allows more is set lower; the caller's own stays if it is. */
  private List<BodyEdit> limits(BodyScan scan, long tokens) {
    List<BodyEdit> edits = new ArrayList<>();
    for (BodyField field : endpoint.lengthFields()) {
      if (scan.number(field).orElse(Long.MAX_VALUE) <= tokens) continue;
      scan.span(field).ifPresent(span -> edits.add(edit(span, Long.toString(tokens))));
    }
    return edits;
  }

  /** The field that is set where there is none; OpenAI's newer models refuse the older one. */
  private BodyField limit() {
    return upstream.flavour() == Flavour.OPENAI && endpoint == Endpoint.CHAT
        ? BodyField.MAX_COMPLETION_TOKENS
        : endpoint.lengthFields().getFirst();
  }

  private String user() {
    return new String(Json.bytes(json -> json.writeString(pseudonym)), UTF_8);
  }

  private static BodyEdit edit(BodyScan.Span span, String with) {
    return new BodyEdit(span.from(), span.to(), Buffer.buffer(with));
  }
}
