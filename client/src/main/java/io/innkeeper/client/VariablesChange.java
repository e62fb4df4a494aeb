package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a layer is to give otherwise. What isn't named stays.
 *
 * @param set values by name
 * @param remove names the layer is to give no more
 * @param first slugs of the tenants that get it before all others; the first that fails stops it
 * @param dataMoved true where a tenant is led to another database and its data is there already
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VariablesChange(
    @Nullable Map<String, String> set,
    @Nullable List<String> remove,
    @Nullable List<String> first,
    @Nullable Boolean dataMoved) {

  /** Names only: the values may be secrets. */
  @Override
  public String toString() {
    return "VariablesChange[%s, %s, %s]"
        .formatted(set == null ? List.of() : set.keySet(), remove, first);
  }
}
