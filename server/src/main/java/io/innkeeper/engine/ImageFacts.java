package io.innkeeper.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An image the engine has: id ({@code sha256:…} of its configuration), tags, registry digests, size
 * in bytes, labels.
 */
public record ImageFacts(
    String id,
    List<String> tags,
    List<String> digests,
    long sizeBytes,
    Instant createdAt,
    Map<String, String> labels) {
  public ImageFacts {
    tags = List.copyOf(tags);
    digests = List.copyOf(digests);
    labels = Map.copyOf(labels);
  }
}
