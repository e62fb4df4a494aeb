package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to change; what is absent stays. {@code environment} replaces all extra variables; {@code
 * hostname} "" removes it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TenantChange(
    @Nullable String displayName,
    @Nullable String image,
    @Nullable String hostname,
    @Nullable String memory,
    @Nullable BigDecimal cores,
    @Nullable Map<String, String> environment,
    @Nullable String kind,
    @Nullable Boolean outside) {

  /** Only another display name. */
  public static TenantChange rename(String displayName) {
    return new TenantChange(displayName, null, null, null, null, null, null, null);
  }
}
