package io.innkeeper.doctor;

import io.innkeeper.http.HttpSettings;
import io.innkeeper.http.ServerCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Checks of the console's ports and certificate. */
public final class DoorChecks {
  private static final Duration SOON = Duration.ofDays(30);
  private static final int PATIENCE_MILLIS = 2_000;

  private DoorChecks() {}

  /** Whether the ports are free, or held by an Innkeeper that answers. */
  public static Check ports(HttpSettings settings) {
    return new NamedCheck(
        "ports",
        () -> {
          boolean ours = answersAsInnkeeper(settings.metricsPort());
          return Stream.of(
                  port(settings.host(), settings.port(), ours),
                  port("127.0.0.1", settings.metricsPort(), ours))
              .toList();
        });
  }

  private static Finding port(String host, int port, boolean ours) {
    if (port == 0) return Finding.ok("ports", "The machine chooses a port at the start.");
    if (ours) return Finding.ok("ports", "Port " + port + " is held by a running Innkeeper.");
    try (ServerSocket free = new ServerSocket()) {
      free.setReuseAddress(true);
      free.bind(new InetSocketAddress(host, port));
      return Finding.ok("ports", "Port " + port + " is free.");
    } catch (IOException e) {
      return Finding.bad(
          "ports",
          "Port " + port + " of " + host + " can't be used: " + e.getMessage() + ".",
          "The server can't start; stop what listens there, or choose another port.",
          "ss -ltnp 'sport = :" + port + "'");
    }
  }

  private static boolean answersAsInnkeeper(int metricsPort) {
    if (metricsPort == 0) return false;
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), metricsPort), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      String request = "GET /health/live HTTP/1.0\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readNBytes(2_000), StandardCharsets.US_ASCII);
      return answer.contains("\"status\":\"up\"");
    } catch (IOException nobody) {
      return false;
    }
  }

  /** Whether the certificate counts, for how long, and its fingerprint to compare. */
  public static Check certificate(Supplier<Optional<ServerCertificate>> certificate, Clock clock) {
    return new NamedCheck(
        "certificate",
        () ->
            List.of(
                certificate
                    .get()
                    .map(found -> about(found, clock.instant()))
                    .orElse(Finding.ok("certificate", "It is made at the first start."))));
  }

  private static Finding about(ServerCertificate certificate, Instant now) {
    String until = certificate.validUntil().toString().substring(0, 10);
    String whose = certificate.selfMade() ? "Self-signed" : "The operator's own";
    String what = whose + ", until " + until + ", SHA-256 " + certificate.fingerprint();
    if (certificate.validAt(now.plus(SOON))) return Finding.ok("certificate", what);
    String meaning =
        certificate.selfMade()
            ? "A new one is made at the next start; the CLI asks to compare its fingerprint again."
            : "Put the renewed certificate in its place and restart.";
    return certificate.validAt(now)
        ? Finding.warn("certificate", what, meaning, "")
        : Finding.bad("certificate", what + ", doesn't count today", meaning, "");
  }
}
