package io.innkeeper.openwebui;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.AppHttp.Answer;
import io.innkeeper.secret.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One workspace's app, as anybody may ask it. All calls block and are bounded; what goes wrong is a
 * {@link Fault}: {@code app-unreachable}, {@code app-refused}, {@code app-sign-in-refused} or
 * {@code app-sign-in-throttled}.
 */
public final class AppClient {
  private static final int WRONG_CREDENTIALS = 400;
  private static final int TOO_MANY = 429;

  private final AppHttp http;

  AppClient(AppHttp http) {
    this.http = http;
  }

  public URI base() {
    return http.base();
  }

  /** What {@code /ready} says: start-up is over and the database answers. */
  public Readiness ready() {
    Answer answer = http.get(Release.READINESS_PATH, null);
    // Before 0.8.11 any unknown path was answered 200 with a page, so only JSON counts.
    return new Readiness(answer.ok() && answer.isTrue("status"), answer.status());
  }

  /** Whether the process answers at all; true also while its database is down. */
  public boolean alive() {
    Answer answer = http.get("/health", null);
    return answer.ok() && answer.isTrue("status");
  }

  /** A file as a browser gets it; empty when there is none. */
  public Optional<byte[]> file(String path) {
    return http.file(path);
  }

  /** The version the app names itself. */
  public String version() {
    Answer answer = http.get("/api/version", null);
    return answer
        .text("version")
        .orElseThrow(() -> http.unexpected("read the app's version", answer));
  }

  /** What the app tells everybody. */
  public PublicConfiguration publicConfiguration() {
    Answer answer = http.get("/api/config", null);
    if (!answer.ok() || answer.body().isEmpty()) {
      throw http.unexpected("read the app's public configuration", answer);
    }
    return new PublicConfiguration(
        answer.text("name").orElse(""),
        answer.isTrue("onboarding"),
        answer.body().get().path("features").path("enable_signup").asBoolean(true),
        providers(answer.body().get()));
  }

  /**
   * Signs in with a password. The app allows 15 tries per account in three minutes.
   *
   * @throws Fault UNAUTHENTICATED {@code app-sign-in-refused}, THROTTLED {@code
   *     app-sign-in-throttled}
   */
  public AppSession signIn(String email, Secret password) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("email", email);
    body.put("password", password.unwrap());
    Answer answer = http.post("/api/v1/auths/signin", null, body);
    if (answer.status() == WRONG_CREDENTIALS) {
      throw Fault.of(
              Fault.Kind.UNAUTHENTICATED,
              "app-sign-in-refused",
              "Tried to sign in to Open WebUI as " + email + "; it does not accept the password.")
          .advising("Reset that account's password in the workspace.");
    }
    if (answer.status() == TOO_MANY) {
      throw Fault.of(
              Fault.Kind.THROTTLED,
              "app-sign-in-throttled",
              "Tried to sign in to Open WebUI as " + email + "; it asks to wait.")
          .advising("Wait three minutes: it takes 15 tries per account in that time.");
    }
    if (answer.ok() && answer.text("next_step").isPresent()) throw secondFactor(email);
    String token = answer.text("token").orElse("");
    if (!answer.ok() || token.isEmpty()) {
      throw http.unexpected("sign in as " + email, answer);
    }
    return new AppSession(
        http,
        Secret.of(token),
        answer.text("id").orElse(""),
        answer.text("email").orElse(email),
        AppUser.Role.of(answer.text("role").orElse("")));
  }

  private static Fault secondFactor(String email) {
    return Fault.of(
            Fault.Kind.UPSTREAM,
            "app-wants-second-factor",
            "Tried to sign in to Open WebUI as "
                + email
                + "; it demands a second factor, which Innkeeper's own account doesn't have.")
        .advising(
            "Somebody switched it on for all accounts. Switch it off in the workspace, or by"
                + " innkeeper person repair-admin TENANT --mfa-off.");
  }

  /** Signs in as Innkeeper's own account. */
  public AppSession signIn(ServiceAccount account) {
    return signIn(account.email(), account.password());
  }

  /** A session of an earlier sign-in, for example to see whether it survived a new container. */
  public AppSession resume(Secret token) {
    return AppSession.resume(http, token);
  }

  /** Whether {@code /ready} said so, and the status it came with. */
  public record Readiness(boolean ready, int status) {}

  /**
   * @param name as shown, with the app's own “(Open WebUI)”
   * @param onboarding true while there is no account at all: whoever comes first becomes admin
   * @param providers by which people can sign in beside their password
   */
  public record PublicConfiguration(
      String name, boolean onboarding, boolean signUpOpen, List<String> providers) {
    public PublicConfiguration {
      providers = List.copyOf(providers);
    }
  }

  private static List<String> providers(JsonNode configuration) {
    List<String> names = new ArrayList<>();
    configuration.path("oauth").path("providers").fieldNames().forEachRemaining(names::add);
    return names;
  }
}
