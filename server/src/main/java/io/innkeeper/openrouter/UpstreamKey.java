package io.innkeeper.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.money.Usd;
import java.time.Instant;
import java.util.Optional;

/**
 * A key at the upstream.
 *
 * @param hash names it in later questions; empty when a key asks about itself
 * @param label the key, masked
 * @param limit empty for no cap
 * @param remaining below the cap; negative when it was overshot
 * @param reset how often the cap begins anew
 */
public record UpstreamKey(
    String hash,
    String name,
    String label,
    boolean disabled,
    boolean management,
    Optional<Usd> limit,
    Optional<Usd> remaining,
    Optional<LimitReset> reset,
    Spent credits,
    Spent ownKeys,
    Optional<Instant> createdAt,
    Optional<Instant> expiresAt) {

  /** Spent in all, and in the present UTC day, week from Monday, and month. */
  public record Spent(Usd ever, Usd day, Usd week, Usd month) {
    private static Spent read(JsonNode data, String name) {
      return new Spent(
          Amounts.usd(data.path(name)),
          Amounts.usd(data.path(name + "_daily")),
          Amounts.usd(data.path(name + "_weekly")),
          Amounts.usd(data.path(name + "_monthly")));
    }
  }

  /**
   * Whether it looks like this; before a pasted key was asked, we know its last four characters.
   */
  public boolean looksLike(String shown) {
    if (shown.equals(label)) return true;
    int dots = shown.indexOf('…');
    return dots >= 0
        && shown.length() > dots + 1
        && label.startsWith(shown.substring(0, dots))
        && label.endsWith(shown.substring(dots + 1));
  }

  static UpstreamKey read(JsonNode data) {
    return new UpstreamKey(
        data.path("hash").asText(""),
        data.path("name").asText(""),
        data.path("label").asText(""),
        data.path("disabled").asBoolean(),
        data.path("is_management_key").asBoolean(),
        Amounts.maybe(data.path("limit")),
        Amounts.maybe(data.path("limit_remaining")),
        LimitReset.of(data.path("limit_reset").asText("")),
        Spent.read(data, "usage"),
        Spent.read(data, "byok_usage"),
        Amounts.time(data.path("created_at")),
        Amounts.time(data.path("expires_at")));
  }
}
