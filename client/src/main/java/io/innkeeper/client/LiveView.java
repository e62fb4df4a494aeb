package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant uses now and used in the last hour.
 *
 * @param cores 1.0 for one core fully busy
 * @param diskBytes of its data, absent until first measured
 * @param restarts by the engine since the container was made
 * @param newerImage a newer image known to this host, absent if none
 * @param minutes one point a minute, oldest first, at most 60
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LiveView(
    boolean running,
    double cores,
    double coresLimit,
    long memoryBytes,
    long memoryLimitBytes,
    @Nullable Long diskBytes,
    int processes,
    int restarts,
    @Nullable Instant startedAt,
    @Nullable String appVersion,
    @Nullable String newerImage,
    List<Point> minutes) {

  /** One minute. */
  public record Point(Instant at, double cores, long memoryBytes, long diskBytes) {}
}
