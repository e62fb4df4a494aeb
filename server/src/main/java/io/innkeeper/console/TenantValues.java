package io.innkeeper.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A tenant's values as its forms and commands write them. */
final class TenantValues {
  private TenantValues() {}

  /** Bytes as the memory field holds them: {@code 1.5}. */
  static String gib(long bytes) {
    return BigDecimal.valueOf(bytes)
        .divide(BigDecimal.valueOf(1L << 30), 3, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Without what is said about fields that nobody has filled in yet. */
  static Typed sparing(Typed typed) {
    Map<String, String> said = new LinkedHashMap<>(typed.problems());
    said.keySet().removeIf(name -> typed.value(name).isEmpty());
    return new Typed(typed.values(), said);
  }

  /** What opening and changing have in common, as options and as fields of the call. */
  static CommandLines lines(CommandLines lines, Typed typed) {
    TypedTenant tenant = new TypedTenant(typed);
    return lines
        .with("--image", "image", typed.given("image"))
        .with("--hostname", "hostname", typed.given("hostname"))
        .with("--memory", "memory", Optional.ofNullable(tenant.memory()))
        .number("--cores", "cores", Optional.ofNullable(tenant.cores()))
        .with("--kind", "kind", typed.given("kind"))
        .flag("--outside", "outside", tenant.outside())
        .all("--env", "environment", tenant.environment());
  }
}
