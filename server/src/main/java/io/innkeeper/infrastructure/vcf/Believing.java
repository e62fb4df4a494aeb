package io.innkeeper.infrastructure.vcf;

import io.innkeeper.infrastructure.Trust;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are believed; remembers what was shown, for the sentence about it. */
final class Believing extends X509ExtendedTrustManager {
  private final Trust trust;
  private final X509ExtendedTrustManager authorities;
  private volatile Optional<X509Certificate> shown = Optional.empty();

  Believing(Trust trust) {
    this.trust = trust;
    this.authorities = authorities(trust);
  }

  /** The certificate that was shown last, believed or not. */
  Optional<X509Certificate> shown() {
    return shown;
  }

  /** Whether the certificate's names are asked for: one that is pinned is itself its name. */
  boolean byName() {
    return trust.kind() == Trust.Kind.SYSTEM || trust.kind() == Trust.Kind.CA;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    shown = Optional.of(chain[0]);
    switch (trust.kind()) {
      case SYSTEM, CA -> {
        // Java doesn't look at the dates of a certificate that is an authority itself.
        chain[0].checkValidity();
        authorities.checkServerTrusted(chain, type, engine);
      }
      case PIN -> pinned(chain[0]);
      case OFF -> {
        // A person chose that, and every page about it says so.
      }
    }
  }

  private void pinned(X509Certificate leaf) throws CertificateException {
    if (!Trust.fingerprint(leaf).equals(trust.text())) throw new OtherCertificate();
  }

  /** Not the certificate that was pinned. */
  static final class OtherCertificate extends CertificateException {
    private static final long serialVersionUID = 1L;

    OtherCertificate() {
      super("another certificate than the pinned one");
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("only engines are used");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("only engines are used");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("we are no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("we are no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("we are no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }

  private static X509ExtendedTrustManager authorities(Trust trust) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trust.kind() == Trust.Kind.CA ? given(trust) : system());
      return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException | java.io.IOException e) {
      throw new IllegalStateException("authorities can't be read", e);
    }
  }

  @SuppressWarnings("NullAway") // null stands for what the machine knows
  private static @Nullable KeyStore system() {
    return null;
  }

  private static KeyStore given(Trust trust) throws GeneralSecurityException, java.io.IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int number = 0;
    for (X509Certificate one : trust.certificates())
      store.setCertificateEntry("authority-" + number++, one);
    return store;
  }
}
