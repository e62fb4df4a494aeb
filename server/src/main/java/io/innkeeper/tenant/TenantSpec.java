package io.innkeeper.tenant;

import io.innkeeper.engine.ImageReference;
import io.innkeeper.secret.Secret;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
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

  /** The same without extra variables. */
  TenantSpec bare() {
    return new TenantSpec(
        displayName, image, hostname, memoryBytes, cores, Map.of(), kind, outside);
  }

  /** What is wanted, as audit lines and conflicts show it; variables by name only. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("displayName", displayName);
    facts.put("image", image.toString());
    facts.put("hostname", hostname.orElse(""));
    facts.put("memory", Sizes.gibibytes(memoryBytes));
    facts.put("cores", cores.toPlainString());
    facts.put("kind", kind.word());
    facts.put("outside", outside);
    environment.forEach(
        (name, value) -> facts.put(name, PlanDifference.secret(name) ? Secret.of(value) : value));
    return facts;
  }
}
