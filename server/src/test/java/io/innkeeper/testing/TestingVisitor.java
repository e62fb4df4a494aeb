package io.innkeeper.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.Server;
import io.innkeeper.access.IssuedPassword;
import io.innkeeper.access.IssuedSession;
import io.innkeeper.access.OperatorName;
import io.innkeeper.access.OperatorSpec;
import io.innkeeper.access.Session;
import io.innkeeper.access.SignIn;
import io.innkeeper.caller.Role;
import io.innkeeper.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Somebody signed in who asks the console for pages over HTTPS, as a browser without script does;
 * forms carry the token of the session, redirects are not followed.
 */
public final class TestingVisitor implements AutoCloseable {
  private static final int MOST_BEATS = 8;
  private static final Secret PASSWORD = Secret.of("owl ladder copper");
  private static final SignIn.From HERE = new SignIn.From("127.0.0.1", "Firefox", "test");
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final URI server;
  private final String cookie;
  private final HttpClient http;
  private final String csrf;

  private TestingVisitor(Server server, String session) {
    this.server = URI.create("https://127.0.0.1:" + server.port());
    this.cookie = "__Host-innkeeper=" + session;
    this.http = HttpClient.newBuilder().sslContext(trusting(server)).build();
    this.csrf = found(CSRF, get("/organisations").body());
  }

  /** Somebody with this name and role who has chosen a password. */
  public static TestingVisitor named(Server server, String name, Role role) {
    return named(server, name, role, Optional.empty());
  }

  /** Somebody of one organisation. */
  public static TestingVisitor client(Server server, String name, UUID organisation) {
    return named(server, name, Role.CLIENT, Optional.of(organisation));
  }

  private static TestingVisitor named(
      Server server, String name, Role role, Optional<UUID> organisation) {
    var rooms = server.rooms();
    IssuedPassword first =
        rooms
            .entrance()
            .operators()
            .create(
                new OperatorSpec(OperatorName.parse(name), "", role, organisation, true),
                TestingServer.BY);
    IssuedSession session =
        rooms
            .entrance()
            .passwords()
            .change(first.operator().id(), first.password(), PASSWORD, Session.Kind.BROWSER, HERE);
    return new TestingVisitor(server, session.token().unwrap());
  }

  /** The session, for a browser that goes on as the same person. */
  public String session() {
    return cookie.substring(cookie.indexOf('=') + 1);
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** The same asked by script, for the element with this id. */
  public HttpResponse<String> fragment(String path, String target) {
    return send(request(path).header("HX-Request", "true").header("HX-Target", target).GET());
  }

  /** Any request to the API, with the session and its token. */
  public HttpResponse<String> ask(String method, String path) {
    return send(
        request(path)
            .header("X-CSRF-Token", csrf)
            .method(method, HttpRequest.BodyPublishers.noBody()));
  }

  /** The same by somebody who is not signed in. */
  public HttpResponse<String> askAsStranger(String method, String path) {
    return send(
        HttpRequest.newBuilder(server.resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody()));
  }

  /** Sends a form with the session's token. */
  public HttpResponse<String> post(String path, Map<String, String> form) {
    return send(form(path, form));
  }

  /** Sends a form whose answer is a file. */
  public byte[] postForBytes(String path, Map<String, String> form) {
    try {
      return http.send(form(path, form).build(), HttpResponse.BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same sent by script. */
  public HttpResponse<String> postByScript(String path, Map<String, String> form) {
    return send(form(path, form).header("HX-Request", "true"));
  }

  /** Sends a form with a file chosen in one of its fields. */
  public HttpResponse<String> postWithFile(
      String path, Map<String, String> form, String field, String name, byte[] file) {
    String edge = "----edge-of-parts";
    StringBuilder before = new StringBuilder();
    Stream.concat(Stream.of(Map.entry("csrf", csrf)), form.entrySet().stream())
        .forEach(
            each ->
                before.append(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(edge, each.getKey(), each.getValue())));
    before.append(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
            .formatted(edge, field, name));
    byte[] after = ("\r\n--" + edge + "--\r\n").getBytes(UTF_8);
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + edge)
            .POST(
                HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofString(before.toString()),
                    HttpRequest.BodyPublishers.ofByteArray(file),
                    HttpRequest.BodyPublishers.ofByteArray(after))));
  }

  /** A form that doesn't know the session's token. */
  public HttpResponse<String> postWithoutToken(String path) {
    return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
  }

  /** Has a form judged while this field of it is typed in. */
  public HttpResponse<String> check(String path, String field, Map<String, String> form) {
    return send(form(path, form).header("HX-Request", "true").header("HX-Trigger-Name", field));
  }

  /** Listens to a page's live stream until it says this; not for ever to one that says nothing. */
  public String listen(String path, String until) {
    StringBuilder heard = new StringBuilder();
    int beats = 0;
    try (Stream<String> lines =
        http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofLines()).body()) {
      for (String line : (Iterable<String>) lines::iterator) {
        heard.append(line).append('\n');
        if (line.contains(until)) return heard.toString();
        if (line.startsWith(":") && ++beats == MOST_BEATS) break;
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    throw new AssertionError(until + " was not said in " + heard);
  }

  /** What a pattern's first group finds in a page, without the page's escapes. */
  public static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    if (!matcher.find()) throw new AssertionError(pattern + " is not in " + page);
    return matcher.group(1);
  }

  private HttpRequest.Builder form(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&", "csrf=" + csrf + "&", ""));
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).header("Cookie", cookie);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private static SSLContext trusting(Server server) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("ours", server.certificate().chain().getFirst());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
