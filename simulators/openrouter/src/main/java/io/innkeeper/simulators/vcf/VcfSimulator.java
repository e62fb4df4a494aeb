package io.innkeeper.simulators.vcf;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One product on one port of loopback, over TLS: in a test's own process, or as a program. */
public final class VcfSimulator implements AutoCloseable {
  public static final String USER = "svc-credsync@vsphere.local";
  public static final String PASSWORD = "Fixture-Only-1!";

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Product product;
  private final Certificates.Made shown;
  private final Tokens tokens;
  private final Vault vault;
  private final Tasks tasks;
  private final Expirations expirations;
  private final Installations installations;
  private final Contract contract = new Contract();
  private final Moods moods = new Moods();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private VcfSimulator(Product product, Certificates certificate, int port, Clock clock) {
    this.product = product;
    this.shown = certificate.make();
    this.tokens = new Tokens(clock, USER, PASSWORD);
    this.vault = new Vault(product, clock, fixture("credentials"));
    this.tasks = new Tasks(vault, clock);
    this.expirations = new Expirations(vault, clock);
    this.installations = new Installations(fixture("sddcs"), fixture("spec9"));
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setHttpsConfigurator(new HttpsConfigurator(shown.tls()));
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Starts one.
   *
   * @param port 0 for any free one
   */
  public static VcfSimulator start(
      Product product, Certificates certificate, int port, Clock clock) {
    return new VcfSimulator(product, certificate, port, clock);
  }

  /** A fixture by its name: {@code credentials}, {@code sddcs}, {@code spec9}, {@code spec5}. */
  public static JsonNode fixture(String name) {
    try (InputStream in = VcfSimulator.class.getResourceAsStream(name + ".json")) {
      if (in == null) throw new IllegalArgumentException("no fixture " + name);
      return Asked.JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  X509Certificate certificate() {
    return shown.certificate();
  }

  /** Its certificate as PEM, by which it can be believed. */
  public String pem() {
    return shown.pem();
  }

  /** SHA-256 of its certificate in hexadecimal. */
  public String fingerprint() {
    return shown.fingerprint();
  }

  public Vault vault() {
    return vault;
  }

  public Tasks tasks() {
    return tasks;
  }

  /** How it looks when passwords end. */
  public Expirations expirations() {
    return expirations;
  }

  public Installations installations() {
    return installations;
  }

  /**
   * Misbehaves at the next questions that begin so: {@code status=N}, {@code html}, {@code cut},
   * {@code slow=}milliseconds before it does what is asked, {@code late=}milliseconds before it
   * says so, {@code throttle} (429; {@code throttle=}seconds says when to come again), {@code
   * expire} (tokens end at once), {@code page-short} (fewer rows than said), {@code shrink} (says
   * one more than the pages after it), {@code bare} (a page that doesn't say how many there are),
   * {@code echo} (refuses, quoting what was sent).
   */
  public void at(String place, String word, int times) {
    moods.add(place, word, times);
  }

  /** The same for all of them. */
  public void always(String place, String word) {
    moods.add(place, word, -1);
  }

  /** Behaves as usual again, and forgets what was asked. */
  public void forget() {
    moods.forget();
    asked.clear();
  }

  /** How long access tokens live from now on. */
  public void tokensLive(long seconds) {
    tokens.live(seconds);
  }

  /** What tokens allow from now on. */
  public void tokensAllow(String... scopes) {
    tokens.allow(List.of(scopes));
  }

  /** The user's password from now on. */
  public void password(String other) {
    tokens.password(other);
  }

  /** How many have signed in and not out. */
  public int sessions() {
    return tokens.open();
  }

  /** The questions in order, without their bodies. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** What was asked that the real interface doesn't know. */
  public List<String> violations() {
    return contract.violations();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Asked question = Asked.read(exchange);
      if (question.path().startsWith("/_simulator")) {
        control(exchange, question);
        return;
      }
      asked.add(question.line());
      Optional<String> mood = moods.next(question.line());
      String word = mood.orElse("usual");
      if (word.startsWith("slow=")) pause(Long.parseLong(word.substring(5)));
      if (word.equals("expire")) tokens.end();
      if (word.startsWith("throttle="))
        exchange.getResponseHeaders().set("Retry-After", word.substring(9));
      Replied answer = answer(question, word);
      if (word.startsWith("late=")) pause(Long.parseLong(word.substring(5)));
      send(exchange, answer, word.equals("cut"));
    }
  }

  private Replied answer(Asked question, String word) {
    if (word.startsWith("status=")) {
      int status = Integer.parseInt(word.substring(7));
      return Replied.error(status, "SIMULATED", "It was told to answer " + status + ".", "");
    }
    if (word.equals("html")) return Replied.html(502);
    if (word.equals("echo"))
      return Replied.error(
          400,
          "BAD_REQUEST",
          "Can't read " + question.body() + " of " + question.bearer() + ".",
          "Look at " + question.body().path("password").asText("") + ".");
    if (word.startsWith("throttle"))
      return Replied.error(429, "TOO_MANY_REQUESTS", "Too many requests.", "Wait a moment.");
    Optional<String> violated = contract.violated(question);
    if (violated.isPresent())
      return Replied.error(400, "CONTRACT", violated.get(), "Keep to the interface.");
    Replied answer = tell(question);
    return switch (word) {
      case "page-short" -> shortened(answer);
      case "shrink" -> counted(answer, true);
      case "bare" -> counted(answer, false);
      default -> answer;
    };
  }

  private Replied tell(Asked question) {
    switch (question.line()) {
      case "POST /v1/tokens":
        return tokens.make(question.body(), product == Product.MANAGER_5 ? 200 : 201);
      case "PATCH /v1/tokens/access-token/refresh":
        return tokens.renew(question.body());
      case "DELETE /v1/tokens/refresh-token":
        return tokens.back(question.body());
      default:
        break;
    }
    if (!tokens.known(question.bearer()))
      return Replied.error(401, "UNAUTHORIZED", "The token is not valid.", "Log in again.");
    if (question.line().equals("GET /v1/system/appliance-info")) return appliance();
    return product.manager() ? managed(question) : installed(question);
  }

  private Replied appliance() {
    if (product.role().isEmpty()) return nothing();
    return Replied.json(
        200,
        Asked.JSON
            .createObjectNode()
            .put("role", product.role())
            .put("version", product.version()));
  }

  private Replied managed(Asked question) {
    if (!tokens.allows("CREDENTIAL_READ"))
      return Replied.error(403, "FORBIDDEN", "The user is not allowed to read credentials.", "");
    String path = question.path();
    if (!question.method().equals("GET") && !tokens.allows("CREDENTIAL_WRITE"))
      return Replied.error(403, "FORBIDDEN", "The user is not allowed to change credentials.", "");
    String last = path.substring(path.lastIndexOf('/') + 1);
    return switch (question.method() + " " + path.replaceFirst("/[0-9a-fA-F-]{36}$", "/{id}")) {
      case "GET /v1/credentials" -> Replied.json(200, vault.page(question.query()));
      case "GET /v1/credentials/{id}" ->
          vault.find(last).map(one -> Replied.json(200, vault.shown(one))).orElse(nothing());
      case "PATCH /v1/credentials" -> tasks.order(question.body());
      case "GET /v1/credentials/tasks" -> tasks.list();
      case "GET /v1/credentials/tasks/{id}" -> tasks.look(last);
      case "PATCH /v1/credentials/tasks/{id}" -> tasks.retry(last, question.body());
      case "DELETE /v1/credentials/tasks/{id}" -> tasks.cancel(last);
      case "POST /v1/credentials/expirations" -> expirations.order(question.body());
      case "GET /v1/credentials/expirations/{id}" -> expirations.look(last);
      default -> nothing();
    };
  }

  private Replied installed(Asked question) {
    String path = question.path();
    if (!question.method().equals("GET")) return nothing();
    if (path.equals("/v1/sddcs")) return installations.list();
    String[] parts = path.split("/", -1);
    if (parts.length < 4 || !path.startsWith("/v1/sddcs/")) return nothing();
    if (parts[3].length() != 36)
      return Replied.error(400, "BAD_ID", "An id has 36 characters.", "Use a valid id.");
    if (parts.length == 4) return installations.one(parts[3]);
    return parts[4].equals("spec") ? installations.spec(parts[3]) : nothing();
  }

  private static Replied nothing() {
    return Replied.error(404, "NOT_FOUND", "There is nothing at this address.", "");
  }

  /** Says that there is one more than later, or not at all how many there are. */
  private static Replied counted(Replied answer, boolean more) {
    ObjectNode node = (ObjectNode) Asked.read(new String(answer.body(), UTF_8));
    ObjectNode meta = (ObjectNode) node.path("pageMetadata");
    if (more) meta.put("totalElements", meta.path("totalElements").asLong() + 1);
    else node.remove("pageMetadata");
    return Replied.json(200, node);
  }

  /** Says how many there are and tells one fewer. */
  private static Replied shortened(Replied answer) {
    try {
      JsonNode node = Asked.JSON.readTree(answer.body());
      if (node.path("elements") instanceof com.fasterxml.jackson.databind.node.ArrayNode rows
          && !rows.isEmpty()) rows.remove(0);
      return Replied.json(answer.status(), node);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(HttpExchange exchange, Replied answer, boolean cut) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    if (answer.status() == 429 && !exchange.getResponseHeaders().containsKey("Retry-After"))
      exchange.getResponseHeaders().set("Retry-After", "1");
    int length = answer.body().length;
    if (cut) {
      exchange.sendResponseHeaders(answer.status(), length + 1000L);
      exchange.getResponseBody().write(answer.body(), 0, length / 2);
      exchange.getResponseBody().flush();
      return;
    }
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    if (length > 0) exchange.getResponseBody().write(answer.body());
  }

  /** {@code PUT /_simulator/at} with a place, a word and a number, apart by a bar. */
  private void control(HttpExchange exchange, Asked question) throws IOException {
    String[] words = new String(question.bytes(), UTF_8).strip().split("\\|", -1);
    try {
      switch (question.path()) {
        case "/_simulator/at" -> at(words[0], words[1], Integer.parseInt(words[2]));
        case "/_simulator/password" -> vault.password(words[0], words[1]);
        case "/_simulator/forget" -> forget();
        default -> throw new IllegalArgumentException("nothing to tell at " + question.path());
      }
      send(exchange, Replied.none(), false);
    } catch (RuntimeException e) {
      send(exchange, Replied.error(400, "SIMULATOR", String.valueOf(e.getMessage()), ""), false);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /**
   * Runs until it is ended: {@code --product=manager-9.0|manager-5.2|installer-9.0}, {@code
   * --certificate=self-signed|expired|wrong-name}, {@code --port=N}.
   */
  public static void main(String[] flags) {
    Product product = Product.MANAGER_9;
    Certificates certificate = Certificates.SELF_SIGNED;
    int port = 0;
    for (String flag : flags) {
      String value = flag.substring(flag.indexOf('=') + 1);
      switch (flag.substring(0, flag.length() - value.length())) {
        case "--product=" -> product = Product.of(value);
        case "--certificate=" ->
            certificate = Certificates.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
        case "--port=" -> port = Integer.parseInt(value);
        default -> throw new IllegalArgumentException("There is no flag " + flag + ".");
      }
    }
    VcfSimulator simulator = start(product, certificate, port, Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    System.out.println(
        "The stand-in answers at https://localhost:%d, SHA-256 %s"
            .formatted(simulator.port(), simulator.fingerprint()));
  }
}
