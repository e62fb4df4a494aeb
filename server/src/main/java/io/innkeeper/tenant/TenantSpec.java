package io.innkeeper.tenant;

import io.innkeeper.engine.ImageReference;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is wanted of a tenant's container: everything that may change in its life. */
public record TenantSpec(
    String displayName,
    ImageReference image,
    Optional<String> hostname,
    long memoryBytes,
    BigDecimal cores,
    Map<String, String> environment,
    Kind kind,
    boolean outside) {

  /** What it is for. */
  public enum Kind {
    PRODUCTION,
    STAGING;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public TenantSpec {
    environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    cores = cores.stripTrailingZeros();
  }
}
