package io.innkeeper.openwebui;

import io.innkeeper.web.NoTrust;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/**
 * Opens clients for workspaces' apps over one shared HTTP client. HTTP/1.1 only: Java's offer to
 * upgrade to HTTP/2 makes the app's server lose the bodies of requests.
 */
public final class AppClients implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .sslContext(NoTrust.context()) // apps listen on loopback, in plain HTTP
          .build();

  /** The app at this address, for example {@code http://127.0.0.1:8081}. Sends nothing yet. */
  public AppClient at(URI base) {
    return at(base, PATIENCE);
  }

  /** The same with another limit for each call. */
  public AppClient at(URI base, Duration patience) {
    URI clean = URI.create(base.toString().replaceFirst("/+$", ""));
    return new AppClient(new AppHttp(http, clean, patience));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
