package io.innkeeper.gateway;

import io.innkeeper.route.Flavour;
import io.innkeeper.secret.Secret;
import java.net.URI;

/**
 * Where an organisation's calls go.
 *
 * @param name as the ledger knows it; generation ids are unique within it
 * @param base http or https, with the path before {@code /chat/completions}
 * @param key the organisation's real key there
 * @param flavour of the interface it speaks
 */
public record Upstream(String name, URI base, Secret key, Flavour flavour) {
  public Upstream {
    if (base.getHost() == null) throw new IllegalArgumentException("an upstream needs a host");
  }

  /** OpenRouter itself, or one like any other. */
  public Upstream(String name, URI base, Secret key, boolean router) {
    this(name, base, key, router ? Flavour.OPENROUTER : Flavour.COMPATIBLE);
  }

  boolean router() {
    return flavour == Flavour.OPENROUTER;
  }

  boolean tls() {
    return "https".equals(base.getScheme());
  }

  int port() {
    if (base.getPort() > 0) return base.getPort();
    return tls() ? 443 : 80;
  }

  /** The path of one of its endpoints; {@code below} begins with a slash. */
  String path(String below) {
    String path = base.getRawPath() == null ? "" : base.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) + below : path + below;
  }
}
