package io.innkeeper.ingress.nginx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that decides what nginx is told.
 *
 * @param root where its files are
 * @param sites by slug
 * @param fallback shown to whoever asks for a name that nobody has
 * @param thumbprint of the account at the ACME authority: proves names to it
 */
public record FrontPlan(
    Path root,
    Listening listening,
    Handling handling,
    List<Site> sites,
    Fallback fallback,
    Optional<String> thumbprint) {
  public FrontPlan {
    sites = List.copyOf(sites);
  }

  /**
   * Where nginx listens.
   *
   * @param addresses of this machine, IPv6 in brackets
   * @param http2 how its version is told to speak HTTP/2
   * @param user as whom its workers run; empty when it isn't started by root
   */
  public record Listening(
      List<String> addresses, int http, int https, Http2 http2, Optional<String> user) {
    public Listening {
      addresses = List.copyOf(addresses);
    }

    /** What a browser puts behind the host, empty for the usual port. */
    String httpsSuffix() {
      return https == 443 ? "" : ":" + https;
    }
  }

  /** How a version of nginx is told to speak HTTP/2: beside the port, or on a line of its own. */
  public enum Http2 {
    BESIDE_THE_PORT,
    OWN_LINE
  }

  /**
   * How requests are handled.
   *
   * @param plain served without certificates, for development or behind something that has them
   * @param uploadMegabytes the largest body
   * @param requestsPerSecond that one address may ask of one tenant; 0 for any number
   * @param trustedProxies in front of nginx, whose word about the client's address and scheme
   *     counts
   * @param scheme by which people come, if it isn't the one that nginx is spoken to by
   */
  public record Handling(
      boolean plain,
      int uploadMegabytes,
      int requestsPerSecond,
      List<String> trustedProxies,
      Optional<String> scheme) {
    public Handling {
      trustedProxies = List.copyOf(trustedProxies);
    }
  }

  /** A certificate of nobody's name. */
  public record Fallback(String certificate, String key) {
    @Override
    public String toString() {
      return "Fallback[]";
    }
  }
}
