package io.innkeeper.usage;

import java.util.List;
import java.util.Set;

/**
 * What was read of the upstream's list.
 *
 * @param models in its order
 * @param unread ids of models that are listed, but whose prices nobody can read
 */
public record PriceReading(List<OfferedModel> models, Set<String> unread) {
  public PriceReading {
    models = List.copyOf(models);
    unread = Set.copyOf(unread);
  }
}
