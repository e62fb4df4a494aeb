package io.innkeeper.openrouter;

import io.innkeeper.money.Usd;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a key; what isn't named stays.
 *
 * @param limit the new cap, an empty one for none
 */
public record UpstreamKeyChange(
    Optional<String> name, Optional<Boolean> disabled, Optional<Limit> limit) {
  /** A cap; without an amount there is none. */
  public record Limit(Optional<Usd> amount, Optional<LimitReset> reset) {}

  public static UpstreamKeyChange disabling(boolean disabled) {
    return new UpstreamKeyChange(Optional.empty(), Optional.of(disabled), Optional.empty());
  }

  public static UpstreamKeyChange limiting(Optional<Usd> amount, Optional<LimitReset> reset) {
    return new UpstreamKeyChange(
        Optional.empty(), Optional.empty(), Optional.of(new Limit(amount, reset)));
  }

  /** A null is sent where a cap is taken away: leaving the field out would keep it. */
  Map<String, @Nullable Object> body() {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    name.ifPresent(text -> body.put("name", text));
    disabled.ifPresent(off -> body.put("disabled", off));
    limit.ifPresent(
        cap -> {
          body.put("limit", cap.amount().map(NewUpstreamKey::plain).orElse(null));
          body.put("limit_reset", cap.reset().map(LimitReset::word).orElse(null));
        });
    return body;
  }
}
