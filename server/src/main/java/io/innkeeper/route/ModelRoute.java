package io.innkeeper.route;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Where an organisation's calls for some models go.
 *
 * @param prefix models that begin so; empty for all
 * @param version grows with each change
 */
public record ModelRoute(
    UUID id,
    UUID organisation,
    String prefix,
    Target target,
    Instant changedAt,
    String changedBy,
    long version) {

  /**
   * The upstream.
   *
   * @param name as the ledger knows it
   * @param base what stands before {@code /chat/completions}
   */
  public record Target(String name, URI base, Flavour flavour) {
    Map<String, Object> facts() {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("upstream", name);
      facts.put("baseUrl", base.toString());
      facts.put("flavour", flavour.word());
      return facts;
    }
  }

  String shownPrefix() {
    return prefix.isEmpty() ? "all models" : prefix;
  }
}
