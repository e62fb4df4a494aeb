package io.innkeeper.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a PostgreSQL store is: {@code postgresql://user:password@host:port/name?options}. */
public record PostgresAddress(String jdbcUrl, Optional<String> user, Optional<Secret> password) {

  /**
   * Reads an address.
   *
   * @throws Fault INVALID when it isn't one
   */
  public static PostgresAddress parse(String text) {
    try {
      URI uri = new URI(text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
      boolean ours = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
      if (!ours || uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2)
        throw refusal();
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String url = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
      @Nullable String login = uri.getRawUserInfo();
      if (login == null) return new PostgresAddress(url, Optional.empty(), Optional.empty());
      int colon = login.indexOf(':');
      String user = decoded(colon < 0 ? login : login.substring(0, colon));
      Optional<Secret> password =
          colon < 0
              ? Optional.empty()
              : Optional.of(Secret.of(decoded(login.substring(colon + 1))));
      return new PostgresAddress(url, Optional.of(user), password);
    } catch (URISyntaxException e) {
      throw refusal();
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
  }

  private static Fault refusal() {
    return Fault.invalidField(
            "innkeeper.store.url",
            "store-url",
            "The store's address is not of the form postgresql://user:password@host:port/name.")
        .advising("Leave innkeeper.store.url out to use the embedded SQLite store.");
  }

  /** Without the password and without options, which may hold one too. */
  @Override
  public String toString() {
    String place = jdbcUrl.substring("jdbc:".length()).replaceFirst("\\?.*", "");
    return place.replace("://", "://" + user.map(name -> name + "@").orElse(""));
  }
}
