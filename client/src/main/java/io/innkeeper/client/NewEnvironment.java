package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An environment to be added.
 *
 * @param byFile true when its passwords come from a file, so that it may have no source
 * @param manager its SDDC Manager, if it has one
 * @param installer its VCF Installer, if it has one
 * @param expiryEveryMinutes how often it is looked when its passwords end: 5 to 1440, 0 for never;
 *     as the server is set when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewEnvironment(
    @Nullable String name,
    @Nullable String description,
    @Nullable Boolean byFile,
    @Nullable SourceInput manager,
    @Nullable SourceInput installer,
    @Nullable Integer expiryEveryMinutes) {

  /** One that is looked at as usual. */
  public NewEnvironment(
      @Nullable String name,
      @Nullable String description,
      @Nullable Boolean byFile,
      @Nullable SourceInput manager,
      @Nullable SourceInput installer) {
    this(name, description, byFile, manager, installer, null);
  }
}
