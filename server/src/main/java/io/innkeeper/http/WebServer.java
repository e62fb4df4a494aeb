package io.innkeeper.http;

import static java.util.Objects.requireNonNull;

import io.innkeeper.fault.Fault;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.net.BindException;
import java.security.KeyStore;
import java.security.cert.CRL;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web door: HTTPS for console and API, HTTP on loopback for health and metrics. Plain HTTP on
 * the HTTPS port is recognised and sent to https. Requests run on virtual threads; handlers may
 * block.
 */
public final class WebServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WebServer.class);
  private static final int SHUTDOWN_MILLIS = 5_000;
  private static final int FORM_MEGABYTES = 9;

  private final HttpSettings settings;
  private final Door door;
  private final RequestWatch watch;
  private final Javalin javalin;
  private final SslContextFactory.Server tls = new NoClientCertificates();

  /**
   * @param certificate empty when neither console nor API is served, only health and metrics
   * @param served hears of every request
   */
  public WebServer(
      HttpSettings settings,
      Optional<KeyStore> certificate,
      Routes routes,
      Door door,
      Served served) {
    this.settings = settings;
    this.door = door;
    this.watch = new RequestWatch(served);
    this.javalin = Javalin.create(config -> configure(config, certificate, routes, door));
  }

  /**
   * Has Jetty's types of files known, with every locale of the machine, beside the rest of a start,
   * which would else wait for them.
   */
  public static void wake() {
    Thread.ofPlatform().daemon().name("types").start(() -> requireNonNull(MimeTypes.DEFAULTS));
  }

  /**
   * Nobody is asked for a certificate. Given nothing to believe in, TLS would read every authority
   * that this machine trusts.
   */
  private static final class NoClientCertificates extends SslContextFactory.Server {
    @Override
    protected TrustManager[] getTrustManagers(KeyStore trusted, Collection<? extends CRL> revoked) {
      return new TrustManager[0];
    }
  }

  /**
   * Opens the ports.
   *
   * @throws Fault UNAVAILABLE when a port is taken
   */
  public WebServer start() {
    try {
      javalin.start();
      return this;
    } catch (RuntimeException e) {
      if (!causedBy(e, BindException.class)) throw e;
      throw Fault.of(
              Fault.Kind.UNAVAILABLE,
              "port-taken",
              "Tried to listen on port %d (console) and %d (health), but one of them is taken."
                  .formatted(settings.port(), settings.metricsPort()))
          .advising(
              "Stop what listens there, or choose others with innkeeper.http.port and innkeeper.http.metrics-port.")
          .because(e);
    }
  }

  /** The port of console and API, also when 0 was asked for. */
  public int port() {
    return connector("console").getLocalPort();
  }

  /** The loopback port of health and metrics. */
  public int metricsPort() {
    return connector("metrics").getLocalPort();
  }

  /** Whoever connects from now on is shown another certificate. */
  public void show(KeyStore certificate) {
    try {
      tls.reload(factory -> tls.setKeyStore(certificate));
    } catch (Exception e) {
      throw new IllegalStateException("the new certificate can't be shown", e);
    }
  }

  @Override
  public void close() {
    door.streams().end();
    javalin.stop();
  }

  private void configure(
      JavalinConfig config, Optional<KeyStore> certificate, Routes routes, Door door) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = settings.maxBodyBytes();
    // Forms with files: a brand's pictures, four at once.
    config.jetty.multipartConfig.maxTotalRequestSize(FORM_MEGABYTES, SizeUnit.MB);
    config.jetty.multipartConfig.maxInMemoryFileSize(FORM_MEGABYTES, SizeUnit.MB);
    config.http.prefer405over404 = true;
    config.http.generateEtags = false;
    config.jetty.modifyServer(server -> server.setStopTimeout(SHUTDOWN_MILLIS));
    certificate.ifPresent(
        key -> config.jetty.addConnector((server, http) -> console(server, http, key)));
    config.jetty.addConnector((server, http) -> metrics(server));
    config.routes.before(watch::begin);
    config.routes.before(door::enter);
    routes.all().forEach(route -> hang(config, route, door));
    config.routes.after(watch::end);
    config.routes.exception(HttpResponseException.class, door::refuse);
    config.routes.exception(Exception.class, door::fail);
  }

  private void hang(JavalinConfig config, Endpoint endpoint, Door door) {
    config.routes.addHttpHandler(
        HandlerType.findOrCreate(endpoint.method()),
        endpoint.path(),
        context -> {
          watch.reached(endpoint, context);
          door.serve(endpoint, context);
        });
  }

  private ServerConnector console(Server server, HttpConfiguration shared, KeyStore certificate) {
    tls.setKeyStore(certificate);
    tls.setKeyStorePassword("");
    tls.setSniRequired(false);
    tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    HttpConfiguration secure = new HttpConfiguration(shared);
    SecureRequestCustomizer customizer = new SecureRequestCustomizer();
    customizer.setSniHostCheck(false);
    secure.addCustomizer(customizer);
    quiet(secure);
    HttpConnectionFactory http = new HttpConnectionFactory(secure);
    SslConnectionFactory ssl = new SslConnectionFactory(tls, http.getProtocol());
    ServerConnector connector =
        new ServerConnector(server, new DetectorConnectionFactory(ssl), http);
    connector.setName("console");
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(120_000);
    return connector;
  }

  private ServerConnector metrics(Server server) {
    HttpConfiguration plain = new HttpConfiguration();
    quiet(plain);
    plain.addCustomizer(new LoopbackMark());
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(plain));
    connector.setName("metrics");
    connector.setHost("127.0.0.1");
    connector.setPort(settings.metricsPort());
    return connector;
  }

  private static void quiet(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
  }

  private ServerConnector connector(String name) {
    for (var connector : javalin.jettyServer().server().getConnectors()) {
      if (name.equals(connector.getName())) return (ServerConnector) connector;
    }
    throw new IllegalStateException("no connector " + name);
  }

  static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) return true;
    }
    return false;
  }
}
