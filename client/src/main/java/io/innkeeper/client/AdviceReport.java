package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the security advisor knows.
 *
 * @param items the worst first
 * @param lookedAt when everything was last looked at; absent if never
 * @param fresh how much was new then
 * @param gone how much was found no more then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdviceReport(
    List<AdviceView> items, @Nullable Instant lookedAt, int fresh, int gone) {
  public AdviceReport {
    items = List.copyOf(items);
  }
}
