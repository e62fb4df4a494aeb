package io.innkeeper;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Callers that ask on and on, each time for another kind of answer, until they are closed. */
final class MixedCallers implements AutoCloseable {
  private static final int CALLERS = 8;
  private static final Pattern GENERATION = Pattern.compile("\"id\":\\s*\"(gen-[^\"]+)\"");

  /** How answers may go wrong; written behind the model's name. */
  private static final List<String> WAYS =
      List.of(
          "",
          "#pace=15",
          "#split=3",
          "#no-usage",
          "#crlf,comments=4",
          "#cut-after=3",
          "#error-after=2",
          "#first-byte=120",
          "#cost=8.1e-7");

  private final URI gateway;
  private final Secret key;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<String> whole = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turn = new AtomicInteger();
  private volatile boolean over;

  MixedCallers(URI gateway, Secret key) {
    this.gateway = gateway;
    this.key = key;
    for (int each = 0; each < CALLERS; each++) threads.execute(this::ask);
  }

  /** The upstream's ids of the calls whose last byte has reached its caller. */
  Set<String> whole() {
    return whole;
  }

  private void ask() {
    while (!over) {
      try {
        HttpResponse<String> answer = client.send(next(), HttpResponse.BodyHandlers.ofString());
        Matcher id = GENERATION.matcher(answer.body());
        if (answer.statusCode() == 200 && id.find()) whole.add(id.group(1));
      } catch (IOException cut) {
        // The gateway was killed: what became of the call is for the ledger to say.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private HttpRequest next() {
    int number = turn.getAndIncrement();
    String body =
        "{\"stream\":%b,\"model\":\"acme/lark-mini%s\",\"max_tokens\":200,"
                .formatted(number % 3 > 0, WAYS.get(number % WAYS.size()))
            + "\"messages\":[{\"role\":\"user\",\"content\":\"Question "
            + number
            + "\"}]}";
    return HttpRequest.newBuilder(gateway.resolve("/v1/chat/completions"))
        .header("authorization", "Bearer " + key.unwrap())
        .header("content-type", "application/json")
        .timeout(Duration.ofSeconds(20))
        .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
        .build();
  }

  @Override
  public void close() {
    over = true;
    threads.shutdownNow();
    threads.close();
    client.shutdownNow();
  }
}
