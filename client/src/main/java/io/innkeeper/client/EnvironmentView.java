package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An environment.
 *
 * @param status of all its sources together
 * @param credentials how many its sources tell
 * @param expiryEveryMinutes how often it is looked when its passwords end; absent: as the server is
 *     set
 * @param removedAt since when it is only kept for its history
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnvironmentView(
    UUID id,
    String name,
    String description,
    boolean byFile,
    String status,
    List<SourceView> sources,
    long credentials,
    @Nullable Integer expiryEveryMinutes,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String changedBy,
    @Nullable Instant removedAt,
    long version) {
  public EnvironmentView {
    sources = List.copyOf(sources);
  }
}
