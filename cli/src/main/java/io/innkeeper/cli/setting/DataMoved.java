package io.innkeeper.cli.setting;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Said by who leads a workspace to another database. */
final class DataMoved {
  @Option(
      names = "--data-moved",
      description = "The tenant is led to another database, and its data is there already.")
  private boolean moved;

  /** Only what was said is sent. */
  @Nullable Boolean said() {
    return moved ? true : null;
  }
}
