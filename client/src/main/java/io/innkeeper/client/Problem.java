package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 writes it.
 *
 * @param type {@code urn:innkeeper:problem:} and the code
 * @param title the kind of failure in a few words
 * @param status HTTP status
 * @param detail one sentence: what was tried and why it did not work
 * @param code stable, for programs
 * @param advice one sentence: what to do
 * @param requestId ties the answer to the server's log and audit
 * @param fields the offending fields of the input, each with its sentence
 * @param more further facts, for example both values of a lost update
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable String advice,
    String requestId,
    List<FieldProblem> fields,
    Map<String, Object> more) {
  // What is empty is left out on the wire.
  public Problem {
    fields = fields == null ? List.of() : List.copyOf(fields);
    more = more == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(more));
  }

  /** One field and the sentence about it. */
  public record FieldProblem(String name, String said) {}
}
