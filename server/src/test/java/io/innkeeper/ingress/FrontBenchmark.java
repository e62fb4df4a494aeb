package io.innkeeper.ingress;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.innkeeper.store.Dialect;
import io.innkeeper.store.TestingStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;

/**
 * Measures the front door: a change with so many tenants, from the stored rows until nginx's new
 * workers serve it, and what nginx adds until an answer's first byte. {@code FrontBenchmark TENANTS
 * ROUNDS}; prints {@code change MILLIS}, {@code direct MICROS} and {@code nginx MICROS}.
 */
public final class FrontBenchmark {
  // nginx ends a connection after a thousand requests.
  private static final int ASKED = 600;
  private static final int WARM = 300;

  private FrontBenchmark() {}

  public static void main(String[] words) throws Exception {
    int tenants = Integer.parseInt(words[0]);
    int rounds = Integer.parseInt(words[1]);
    try (TestingStore store = TestingStore.open(Dialect.SQLITE);
        TestingApp app = TestingApp.start();
        TestingIngress ingress =
            TestingIngress.on(
                store.database(), Clock.systemUTC(), "--innkeeper.ingress.requests-per-second=0")) {
      for (int i = 0; i < tenants; i++) {
        House house = ingress.house("tenant-" + i, app.port());
        ingress.claim(house, java.util.Optional.of("chat-" + i + ".client.example"));
        ingress.unlocked(house);
      }
      ingress.room().front().apply();
      changes(ingress, rounds);
      for (int round = 0; round < rounds; round++) firstBytes(ingress, app);
    }
    System.exit(0);
  }

  private static void changes(TestingIngress ingress, int rounds) {
    House house = ingress.hostnames().street().named("tenant-7");
    for (int round = 0; round < rounds; round++) {
      long began = System.nanoTime();
      ingress.hostnames().maintenance(house, round % 2 == 0, "", TestingIngress.BY);
      System.out.println("change " + (System.nanoTime() - began) / 1_000_000);
    }
  }

  private static void firstBytes(TestingIngress ingress, TestingApp app) throws IOException {
    String name = "chat-0.client.example";
    try (Socket direct = new Socket(InetAddress.getLoopbackAddress(), app.port());
        SSLSocket through = ingress.visitor().secured(name, "http/1.1")) {
      direct.setTcpNoDelay(true);
      through.setTcpNoDelay(true);
      System.out.println("direct " + median(direct, name));
      System.out.println("nginx " + median(through, name));
    }
  }

  /** From the request's last byte to the answer's first, on a connection that is kept. */
  private static long median(Socket socket, String name) throws IOException {
    byte[] asked = ("GET / HTTP/1.1\r\nHost: " + name + "\r\n\r\n").getBytes(ISO_8859_1);
    long[] micros = new long[ASKED];
    InputStream in = socket.getInputStream();
    for (int i = -WARM; i < ASKED; i++) {
      long began = System.nanoTime();
      socket.getOutputStream().write(asked);
      int first = in.read();
      long took = (System.nanoTime() - began) / 1_000;
      if (first < 0) throw new IOException("the other side has hung up");
      if (i >= 0) micros[i] = took;
      skip(in);
    }
    Arrays.sort(micros);
    return micros[ASKED / 2];
  }

  /** The rest of an answer whose body is {@code body 0}. */
  private static void skip(InputStream in) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf("\r\n\r\nbody 0") < 0) read.append((char) in.read());
  }
}
