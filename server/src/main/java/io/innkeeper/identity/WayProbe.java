package io.innkeeper.identity;

import io.innkeeper.fault.Fault;
import io.innkeeper.web.Deadline;
import io.innkeeper.web.OneGet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Asks a running app to send somebody to a provider, as the proxy in front of it would, and looks
 * where it sends them: with the address they come back to that was shown to be registered.
 */
final class WayProbe {
  /** The code when the app sends people back to another address than theirs. */
  static final String ELSEWHERE = "sign-in-way-elsewhere";

  private static final String BROKEN = "sign-in-way-broken";
  private static final int LONGEST = 256 * 1024;

  // The app itself may have to ask the provider first.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private WayProbe() {}

  /**
   * Proves one provider's way.
   *
   * @param app where Innkeeper reaches the app itself
   * @throws Fault UPSTREAM saying what is wrong
   */
  static void walk(ProviderSetup one, URI app, URI publicUrl) {
    String path = "/oauth/" + one.provider().word() + "/login";
    OneGet.Answer answer = ask(one, app, publicUrl, path);
    String location = answer.header("location").orElse("");
    if (answer.status() < 300 || answer.status() > 399 || !location.contains("redirect_uri="))
      throw broken(
          BROKEN,
          one,
          "the app doesn’t send people there; it can’t reach the provider or doesn’t know its"
              + " discovery document (status "
              + answer.status()
              + ")");
    String back = parameter(location, "redirect_uri").orElse("");
    String wanted = one.provider().redirect(publicUrl).toString();
    if (!back.equals(wanted))
      throw broken(
          ELSEWHERE, one, "people would be sent back to " + back + " instead of " + wanted);
  }

  private static OneGet.Answer ask(ProviderSetup one, URI app, URI publicUrl, String path) {
    Map<String, String> lines =
        Map.of("Host", publicUrl.getAuthority(), "X-Forwarded-Proto", publicUrl.getScheme());
    try {
      return new OneGet(LONGEST, Deadline.in(PATIENCE))
          .of(app.resolve(path), InetAddress.getByName(app.getHost()), lines);
    } catch (IOException e) {
      throw broken(BROKEN, one, "the app doesn’t answer").because(e);
    }
  }

  private static Optional<String> parameter(String location, String name) {
    int query = location.indexOf('?');
    if (query < 0) return Optional.empty();
    return Arrays.stream(location.substring(query + 1).split("&"))
        .filter(part -> part.startsWith(name + "="))
        .map(part -> URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst();
  }

  private static Fault broken(String code, ProviderSetup one, String why) {
    return Fault.of(
            Fault.Kind.UPSTREAM,
            code,
            "Signing in by " + one.shown() + " would not work: " + why + ".")
        .advising("What was before is kept.");
  }
}
