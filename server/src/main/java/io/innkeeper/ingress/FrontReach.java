package io.innkeeper.ingress;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.dns.Hostname;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Comes to our own nginx as a browser would, by a tenant's name, and sees that its app answers.
 * What DNS and the way here do is another matter, and so is whether browsers like the certificate.
 */
final class FrontReach {
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int TRIES = 5;

  private final IngressSettings settings;

  FrontReach(IngressSettings settings) {
    this.settings = settings;
  }

  /**
   * Answers when the app does.
   *
   * @throws Fault UNAVAILABLE when it doesn't, by nginx
   */
  void prove(Hostname name) throws InterruptedException {
    String status = "nothing";
    for (int tries = 0; tries < TRIES; tries++) {
      status = status(name);
      if (status.startsWith("200")) return;
      Thread.sleep(300);
    }
    throw Fault.of(
            Fault.Kind.UNAVAILABLE,
            "front-door-closed",
            "The app is well, but by " + name + " nginx answers " + status + " instead of it.")
        .advising("./innkeeper ingress show says how nginx is.");
  }

  private String status(Hostname name) {
    try (Socket socket = connect(name)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      String asked =
          "GET /health HTTP/1.1\r\nHost: "
              + host(name)
              + "\r\nUser-Agent: Innkeeper\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(asked.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      String answer = new String(socket.getInputStream().readNBytes(64), ISO_8859_1);
      return answer.startsWith("HTTP/1.1 ")
          ? answer.substring(9).lines().findFirst().orElse("")
          : "nothing";
    } catch (IOException e) {
      return "nothing (" + e.getMessage() + ")";
    }
  }

  private String host(Hostname name) {
    int port = port();
    return port == (settings.plainHttp() ? 80 : 443) ? name.value() : name + ":" + port;
  }

  private int port() {
    return settings.plainHttp() ? settings.httpPort() : settings.httpsPort();
  }

  private Socket connect(Hostname name) throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(address(), port()), TIMEOUT_MILLIS);
    return settings.plainHttp() ? socket : secured(socket, name);
  }

  /** One of those that nginx listens on. */
  private InetAddress address() {
    String first = settings.listen().getFirst().replaceAll("[\\[\\]]", "");
    InetAddress address = InetAddress.ofLiteral(first);
    return address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
  }

  private static Socket secured(Socket plain, Hostname name) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Any()}, null);
      SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, name.value(), 443, true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName(name.value())));
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** Nothing secret is sent, and a self-signed certificate is no obstacle to the app. */
  private static final class Any extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
