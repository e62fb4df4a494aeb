package io.innkeeper.client;

import java.util.List;

/**
 * How large the store is.
 *
 * @param kind product and version
 * @param tables the largest first; none where counting would read all of a large file
 */
public record StoreSizeView(String kind, long bytes, List<TableSizeView> tables) {
  public StoreSizeView {
    tables = List.copyOf(tables);
  }
}
