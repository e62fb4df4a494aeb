import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A small OpenID provider that speaks the real protocol: discovery, keys, a page where a person says
 * who they are, the code flow with S256, tokens signed with RS256, user information. It believes
 * whoever signs in, and nobody else: client, secret, redirect address, code and verifier are all
 * checked. For tests and trying; run it with {@code java Issuer.java ISSUER CLIENT SECRET REDIRECT…}.
 */
public final class Issuer {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String issuer;
  private final String client;
  private final String secret;
  private final List<String> redirects;
  private final KeyPair keys;
  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private final Map<String, Person> tokens = new ConcurrentHashMap<>();

  private record Person(String email, String name, List<String> roles) {}

  private record Grant(
      Person person, String redirect, Optional<String> nonce, Optional<String> challenge) {}

  private Issuer(String issuer, String client, String secret, List<String> redirects)
      throws GeneralSecurityException {
    this.issuer = issuer;
    this.client = client;
    this.secret = secret;
    this.redirects = List.copyOf(redirects);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    this.keys = generator.generateKeyPair();
  }

  public static void main(String... words) throws Exception {
    Issuer one = new Issuer(words[0], words[1], words[2], Arrays.asList(words).subList(3, words.length));
    URI at = URI.create(words[0]);
    HttpServer server = HttpServer.create(new InetSocketAddress(at.getHost(), at.getPort()), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/.well-known/openid-configuration", one.answering(one::discovery));
    server.createContext("/jwks", one.answering(one::jwks));
    server.createContext("/authorize", one.answering(one::authorize));
    server.createContext("/token", one.answering(one::token));
    server.createContext("/userinfo", one.answering(one::userInfo));
    server.start();
    System.out.println("ready");
  }

  private interface Door {
    Reply answer(HttpExchange call) throws IOException, GeneralSecurityException;
  }

  private record Reply(int status, String type, String body, Optional<String> location) {
    static Reply json(int status, String body) {
      return new Reply(status, "application/json", body, Optional.empty());
    }

    static Reply refused(String error) {
      return json(400, "{\"error\":\"" + error + "\"}");
    }
  }

  private com.sun.net.httpserver.HttpHandler answering(Door door) {
    return call -> {
      try (call) {
        Reply reply = door.answer(call);
        byte[] body = reply.body().getBytes(UTF_8);
        call.getResponseHeaders().set("Content-Type", reply.type());
        reply.location().ifPresent(to -> call.getResponseHeaders().set("Location", to));
        call.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) call.getResponseBody().write(body);
      } catch (GeneralSecurityException e) {
        throw new IOException(e);
      }
    };
  }

  private Reply discovery(HttpExchange call) {
    return Reply.json(
        200,
        """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
        "userinfo_endpoint":"%1$s/userinfo","jwks_uri":"%1$s/jwks","response_types_supported":["code"],
        "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],
        "scopes_supported":["openid","email","profile"],"code_challenge_methods_supported":["S256"],
        "token_endpoint_auth_methods_supported":["client_secret_basic","client_secret_post"]}
        """
            .formatted(issuer));
  }

  private Reply jwks(HttpExchange call) {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return Reply.json(
        200,
        "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"1\",\"n\":\"%s\",\"e\":\"%s\"}]}"
            .formatted(number(key.getModulus()), number(key.getPublicExponent())));
  }

  /** Asks who somebody is; the answer comes back to the same address. */
  private Reply authorize(HttpExchange call) throws IOException {
    Map<String, String> asked = parameters(call.getRequestURI().getRawQuery());
    boolean fits =
        client.equals(asked.get("client_id"))
            && redirects.contains(asked.getOrDefault("redirect_uri", ""))
            && "code".equals(asked.get("response_type"));
    if (!fits) return Reply.refused("invalid_request");
    if (asked.containsKey("code_challenge") && !"S256".equals(asked.get("code_challenge_method")))
      return Reply.refused("invalid_request");
    if (call.getRequestMethod().equals("GET")) return page();
    Map<String, String> form = parameters(new String(call.getRequestBody().readAllBytes(), UTF_8));
    String email = form.getOrDefault("email", "");
    if (!email.matches("[A-Za-z0-9.]+@[A-Za-z0-9.]+")) return Reply.refused("access_denied");
    List<String> roles = Arrays.stream(form.getOrDefault("roles", "").split(",")).toList();
    Person person = new Person(email, email.replaceFirst("@.*", ""), roles);
    String redirect = asked.get("redirect_uri");
    String code = UUID.randomUUID().toString();
    codes.put(
        code,
        new Grant(
            person,
            redirect,
            Optional.ofNullable(asked.get("nonce")),
            Optional.ofNullable(asked.get("code_challenge"))));
    String back = redirect + "?code=" + code + "&state=" + encoded(asked.getOrDefault("state", ""));
    return new Reply(303, "text/plain", "", Optional.of(back));
  }

  private static Reply page() {
    return new Reply(
        200,
        "text/html",
        """
        <!doctype html><title>Sign in</title><h1>Who are you?</h1>
        <form method="post"><input id="who" name="email" type="email" required>
        <input id="roles" name="roles"><button id="go">Sign in</button></form>
        """,
        Optional.empty());
  }

  /** A code works once, for its client, and with the verifier of its challenge. */
  private Reply token(HttpExchange call) throws IOException, GeneralSecurityException {
    Map<String, String> form = parameters(new String(call.getRequestBody().readAllBytes(), UTF_8));
    if (!known(call, form)) return Reply.json(401, "{\"error\":\"invalid_client\"}");
    Grant grant = codes.remove(form.getOrDefault("code", ""));
    if (grant == null || !grant.redirect().equals(form.get("redirect_uri")))
      return Reply.refused("invalid_grant");
    if (grant.challenge().isPresent()) {
      byte[] verifier = form.getOrDefault("code_verifier", "").getBytes(UTF_8);
      String challenge = BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier));
      if (!challenge.equals(grant.challenge().get())) return Reply.refused("invalid_grant");
    }
    String access = UUID.randomUUID().toString();
    tokens.put(access, grant.person());
    return Reply.json(
        200,
        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"id_token\":\"%s\"}"
            .formatted(access, idToken(grant)));
  }

  private boolean known(HttpExchange call, Map<String, String> form) {
    String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(UTF_8));
    return ("Basic " + basic).equals(call.getRequestHeaders().getFirst("Authorization"))
        || (client.equals(form.get("client_id")) && secret.equals(form.get("client_secret")));
  }

  private String idToken(Grant grant) throws GeneralSecurityException {
    long now = Instant.now().getEpochSecond();
    String nonce = grant.nonce().map(text -> ",\"nonce\":\"" + text + "\"").orElse("");
    String payload =
        "{\"iss\":\"%s\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d%s,%s}"
            .formatted(issuer, client, now, now + 300, nonce, claims(grant.person()));
    String signed = text("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"1\"}") + "." + text(payload);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(signed.getBytes(UTF_8));
    return signed + "." + BASE64.encodeToString(signature.sign());
  }

  private Reply userInfo(HttpExchange call) {
    String shown = Optional.ofNullable(call.getRequestHeaders().getFirst("Authorization")).orElse("");
    Person person = tokens.get(shown.replaceFirst("^Bearer ", ""));
    if (person == null) return Reply.json(401, "{\"error\":\"invalid_token\"}");
    return Reply.json(200, "{" + claims(person) + "}");
  }

  private static String claims(Person person) {
    String roles =
        person.roles().stream().map(one -> "\"" + one + "\"").collect(Collectors.joining(","));
    return "\"sub\":\"%1$s\",\"email\":\"%1$s\",\"email_verified\":true,\"name\":\"%2$s\",\"roles\":[%3$s]"
        .formatted(person.email(), person.name(), roles);
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> all = new LinkedHashMap<>();
    if (query == null) return all;
    for (String part : query.split("&")) {
      int at = part.indexOf('=');
      if (at > 0)
        all.put(
            URLDecoder.decode(part.substring(0, at), UTF_8),
            URLDecoder.decode(part.substring(at + 1), UTF_8));
    }
    return all;
  }

  private static String number(java.math.BigInteger number) {
    byte[] bytes = number.toByteArray();
    return BASE64.encodeToString(
        bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private static String text(String json) {
    return BASE64.encodeToString(json.getBytes(UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
