package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What chosen tenants are to have otherwise in their own layers. What isn't named stays.
 *
 * @param tenants slugs or ids; with {@code where}, those of them that it fits
 * @param where whom it is about by what they are, instead of or beside their names
 * @param set values by name
 * @param remove names that they are to set no more; who doesn't set them is left alone
 * @param first slugs of those that get it before all others; the first that fails stops it
 * @param leaveOut whether those that refuse are left out; else nothing is done while one does
 * @param reason why, for the audit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeveralVariablesChange(
    @Nullable List<String> tenants,
    @Nullable TenantsWhere where,
    @Nullable Map<String, String> set,
    @Nullable List<String> remove,
    @Nullable List<String> first,
    @Nullable Boolean leaveOut,
    @Nullable String reason) {

  /** Names only: the values may be secrets. */
  @Override
  public String toString() {
    return "SeveralVariablesChange[%s, %s, %s]"
        .formatted(tenants, set == null ? List.of() : set.keySet(), remove);
  }
}
