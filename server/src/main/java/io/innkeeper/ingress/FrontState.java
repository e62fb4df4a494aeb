package io.innkeeper.ingress;

import java.util.List;

/**
 * How the front door is.
 *
 * @param version of nginx, empty when there is none
 * @param wanted names what the rows say
 * @param laid names what lies in place
 * @param served names what the workers say they serve
 * @param drift files that somebody else changed
 * @param problem why the last change did not come in place, empty if it did
 * @param sites how many tenants have a hostname
 */
public record FrontState(
    IngressMode mode,
    String version,
    boolean running,
    String wanted,
    String laid,
    String served,
    List<String> drift,
    String problem,
    int sites) {

  static FrontState none(int sites) {
    return new FrontState(IngressMode.NONE, "", false, "", "", "", List.of(), "", sites);
  }

  /** In a word: {@code none}, {@code serving}, {@code stopped}, {@code behind}, {@code drifted}. */
  public String word() {
    if (mode == IngressMode.NONE) return "none";
    if (!running) return "stopped";
    if (!wanted.equals(served)) return "behind";
    return drift.isEmpty() ? "serving" : "drifted";
  }
}
