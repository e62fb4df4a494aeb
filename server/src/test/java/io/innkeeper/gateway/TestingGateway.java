package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.budget.BudgetBook;
import io.innkeeper.journal.Journal;
import io.innkeeper.journal.JournalReader;
import io.innkeeper.journal.JournalRecord;
import io.innkeeper.journal.JournalSettings;
import io.innkeeper.journal.Position;
import io.innkeeper.money.Usd;
import io.innkeeper.secret.Secret;
import io.innkeeper.settings.ByteSize;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.store.Ids;
import io.innkeeper.usage.CallCodec;
import io.innkeeper.usage.CallEvent;
import io.innkeeper.usage.CallSettled;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/**
 * A gateway with its journal before the OpenRouter stand-in, for one organisation with one
 * workspace key.
 */
final class TestingGateway implements AutoCloseable {
  static final String KEY = "ink-vk-testing";
  static final Secret IDENTITY = Secret.of("the workspace signs with this");
  static final long PICTURE = 4_000_000_000L;
  static final UUID HOUSE = new UUID(0, 1);
  static final UUID TENANT = new UUID(0, 2);
  static final UUID KEY_ID = new UUID(0, 3);

  final OpenRouterSimulator upstream = OpenRouterSimulator.start(0);
  final AtomicReference<Directory> directory = new AtomicReference<>();
  final BudgetBook budgets;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final HeldBytes held;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Journal journal;
  private final Gateway gateway;
  private final int port;

  TestingGateway(Path home) {
    this(home, settings());
  }

  TestingGateway(Path home, GatewaySettings settings) {
    this(home, settings, new BudgetBook((scope, month, percent, spent, limit) -> {}));
  }

  TestingGateway(Path home, GatewaySettings settings, BudgetBook budgets) {
    this(home, settings, budgets, Clock.systemUTC());
  }

  TestingGateway(Path home, GatewaySettings settings, BudgetBook budgets, Clock clock) {
    this(home, settings, budgets, clock, new HeldBytes(64 << 20));
  }

  /** One that holds no more than so many bytes of large bodies. */
  static TestingGateway holding(Path home, long most) {
    return new TestingGateway(
        home,
        settings(),
        new BudgetBook((scope, month, percent, spent, limit) -> {}),
        Clock.systemUTC(),
        new HeldBytes(most));
  }

  private TestingGateway(
      Path home, GatewaySettings settings, BudgetBook budgets, Clock clock, HeldBytes held) {
    this.budgets = budgets;
    this.held = held;
    try {
      journal =
          Journal.open(
              home.resolve("journal"),
              new JournalSettings(ByteSize.parse("32MiB"), Duration.ofDays(30)),
              clock);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    know(key());
    gateway =
        Gateway.start(
            settings,
            new Gateway.Needs(
                directory::get,
                TestingTariff::new,
                budgets,
                journal,
                new Replays(),
                meters,
                new Ids(clock)::next,
                clock),
            held);
    port = gateway.listen("127.0.0.1", 0);
  }

  static GatewaySettings settings() {
    return new GatewaySettings(
        2,
        ByteSize.parse("32MiB"),
        ByteSize.parse("1MiB"),
        ByteSize.parse("8MiB"),
        16_384,
        "0.50",
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        64,
        Duration.ofSeconds(20),
        ByteSize.parse("16MiB"),
        Duration.ofSeconds(2));
  }

  KnownKey key() {
    return key(upstream());
  }

  /** The key of a house whose calls go to another upstream. */
  KnownKey key(Upstream upstream) {
    House house =
        new House(
            HOUSE,
            "Acme",
            "mai_client_acme",
            ZoneId.of("Europe/Warsaw"),
            new BigDecimal("1.3"),
            model -> !model.startsWith("forbidden/"),
            List.of(),
            List.of(new House.Route("", upstream)),
            Optional.empty());
    return new KnownKey(
        KEY_ID,
        house,
        Optional.of(TENANT),
        Optional.of(IDENTITY),
        model -> true,
        CallLimits.NONE,
        Optional.empty(),
        Optional.empty());
  }

  Upstream upstream() {
    return new Upstream(
        "openrouter",
        URI.create(upstream.baseUrl()),
        Secret.of(OpenRouterSimulator.TEST_KEYS + "acme"),
        true);
  }

  void know(KnownKey key) {
    directory.set(new Directory(Map.of(KeyDigest.ofKey(KEY), key)));
  }

  int port() {
    return port;
  }

  Journal journal() {
    return journal;
  }

  Gateway gateway() {
    return gateway;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(Duration.ofSeconds(30))
        .header("authorization", "Bearer " + KEY);
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<String> chat(String body) {
    return send(
        request("/v1/chat/completions")
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A chat request; a stream if asked for. */
  static String asking(boolean stream, String model) {
    return "{\"stream\":%b,\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"Dzień dobry\"}]}"
        .formatted(stream, model);
  }

  /** Everything in the journal so far that is on disk. */
  List<CallEvent> events() {
    List<CallEvent> events = new ArrayList<>();
    try (JournalReader reader = journal.read(Position.START)) {
      while (reader.hasNext()) {
        JournalRecord record = reader.next();
        events.add(CallCodec.event(record.kind(), record.payload()));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return events;
  }

  List<CallSettled> settled() {
    return events().stream()
        .filter(CallSettled.class::isInstance)
        .map(CallSettled.class::cast)
        .toList();
  }

  /** The only call's end, as soon as it is on disk. */
  CallSettled onlySettled() {
    Awaitility.await().until(() -> !settled().isEmpty());
    assertThat(settled()).hasSize(1);
    return settled().getFirst();
  }

  @Override
  public void close() {
    gateway.close();
    journal.close();
    upstream.close();
  }

  /** Acme's Lark Mini at its list price; nothing else has a price. */
  private record TestingTariff() implements Tariff {
    @Override
    public Optional<Price> of(String model) {
      return model.startsWith("acme/lark-mini") ? Optional.of(new Lark()) : Optional.empty();
    }

    @Override
    public Optional<Price> dearest(Predicate<String> models) {
      return models.test("acme/lark-mini") ? Optional.of(new Lark()) : Optional.empty();
    }

    @Override
    public List<Offer> offers() {
      return List.of(
          new Offer("acme/lark-mini", true, "{\"id\":\"acme/lark-mini\"}".getBytes(UTF_8)),
          new Offer("nimbus/embed", false, "{\"id\":\"nimbus/embed\"}".getBytes(UTF_8)),
          new Offer("forbidden/one", true, "{\"id\":\"forbidden/one\"}".getBytes(UTF_8)));
    }
  }

  private record Lark() implements Tariff.Price {
    @Override
    public Usd worstCase(long prompt, long completion, Instant at) {
      return new Usd(prompt * 150_000 + completion * 600_000);
    }

    @Override
    public Usd picture(Instant at) {
      return new Usd(PICTURE);
    }

    @Override
    public OptionalLong longestAnswer() {
      return OptionalLong.of(16_384);
    }

    @Override
    public OptionalLong context() {
      return OptionalLong.of(128_000);
    }
  }
}
