package io.innkeeper.openwebui;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.AppHttp.Answer;
import io.innkeeper.secret.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A workspace's app as one signed-in account may ask it; most calls need an admin's. */
public final class AppSession {
  private static final String USERS = "/api/v1/users/";
  private static final int MOST_PAGES = 1_000;
  private static final int REFUSED = 400;
  private static final int FORBIDDEN = 403;
  private static final Set<Integer> UNTOLD = Set.of(401, 403, 404, 405);

  private final AppHttp http;
  private final Secret token;
  private final String userId;
  private final String email;
  private final AppUser.Role role;

  AppSession(AppHttp http, Secret token, String userId, String email, AppUser.Role role) {
    this.http = http;
    this.token = token;
    this.userId = userId;
    this.email = email;
    this.role = role;
  }

  static AppSession resume(AppHttp http, Secret token) {
    Answer answer = http.get("/api/v1/auths/", token);
    if (!answer.ok()) {
      throw Fault.of(
              Fault.Kind.UNAUTHENTICATED,
              "app-session-over",
              "Tried to go on with a session of Open WebUI; it has ended.")
          .advising("Sign in again.");
    }
    return new AppSession(
        http,
        token,
        answer.text("id").orElse(""),
        answer.text("email").orElse(""),
        AppUser.Role.of(answer.text("role").orElse("")));
  }

  public Secret token() {
    return token;
  }

  public String userId() {
    return userId;
  }

  public String email() {
    return email;
  }

  public AppUser.Role role() {
    return role;
  }

  /** All accounts, oldest first, Innkeeper's own among them. */
  public List<AppUser> users() {
    return matching("");
  }

  /** The account with this address, upper or lower case. */
  public Optional<AppUser> user(String address) {
    return matching(address).stream()
        .filter(user -> user.email().equalsIgnoreCase(address))
        .findFirst();
  }

  /**
   * Makes an account.
   *
   * @throws Fault CONFLICT {@code app-user-exists}
   */
  public AppUser addUser(String name, String address, Secret password, AppUser.Role as) {
    Passwords.check(password);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put("email", address);
    body.put("password", password.unwrap());
    body.put("role", as.wire());
    Answer answer = http.post("/api/v1/auths/add", token, body);
    if (answer.status() == REFUSED && answer.detail().contains("already registered")) {
      throw Fault.conflict(
              "app-user-exists", "The workspace has an account with the address " + address + ".")
          .advising("Choose another address, or reset that account's password.");
    }
    if (!answer.ok()) {
      throw http.unexpected("make an account for " + address, answer);
    }
    return user(address).orElseThrow(() -> http.unexpected("find the new account", answer));
  }

  /** Gives an account a new password; from 0.12 on this ends all its sessions. */
  public void resetPassword(String id, Secret password) {
    Passwords.check(password);
    update(id, Map.of("password", password.unwrap()));
  }

  public void changeRole(String id, AppUser.Role to) {
    update(id, Map.of("role", to.wire()));
  }

  /**
   * Signs an account out everywhere.
   *
   * @throws Fault UPSTREAM {@code app-ends-no-sessions} before 0.12
   */
  public void endSessions(String id) {
    Answer answer = http.post(USERS + segment(id) + "/sessions/revoke", token, Map.of());
    if (answer.ok() && answer.body().isPresent()) return;
    refusePrimary(answer);
    if (answer.ok() || UNTOLD.contains(answer.status())) {
      throw Fault.of(
              Fault.Kind.UPSTREAM,
              "app-ends-no-sessions",
              "This version of Open WebUI can't sign an account out.")
          .advising("Versions from 0.12 on can. To lock somebody out now, make them pending.");
    }
    throw http.unexpected("sign an account out", answer);
  }

  /** Its groups of accounts. */
  public AppGroups groups() {
    return new AppGroups(http, token);
  }

  /** Removes an account with its chats; one that isn't there is fine. */
  public void deleteUser(String id) {
    Answer answer = http.delete(USERS + segment(id), token);
    if (!answer.ok()) {
      refusePrimary(answer);
      throw http.unexpected("remove an account", answer);
    }
  }

  /**
   * The app's whole configuration by dotted key, secrets included. Each permission of ordinary
   * people is a key of its own, beside the document that holds them all.
   */
  public Map<String, @Nullable Object> configuration() {
    return stored().read();
  }

  /** Sets these keys and no others. The app checks nothing: only send what is known. */
  public void importConfiguration(Map<String, ? extends @Nullable Object> wanted) {
    stored().bringIn(wanted);
  }

  /** Makes the app's configuration as wanted where it differs, and reads it back. */
  public ConfigurationChange applyConfiguration(Map<String, ? extends @Nullable Object> wanted) {
    return stored().apply(wanted);
  }

  /** Sets what is not exactly as it was, as far as this version knows it. */
  public void restoreConfiguration(Map<String, @Nullable Object> before) {
    stored().restore(before);
  }

  private StoredConfiguration stored() {
    return new StoredConfiguration(http, token);
  }

  /**
   * What the app's database says was used from one instant to another, the last one included.
   *
   * @throws Fault UPSTREAM {@code app-tells-no-usage} if this version or its settings don't tell
   */
  public AppUsage usage(Instant from, Instant to) {
    String path =
        "/api/v1/analytics/tokens?start_date=%d&end_date=%d"
            .formatted(from.getEpochSecond(), to.getEpochSecond());
    Answer answer = http.get(path, token);
    if (answer.ok() && answer.body().filter(tree -> tree.path("models").isArray()).isPresent()) {
      return AppUsage.of(tree("read what the app used", answer));
    }
    // Before 0.8 any unknown path was answered with a page.
    if (answer.ok() || UNTOLD.contains(answer.status())) {
      throw Fault.of(
              Fault.Kind.UPSTREAM,
              "app-tells-no-usage",
              "This workspace's Open WebUI does not tell what its database says was used.")
          .advising("Versions from 0.8.0 on do, unless their analytics are switched off.");
    }
    throw http.unexpected("read what the app used", answer);
  }

  /** Where the app sends model calls. */
  public ModelConnection modelConnection() {
    Answer answer = http.get("/openai/config", token);
    if (!answer.ok()) {
      throw http.unexpected("read the app's model connection", answer);
    }
    JsonNode tree = tree("read the app's model connection", answer);
    List<String> urls = new ArrayList<>();
    tree.path("OPENAI_API_BASE_URLS").forEach(url -> urls.add(url.asText()));
    List<Secret> keys = new ArrayList<>();
    tree.path("OPENAI_API_KEYS").forEach(key -> keys.add(Secret.of(key.asText())));
    return new ModelConnection(tree.path("ENABLE_OPENAI_API").asBoolean(false), urls, keys);
  }

  /** Base URLs and keys by position. */
  public record ModelConnection(boolean enabled, List<String> baseUrls, List<Secret> keys) {
    public ModelConnection {
      baseUrls = List.copyOf(baseUrls);
      keys = List.copyOf(keys);
    }
  }

  private void update(String id, Map<String, Object> change) {
    Answer answer = http.post(USERS + segment(id) + "/update", token, change);
    if (!answer.ok()) {
      refusePrimary(answer);
      throw http.unexpected("change an account", answer);
    }
  }

  private static void refusePrimary(Answer answer) {
    if (answer.status() != FORBIDDEN) return;
    throw Fault.conflict(
            "app-primary-admin",
            "This is the workspace's oldest account, which Open WebUI lets nobody else change.")
        .advising("Its owner can change it; or repair the workspace's admin offline.");
  }

  /** Accounts whose name or address holds this text; the app gives them 30 at a time. */
  private List<AppUser> matching(String text) {
    String query = "?order_by=created_at&direction=asc&query=" + segment(text) + "&page=";
    List<AppUser> users = new ArrayList<>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      List<AppUser> some = page(query + page);
      users.addAll(some);
      if (some.isEmpty()) {
        break;
      }
    }
    return List.copyOf(users);
  }

  private List<AppUser> page(String query) {
    Answer answer = http.get(USERS + query, token);
    if (!answer.ok()) {
      throw http.unexpected("read the workspace's accounts", answer);
    }
    List<AppUser> users = new ArrayList<>();
    tree("read the workspace's accounts", answer)
        .path("users")
        .forEach(user -> users.add(AppUser.of(user)));
    return users;
  }

  private JsonNode tree(String tried, Answer answer) {
    return answer.body().orElseThrow(() -> http.unexpected(tried, answer));
  }

  static String segment(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
