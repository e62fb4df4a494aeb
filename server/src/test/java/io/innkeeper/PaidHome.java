package io.innkeeper;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.client.NewTenant;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationSpec;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.openrouter.Charge;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.tenant.TenantInput;
import io.innkeeper.tenant.TenantRoom;
import io.innkeeper.testing.FreePort;
import io.innkeeper.testing.TestingProcess;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.usage.CallFilter;
import io.innkeeper.usage.ListedCall;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A home with one organisation and one tenant, whose calls an OpenRouter stand-in of this process
 * answers and charges, whichever process serves them. There is no engine: calls need none.
 */
final class PaidHome implements AutoCloseable {
  private static final int PAGE = 500;

  private final Clock clock;
  private final Path directory;
  private final List<String> more;
  private final OpenRouterSimulator upstream = OpenRouterSimulator.start(0);
  private final int port = FreePort.any();
  private final UUID owner;
  private final Secret key;

  /**
   * Prepares it.
   *
   * @param more further flags of every server on it
   */
  PaidHome(Path directory, String... more) {
    this(Clock.systemUTC(), directory, more);
  }

  /** The same with the time of every server of this process. */
  PaidHome(Clock clock, Path directory, String... more) {
    this.clock = clock;
    this.directory = directory;
    this.more = List.of(more);
    try (Server server = start()) {
      owner = organisation(server);
      server.rooms().money().prices().refresh();
      TenantRoom room = server.rooms().tenancy().tenants();
      NewTenant given =
          new NewTenant(
              "klinika",
              "Recepcja",
              null,
              null,
              null,
              null,
              null,
              Map.of(),
              null,
              null,
              null,
              null);
      room.tenants().open(owner, new TenantInput(room.settings()).asked(given), TestingServer.BY);
      key = room.workspaces().all().getFirst().key();
    }
  }

  private static UUID organisation(Server server) {
    var organisations = server.rooms().entrance().organisations();
    Organisation made =
        organisations.create(OrganisationSpec.named("Klinika"), Optional.empty(), TestingServer.BY);
    Secret paying = Secret.of(OpenRouterSimulator.TEST_KEYS + "klinika");
    organisations.giveKey(made.id(), paying, TestingServer.BY);
    return made.id();
  }

  OpenRouterSimulator upstream() {
    return upstream;
  }

  UUID owner() {
    return owner;
  }

  Secret key() {
    return key;
  }

  URI gateway() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** A server in this process. */
  Server start(String... further) {
    List<String> words = Stream.concat(flags().stream(), Stream.of(further)).toList();
    return Server.start(InnkeeperSettings.read(words, Map.of()), clock, step -> {});
  }

  /** A server in a process of its own. */
  TestingProcess process(String... further) {
    List<String> words = new ArrayList<>(List.of("serve"));
    words.addAll(flags());
    words.addAll(List.of(further));
    return TestingProcess.start(Main.class, directory, words);
  }

  private List<String> flags() {
    return Stream.concat(
            Stream.of(
                "--home=" + directory.resolve("home"),
                "--innkeeper.http.host=127.0.0.1",
                "--innkeeper.http.port=0",
                "--innkeeper.http.metrics-port=0",
                "--innkeeper.tenant.gateway-port=" + port,
                "--innkeeper.openrouter.prices-every=0s",
                "--innkeeper.rates.every=0s",
                "--innkeeper.openrouter.base-url=" + upstream.baseUrl(),
                "--innkeeper.engine.address=unix://" + directory.resolve("no-engine.sock")),
            more.stream())
        .toList();
  }

  /** Whether something listens on the gateway's port. */
  boolean answers() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  /** The status of one streamed call. */
  int call(HttpClient client) throws IOException, InterruptedException {
    return call(client, "anna", "acme/lark-mini");
  }

  /** The same by somebody of the workspace, of a model of theirs. */
  int call(HttpClient client, String user, String model) throws IOException, InterruptedException {
    String body =
        "{\"stream\":true,\"model\":\"%s\",\"max_tokens\":200,".formatted(model)
            + "\"messages\":[{\"role\":\"user\",\"content\":\"Dzień dobry\"}]}";
    HttpRequest request =
        HttpRequest.newBuilder(gateway().resolve("/v1/chat/completions"))
            .header("authorization", "Bearer " + key.unwrap())
            .header("x-openwebui-user-id", user)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8)).statusCode();
  }

  /** Every call that the server knows of, newest first. */
  List<ListedCall> calls(Server server) {
    List<ListedCall> all = new ArrayList<>();
    Optional<UUID> before = Optional.empty();
    while (true) {
      List<ListedCall> page =
          server.rooms().money().usage().calls().list(CallFilter.of(owner), before, PAGE);
      all.addAll(page);
      if (page.size() < PAGE) return all;
      before = Optional.of(page.getLast().call().call());
    }
  }

  /** What the upstream charged, by its ids. */
  Map<String, BigDecimal> charged() {
    return upstream.charges().stream().collect(Collectors.toMap(Charge::generation, Charge::total));
  }

  @Override
  public void close() {
    upstream.close();
  }
}
