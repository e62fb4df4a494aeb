package io.innkeeper.ingress;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Somebody who comes to nginx by a name, without DNS: byte for byte, so that nothing is hidden. */
public record FrontVisitor(int http, int https) {

  /** What came back; everything when the other side just hung up is an empty status. */
  public record Answer(String status, String head, String body) {
    public String header(String name) {
      return head.lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  public Answer get(String name, String path, String... headers) throws IOException {
    return ask("GET", name, name, path, new byte[0], headers);
  }

  public Answer ask(
      String method, String sni, String host, String path, byte[] body, String... headers)
      throws IOException {
    try (SSLSocket socket = secured(sni, "http/1.1")) {
      return ask(socket, method, host, path, body, headers);
    }
  }

  public Answer plain(String host, String path, String... headers) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", http));
      return ask(socket, "GET", host, path, new byte[0], headers);
    }
  }

  /** The certificate that is shown for a name; empty for none given. */
  public X509Certificate certificate(String sni) throws IOException {
    try (SSLSocket socket = secured(sni, "http/1.1")) {
      Certificate[] chain = socket.getSession().getPeerCertificates();
      return (X509Certificate) chain[0];
    }
  }

  public SSLSocket secured(String sni, String... protocols) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Any()}, null);
      SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket();
      socket.connect(new InetSocketAddress("127.0.0.1", https));
      SSLParameters parameters = socket.getSSLParameters();
      if (!sni.isEmpty()) parameters.setServerNames(List.of(new SNIHostName(sni)));
      parameters.setApplicationProtocols(protocols);
      socket.setSSLParameters(parameters);
      socket.setSoTimeout(30_000);
      socket.startHandshake();
      return socket;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static Answer ask(
      Socket socket, String method, String host, String path, byte[] body, String... headers)
      throws IOException {
    StringBuilder head =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
    for (String header : headers) head.append(header).append("\r\n");
    if (body.length > 0) head.append("Content-Length: ").append(body.length).append("\r\n");
    boolean keeps = String.join("\n", headers).contains("Connection:");
    if (!keeps) head.append("Connection: close\r\n");
    socket.getOutputStream().write(head.append("\r\n").toString().getBytes(ISO_8859_1));
    socket.getOutputStream().write(body);
    socket.getOutputStream().flush();
    return read(socket);
  }

  private static Answer read(Socket socket) throws IOException {
    String all;
    try {
      all = new String(socket.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException cut) {
      return new Answer("", "", "");
    }
    int end = all.indexOf("\r\n\r\n");
    if (end < 0) return new Answer("", "", all);
    String head = all.substring(0, end);
    return new Answer(head.split(" ")[1], head, all.substring(end + 4));
  }

  private static final class Any extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

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
