package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Our figures of an upstream's day beside its own.
 *
 * @param day in UTC, as the upstream counts
 * @param theirCost what it told last; absent if it never did
 * @param drift what they counted beyond ours, in USD, exact; absent if they never told
 * @param answer why they did not tell the last time they were asked; empty if they did
 * @param keys theirs by key; empty if they never told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComparisonView(
    String upstream,
    LocalDate day,
    long ourRequests,
    String ourCost,
    @Nullable Long theirRequests,
    @Nullable String theirCost,
    @Nullable String drift,
    String answer,
    Instant comparedAt,
    List<OfKey> keys) {
  public ComparisonView {
    // An older server does not tell.
    keys = keys == null ? List.of() : List.copyOf(keys);
  }

  /**
   * What the upstream counted of one of the organisation's keys there.
   *
   * @param hash by which it knows the key
   */
  public record OfKey(String hash, long requests, String cost) {}
}
