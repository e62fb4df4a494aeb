package io.innkeeper.ingress.nginx;

import io.innkeeper.ingress.nginx.FrontPlan.Http2;

/** A version of nginx, as far as it changes its language. */
public record NginxVersion(int major, int minor, int patch) {

  /**
   * Of {@code 1.22.1}; one that can't be read counts as old, whose language newer ones read too.
   */
  public static NginxVersion of(String text) {
    if (!text.matches("\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}")) return new NginxVersion(1, 0, 0);
    String[] parts = text.split("\\.");
    return new NginxVersion(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  /** On a line of its own from 1.25.1 on. */
  public Http2 http2() {
    boolean fresh = major > 1 || major == 1 && (minor > 25 || minor == 25 && patch >= 1);
    return fresh ? Http2.OWN_LINE : Http2.BESIDE_THE_PORT;
  }
}
