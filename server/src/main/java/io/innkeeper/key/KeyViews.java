package io.innkeeper.key;

import io.innkeeper.client.KeyView;
import io.innkeeper.client.RetiringKeyView;
import io.innkeeper.key.WorkspaceKeys.WorkspaceKey;
import io.innkeeper.money.Usd;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys as API, CLI and console are told of them. */
final class KeyViews {
  private KeyViews() {}

  static KeyView of(VirtualKey key, Instant now) {
    KeySpec spec = key.spec();
    return new KeyView(
        key.id(),
        "virtual",
        spec.name(),
        key.organisation(),
        key.tenant().orElse(null),
        spec.person().isEmpty() ? null : spec.person(),
        key.hint(),
        key.state(now),
        boxed(spec.limits().requestsPerMinute()),
        boxed(spec.limits().tokensPerMinute()),
        boxed(spec.limits().atOnce()),
        spec.budget().map(Usd::decimal).map(amount -> amount.stripTrailingZeros()).orElse(null),
        spec.models().texts(),
        spec.expires().orElse(null),
        retiring(key.retiring()),
        key.createdAt(),
        key.createdBy(),
        key.rotatedAt().orElse(null),
        key.revokedAt().orElse(null),
        key.version());
  }

  /** A workspace's own key has no limits beside its organisation's and its tenant's. */
  static KeyView of(WorkspaceKey key) {
    UUID tenant = key.tenant();
    return new KeyView(
        tenant,
        "workspace",
        key.name(),
        key.organisation(),
        tenant,
        null,
        key.hint(),
        key.running() ? "active" : "stopped",
        null,
        null,
        null,
        null,
        List.of(),
        null,
        retiring(key.retiring()),
        key.since(),
        key.by(),
        key.rotatedAt().orElse(null),
        null,
        key.version());
  }

  private static List<RetiringKeyView> retiring(List<VirtualKey.Retiring> all) {
    return all.stream()
        .map(one -> new RetiringKeyView(one.hint(), one.until().orElse(null)))
        .toList();
  }

  private static @Nullable Long boxed(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
