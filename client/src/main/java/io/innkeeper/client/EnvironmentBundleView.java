package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a file of several environments does.
 *
 * @param applied false when it was only looked at, or refused: then nothing was changed
 */
public record EnvironmentBundleView(boolean applied, List<Item> environments) {
  public EnvironmentBundleView {
    environments = List.copyOf(environments);
  }

  /**
   * One environment of the file.
   *
   * @param outcome {@code new}, {@code changed}, {@code same} or {@code refused}
   * @param id of the one that there is
   * @param said why it is refused
   * @param changes what differs from what there is, a line each, without a secret
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(
      String name, String outcome, @Nullable UUID id, @Nullable String said, List<String> changes) {
    public Item {
      changes = List.copyOf(changes);
    }
  }
}
