package io.innkeeper.simulators.vcf;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The doors of vCenter, NSX Manager and SDDC Manager on one port of loopback: only signing in and
 * out. Counts the passwords that come, and can hang, break and answer what is not its API.
 */
public final class DoorSimulator implements AutoCloseable {
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Certificates.Made shown;
  private final Map<String, String> passwords = new ConcurrentHashMap<>();
  private final Set<String> open = ConcurrentHashMap.newKeySet();
  private final List<String> tried = new CopyOnWriteArrayList<>();
  private final Moods moods = new Moods();

  private DoorSimulator(Certificates certificate) {
    shown = certificate.make();
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setHttpsConfigurator(new HttpsConfigurator(shown.tls()));
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  public static DoorSimulator start(Certificates certificate) {
    return new DoorSimulator(certificate);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Its certificate as PEM, by which it can be believed. */
  public String pem() {
    return shown.pem();
  }

  /** Who may come in, with what. */
  public void account(String user, String password) {
    passwords.put(user, password);
  }

  /** Misbehaves at questions that begin so, with the words of {@link VcfSimulator#at}. */
  public void always(String place, String word) {
    moods.add(place, word, -1);
  }

  /** Behaves as usual again, and forgets who tried. */
  public void forget() {
    moods.forget();
    tried.clear();
  }

  /** Whose passwords came, and where, in order. */
  public List<String> tried() {
    return List.copyOf(tried);
  }

  /** How many are signed in and not out. */
  public int sessions() {
    return open.size();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Asked asked = Asked.read(exchange);
      Optional<String> session =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("vmware-api-session-id"));
      String word = moods.next(asked.line()).orElse("usual");
      Replied answer = answer(asked, session);
      if (word.startsWith("status=")) answer = broken(Integer.parseInt(word.substring(7)));
      if (word.equals("html")) answer = Replied.html(200);
      if (word.startsWith("late=")) pause(Long.parseLong(word.substring(5)));
      if (word.equals("cut")) return;
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      int length = answer.body().length;
      exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
      if (length > 0) exchange.getResponseBody().write(answer.body());
    }
  }

  private static Replied broken(int status) {
    return Replied.error(status, "SIMULATED", "It was told to answer " + status + ".", "");
  }

  private Replied answer(Asked asked, Optional<String> session) {
    return switch (asked.line()) {
      case "POST /api/session" ->
          known(asked) ? Replied.json(201, TextNode.valueOf(opened())) : broken(401);
      case "DELETE /api/session" -> closed(session.orElse(""));
      case "GET /api/v1/node/version" ->
          known(asked)
              ? Replied.json(200, Asked.JSON.createObjectNode().put("node_version", "9.0.2.0"))
              : broken(403);
      case "POST /v1/tokens" -> token(asked);
      case "DELETE /v1/tokens/refresh-token" -> closed(asked.body().asText(""));
      default -> broken(404);
    };
  }

  private boolean known(Asked asked) {
    String given = asked.bearer().orElse("");
    if (!given.startsWith("Basic ")) return false;
    String both = new String(Base64.getDecoder().decode(given.substring(6)), UTF_8);
    int colon = both.indexOf(':');
    return takes(asked, both.substring(0, colon), both.substring(colon + 1));
  }

  private boolean takes(Asked asked, String user, String password) {
    tried.add(user + " " + asked.line());
    return password.equals(passwords.get(user));
  }

  private Replied token(Asked asked) {
    String user = asked.body().path("username").asText("");
    if (!takes(asked, user, asked.body().path("password").asText(""))) return broken(400);
    ObjectNode pair = Asked.JSON.createObjectNode();
    pair.put("accessToken", "eyJhbGciOiJIUzI1NiJ9.e30.Zml4");
    pair.putObject("refreshToken").put("id", opened());
    return Replied.json(201, pair);
  }

  private String opened() {
    String id = UUID.randomUUID().toString();
    open.add(id);
    return id;
  }

  private Replied closed(String id) {
    return open.remove(id) ? Replied.none() : broken(404);
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
}
