package io.innkeeper.openrouter.provision;

import io.innkeeper.client.EarlierUpstreamKeyView;
import io.innkeeper.client.ListedUpstreamKeyView;
import io.innkeeper.client.ManagementKeyView;
import io.innkeeper.client.UpstreamKeyView;
import io.innkeeper.client.UpstreamKeysView;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys as API, CLI and console are told of them; never with a secret. */
public final class UpstreamViews {
  private UpstreamViews() {}

  /** How an organisation's key stands. */
  public static UpstreamKeyView view(KeyState state, boolean managed) {
    Optional<ProvisionedKey> key = state.current();
    boolean made = key.filter(ProvisionedKey::made).isPresent();
    Trouble trouble = state.trouble();
    return new UpstreamKeyView(
        state.organisation().slug().value(),
        state.word(),
        key.map(one -> one.origin().word()).orElse(null),
        key.flatMap(ProvisionedKey::label).orElse(null),
        made ? key.get().told().name() : null,
        key.flatMap(ProvisionedKey::hash).orElse(null),
        made ? money(key.get().told().cap()) : null,
        money(state.cap()),
        key.flatMap(ProvisionedKey::usedFrom).orElse(null),
        managed,
        state.job().orElse(null),
        trouble.problem().orElse(null),
        trouble.retryAt().orElse(null),
        trouble.drift().orElse(null),
        state.earlier().stream().map(UpstreamViews::earlier).toList());
  }

  private static EarlierUpstreamKeyView earlier(ProvisionedKey key) {
    return new EarlierUpstreamKeyView(
        key.shown(),
        key.origin().word(),
        key.state().word(),
        key.madeAt(),
        key.retiredAt().orElse(null),
        key.deleteAt().orElse(null),
        key.goneAt().orElse(null));
  }

  /** A key that the account has. */
  public static ListedUpstreamKeyView view(UpstreamListing.Listed listed) {
    return new ListedUpstreamKeyView(
        listed.key().hash(),
        listed.key().name(),
        listed.key().label(),
        listed.kind().word(),
        listed.organisation().map(Organisation::slug).map(Object::toString).orElse(null),
        listed.key().disabled(),
        money(listed.key().limit()),
        listed.key().credits().month().decimal().stripTrailingZeros(),
        listed.key().createdAt().orElse(null));
  }

  /** What the last look found. */
  public static UpstreamKeysView view(ProvisionedKeys.LastLook look) {
    return new UpstreamKeysView(
        look.at().orElse(null),
        look.known(),
        look.orphans(),
        look.foreigners(),
        look.problem().orElse(null));
  }

  public static ManagementKeyView view(ManagementKey.Told told) {
    return new ManagementKeyView(
        told.source().name().toLowerCase(Locale.ROOT),
        told.label().isEmpty() ? null : told.label(),
        told.since().orElse(null),
        told.by().isEmpty() ? null : told.by());
  }

  private static @Nullable BigDecimal money(Optional<Usd> amount) {
    return amount.map(usd -> new BigDecimal(usd.toString())).orElse(null);
  }
}
