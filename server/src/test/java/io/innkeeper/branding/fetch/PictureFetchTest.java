package io.innkeeper.branding.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetching, against a server that answers whatever a test wants. */
class PictureFetchTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Answers server = new Answers();
  private final PictureFetch fetch =
      new PictureFetch(true, 1_000, PATIENCE, InetAddress::isLoopbackAddress);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void bodiesOfEveryFormAreRead() {
    server.next("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
    assertThat(fetch.fetch(server.url("/a/logo.png?v=1")))
        .satisfies(
            fetched -> {
              assertThat(new String(fetched.bytes(), ISO_8859_1)).isEqualTo("hello");
              assertThat(fetched.name()).isEqualTo("logo.png");
            });
    assertThat(server.asked).contains("GET /a/logo.png?v=1 HTTP/1.1").contains("Connection: close");
    server.next(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n");
    assertThat(fetch.fetch(server.url("/")).bytes()).hasSize(5);
    server.next("HTTP/1.0 200 OK\r\n\r\nhello");
    assertThat(fetch.fetch(server.url("/")).bytes()).hasSize(5);
  }

  @Test
  void redirectsAreFollowedAndEachIsLookedAt() {
    server.next("HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\n");
    server.next("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    assertThat(fetch.fetch(server.url("/a")).bytes()).hasSize(2);
    server.next("HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/x\r\n\r\n");
    assertRefused("picture-address-private", server.url("/a"));
    server.next("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n");
    assertRefused("picture-url", server.url("/a"));
    for (String nowhere : List.of("a b", "http://[", "/x y?z", "http:// /")) {
      server.next("HTTP/1.1 302 Found\r\nLocation: " + nowhere + "\r\n\r\n");
      assertRefused("picture-not-fetched", server.url("/a"));
    }
    for (int i = 0; i < 4; i++) server.next("HTTP/1.1 302 Found\r\nLocation: /a\r\n\r\n");
    assertRefused("picture-not-fetched", server.url("/a"));
  }

  @Test
  void pathOfAnyLetterIsAskedAsABrowserWould() {
    server.next("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    assertThat(fetch.fetch(server.url("/źródło.png")).bytes()).hasSize(2);
    assertThat(server.asked).contains("GET /%C5%BAr%C3%B3d%C5%82o.png HTTP/1.1");
  }

  @Test
  void tooMuchTooLateAndNonsenseAreRefused() {
    server.next("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n");
    assertRefused("picture-too-many-bytes", server.url("/"));
    server.next("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(2_000));
    assertRefused("picture-too-many-bytes", server.url("/"));
    server.next(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n" + "x".repeat(2_000));
    assertRefused("picture-too-many-bytes", server.url("/"));
    for (String answer :
        List.of(
            "HTTP/1.1 404 Not Found\r\n\r\n",
            "SSH-2.0-OpenSSH\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n")) {
      server.next(answer);
      assertRefused("picture-not-fetched", server.url("/"));
    }
    // Nothing is answered at all.
    server.silent();
    PictureFetch hasty =
        new PictureFetch(true, 1_000, Duration.ofSeconds(2), InetAddress::isLoopbackAddress);
    assertRefused(hasty, "picture-not-fetched", server.url("/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://client.example/logo.png",
        "ftp://client.example/x",
        "file:///etc/passwd",
        "https://user:secret@client.example/x",
        "https:///x",
        "not an address",
        ""
      })
  void onlyHttpsAddressesAreTaken(String url) {
    assertThatThrownBy(() -> new PictureFetch(false, 10, PATIENCE).fetch(url))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo("picture-url"));
  }

  @Test
  void hostOfThisMachineIsRefusedByName() {
    PictureFetch usual = new PictureFetch(true, 10, PATIENCE);
    for (String host : List.of("localhost", "127.0.0.1", "[::1]", "2130706433", "0x7f.1"))
      assertThatThrownBy(() -> usual.fetch("http://" + host + "/"))
          .isInstanceOfSatisfying(
              Fault.class,
              fault ->
                  assertThat(fault.code())
                      .isIn("picture-address-private", "picture-not-fetched", "picture-url"));
  }

  private void assertRefused(String code, String url) {
    assertRefused(fetch, code, url);
  }

  private static void assertRefused(PictureFetch fetch, String code, String url) {
    assertThatThrownBy(() -> fetch.fetch(url))
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  /** Answers one connection after the other with the bytes it was given. */
  private static final class Answers implements AutoCloseable {
    private final ServerSocket socket = open();
    private final Deque<String> answers = new ArrayDeque<>();
    private volatile String asked = "";

    Answers() {
      Thread.ofVirtual().start(this::serve);
    }

    synchronized void next(String answer) {
      answers.add(answer);
    }

    synchronized void silent() {
      answers.add("");
    }

    private synchronized String take() {
      return answers.isEmpty() ? "" : answers.remove();
    }

    String url(String path) {
      return "http://127.0.0.1:" + socket.getLocalPort() + path;
    }

    private void serve() {
      while (!socket.isClosed()) {
        try (Socket one = socket.accept()) {
          byte[] head = new byte[4_096];
          int read = one.getInputStream().read(head);
          asked = new String(head, 0, Math.max(0, read), ISO_8859_1);
          String answer = take();
          if (answer.isEmpty()) one.getInputStream().read();
          one.getOutputStream().write(answer.getBytes(ISO_8859_1));
        } catch (IOException gone) {
          // The next one is served all the same.
        }
      }
    }

    private static ServerSocket open() {
      try {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
