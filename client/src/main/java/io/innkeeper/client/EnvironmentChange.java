package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to change of an environment; what is absent stays.
 *
 * @param remove what it has no longer: {@code manager}, {@code installer}, or {@code
 *     expiryEveryMinutes}, so that it is looked at as the server is set
 * @param expiryEveryMinutes how often it is looked when its passwords end: 5 to 1440, 0 for never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnvironmentChange(
    @Nullable String name,
    @Nullable String description,
    @Nullable Boolean byFile,
    @Nullable SourceInput manager,
    @Nullable SourceInput installer,
    @Nullable List<String> remove,
    @Nullable Integer expiryEveryMinutes) {

  /** One that leaves alone how often it is looked when passwords end. */
  public EnvironmentChange(
      @Nullable String name,
      @Nullable String description,
      @Nullable Boolean byFile,
      @Nullable SourceInput manager,
      @Nullable SourceInput installer,
      @Nullable List<String> remove) {
    this(name, description, byFile, manager, installer, remove, null);
  }
}
