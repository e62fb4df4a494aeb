package io.innkeeper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.innkeeper.usage.LedgerEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole server, its store and its journal, on a file system of 96 megabytes. */
class FullDiskTest {
  @TempDir private Path place;
  private final HttpClient client = HttpClient.newHttpClient();
  private Path disk;
  private Path filler;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(place.resolve("disk"));
    filler = disk.resolve("filler");
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", disk.toString()) == 0);
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", disk.toString());
  }

  @Test
  void diskFull() throws Exception {
    try (PaidHome home = new PaidHome(disk, "--innkeeper.journal.segment=4KiB");
        Server server = home.start()) {
      await().until(() -> home.call(client) == 200);
      CompletableFuture<HttpResponse<String>> underWay = slow(home);
      await().until(() -> asked(home) == 2);

      fill();
      await().atMost(Duration.ofMinutes(1)).until(() -> home.call(client) == 503);
      assertThat(underWay).as("this call outlasts the room on the disk").isNotDone();
      long before = asked(home);
      for (int i = 0; i < 5; i++) assertThat(home.call(client)).isEqualTo(503);
      assertThat(asked(home)).as("a refused call never reaches the upstream").isEqualTo(before);
      home.upstream().goOn();
      assertThat(underWay.get(1, TimeUnit.MINUTES).body()).endsWith("data: [DONE]\n\n");
      assertThat(home.call(client)).as("the disk is still full").isEqualTo(503);

      Files.delete(filler);
      await().until(() -> home.call(client) == 200);
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> assertThat(ledger(home, server)).isEqualTo(books(home)));
      assertThat(server.rooms().money().usage().unsettled().count(Optional.empty()))
          .as("each cost is known")
          .isZero();
      assertThat(server.rooms().money().usage().reports().check().run().whole()).isTrue();
    }
  }

  private CompletableFuture<HttpResponse<String>> slow(PaidHome home) {
    home.upstream().next("hang-after=3,pieces=10");
    String body =
        "{\"stream\":true,\"model\":\"acme/lark-mini\","
            + "\"messages\":[{\"role\":\"user\",\"content\":\"Dzień dobry\"}]}";
    HttpRequest request =
        HttpRequest.newBuilder(home.gateway().resolve("/v1/chat/completions"))
            .header("authorization", "Bearer " + home.key().unwrap())
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
            .build();
    return client.sendAsync(request, HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  private static long asked(PaidHome home) {
    return home.upstream().requests().stream()
        .filter(one -> one.uri().endsWith("/chat/completions"))
        .count();
  }

  private void fill() throws IOException {
    byte[] some = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) out.write(some);
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  private static Map<String, BigDecimal> ledger(PaidHome home, Server server) {
    return home.calls(server).stream()
        .flatMap(call -> call.generation().stream())
        .collect(toMap(line -> line.call().answer().generation().orElse(""), FullDiskTest::cost));
  }

  private static BigDecimal cost(LedgerEntry.Generation line) {
    return line.cost().decimal().stripTrailingZeros();
  }

  private static Map<String, BigDecimal> books(PaidHome home) {
    return home.charged().entrySet().stream()
        .collect(toMap(Map.Entry::getKey, charge -> charge.getValue().stripTrailingZeros()));
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
