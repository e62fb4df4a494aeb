package io.innkeeper.web;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * For clients that never speak TLS. Given nothing, they read every authority that this machine
 * trusts before they are asked for anything, which each start would wait for.
 */
public final class NoTrust {
  private NoTrust() {}

  /** One that believes no certificate. */
  public static SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[0], null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("there is no TLS", e);
    }
  }
}
