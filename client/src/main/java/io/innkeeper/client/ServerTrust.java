package io.innkeeper.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Which server certificate is believed: exactly the pinned one, whatever name it carries, or any
 * that the machine's authorities vouch for.
 *
 * @param pinned the fingerprint compared when somebody first signed in
 */
public record ServerTrust(Optional<Fingerprint> pinned) {
  private static final int PROBE_MILLIS = 10_000;

  /** Believes the machine's certificate authorities, name included. */
  public static ServerTrust authorities() {
    return new ServerTrust(Optional.empty());
  }

  /** Believes this one certificate only. */
  public static ServerTrust pinned(Fingerprint fingerprint) {
    return new ServerTrust(Optional.of(fingerprint));
  }

  /** What a server shows when asked, and whether the machine's authorities vouch for it. */
  public record Shown(Fingerprint fingerprint, boolean vouched) {}

  /**
   * Asks a server for its certificate without believing it.
   *
   * @throws ServerUnreachable when nobody answers in TLS
   */
  public static Shown shownBy(URI server) {
    OnlyThis any = new OnlyThis(Optional.empty());
    try {
      handshake(server, context(any), false);
    } catch (IOException e) {
      if (any.seen().isEmpty()) throw ServerUnreachable.at(server, e);
    }
    Fingerprint shown = any.seen().orElseThrow(() -> ServerUnreachable.at(server, null));
    return new Shown(shown, vouched(server));
  }

  SSLContext context() {
    return context(pinned.isPresent() ? new OnlyThis(pinned) : null);
  }

  private static boolean vouched(URI server) {
    try {
      handshake(server, context(null), true);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void handshake(URI server, SSLContext context, boolean checkName)
      throws IOException {
    int port = server.getPort() < 0 ? 443 : server.getPort();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(server.getHost(), port), PROBE_MILLIS);
      plain.setSoTimeout(PROBE_MILLIS);
      try (SSLSocket tls =
          (SSLSocket)
              context.getSocketFactory().createSocket(plain, server.getHost(), port, true)) {
        SSLParameters parameters = tls.getSSLParameters();
        if (checkName) parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
      }
    }
  }

  private static SSLContext context(@org.jspecify.annotations.Nullable TrustManager trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust == null ? null : new TrustManager[] {trust}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Another certificate than the pinned one was shown. */
  static final class Changed extends CertificateException {
    private static final long serialVersionUID = 1;
    private final transient Fingerprint seen;

    Changed(Fingerprint seen) {
      super("the certificate is " + seen);
      this.seen = seen;
    }

    Fingerprint seen() {
      return seen;
    }
  }

  /**
   * Accepts the one fingerprint, or any when there is none, and remembers what it saw. Extended, so
   * that the platform adds no check of the name by itself.
   */
  private static final class OnlyThis extends X509ExtendedTrustManager {
    private final Optional<Fingerprint> expected;
    private volatile Optional<Fingerprint> seen = Optional.empty();

    OnlyThis(Optional<Fingerprint> expected) {
      this.expected = expected;
    }

    Optional<Fingerprint> seen() {
      return seen;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      Fingerprint shown = Fingerprint.of(chain[0]);
      seen = Optional.of(shown);
      if (expected.isPresent() && !expected.get().equals(shown)) throw new Changed(shown);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
        throws CertificateException {
      checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
        throws CertificateException {
      checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
        throws CertificateException {
      checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
        throws CertificateException {
      checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
