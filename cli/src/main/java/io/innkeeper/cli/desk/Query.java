package io.innkeeper.cli.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;

/** An address of the API, its parts written so that no name can break out of its place. */
public record Query(String path) {

  /** {@code Query.of("/tenants/{}/stop", slug)}. */
  public static Query of(String pattern, Object... parts) {
    String path = pattern;
    for (Object part : parts) {
      String encoded = encoded(part.toString());
      path = path.replaceFirst("\\{}", java.util.regex.Matcher.quoteReplacement(encoded));
    }
    return new Query(path);
  }

  public Query with(String name, Object value) {
    return new Query(
        path + (path.contains("?") ? "&" : "?") + name + "=" + encoded(value.toString()));
  }

  /** The parameter when there is a value. */
  public Query with(String name, Optional<?> value) {
    return value.map(present -> with(name, present)).orElse(this);
  }

  /** The parameter set to true when {@code on}. */
  public Query when(boolean on, String name) {
    return on ? with(name, true) : this;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
