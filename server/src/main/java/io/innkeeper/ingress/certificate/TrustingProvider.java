package io.innkeeper.ingress.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.shredzone.acme4j.connector.NetworkSettings;
import org.shredzone.acme4j.provider.GenericAcmeProvider;

/** Any authority, trusted by the usual roots or by the operator's own. */
final class TrustingProvider extends GenericAcmeProvider {
  private final Optional<Path> roots;

  TrustingProvider(Optional<Path> roots) {
    this.roots = roots;
  }

  @Override
  public HttpClient createHttpClient(NetworkSettings settings) {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .connectTimeout(settings.getTimeout())
            .followRedirects(HttpClient.Redirect.NORMAL);
    roots.ifPresent(file -> client.sslContext(trusting(file)));
    return client.build();
  }

  private static SSLContext trusting(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(stream))
        store.setCertificateEntry("root-" + number++, each);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw AcmeFaults.trust(file, e);
    }
  }
}
