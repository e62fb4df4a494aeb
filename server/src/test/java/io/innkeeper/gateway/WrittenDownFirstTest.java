package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upstream that looks into the journal's file at the moment it first hears of a call. */
class WrittenDownFirstTest {
  private static final int CALLS = 300;
  private static final int AT_ONCE = 16;
  private static final Pattern MODEL = Pattern.compile("acme/lark-mini:call-[0-9]+-");
  private static final String ANSWER =
      "{\"id\":\"gen-%d\",\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":1,\"cost\":0.25}}";

  @TempDir private Path home;
  private final Queue<String> seen = new ConcurrentLinkedQueue<>();
  private final Queue<String> missing = new ConcurrentLinkedQueue<>();
  private TestingGateway gateway;
  private HttpServer upstream;
  private ExecutorService threads;

  @BeforeEach
  void open() throws IOException {
    gateway = new TestingGateway(home);
    threads = Executors.newFixedThreadPool(AT_ONCE);
    upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    upstream.setExecutor(threads);
    upstream.createContext("/", this::look);
    upstream.start();
    gateway.know(key());
  }

  @AfterEach
  void close() {
    upstream.stop(0);
    threads.close();
    gateway.close();
  }

  private void look(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Matcher model = MODEL.matcher(asked);
    if (model.find()) {
      seen.add(model.group());
      if (!journal().contains(model.group())) missing.add(model.group());
    }
    byte[] answer = ANSWER.formatted(seen.size()).getBytes(UTF_8);
    exchange.getResponseHeaders().add("content-type", "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  /** What a gateway killed just now would leave behind. */
  private String journal() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("journal"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(one -> one.toString().endsWith(".journal")).toList()) {
        all.append(Files.readString(file, ISO_8859_1));
      }
      return all.toString();
    }
  }

  @Test
  void aCallIsInTheFileWhenTheUpstreamFirstHearsOfIt() throws Exception {
    try (ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Integer>> calls =
          IntStream.range(0, CALLS).mapToObj(number -> callers.submit(() -> call(number))).toList();
      for (Future<Integer> call : calls) assertThat(call.get()).isEqualTo(200);
    }
    assertThat(seen).hasSize(CALLS);
    assertThat(missing).isEmpty();
  }

  private int call(int number) {
    String model = "acme/lark-mini:call-" + number + "-";
    return gateway.chat(TestingGateway.asking(false, model)).statusCode();
  }

  private KnownKey key() {
    URI address = URI.create("http://127.0.0.1:" + upstream.getAddress().getPort() + "/v1");
    return gateway.key(new Upstream("looks", address, gateway.upstream().key(), true));
  }
}
