package io.innkeeper.route;

import io.innkeeper.client.NewRoute;
import io.innkeeper.client.RouteChange;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people give for a route, as types; INVALID names the field that must be mended. */
public final class RouteInput {
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._:/@+~-]{0,200}");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");
  private static final Pattern KEY = Pattern.compile("[!-~]{1,512}");

  /** OpenRouter itself is everybody's upstream already, with its own records. */
  private static final String RESERVED = "openrouter";

  private RouteInput() {}

  /** How its models begin. */
  public static String prefix(NewRoute given) {
    String prefix = given.prefix();
    if (prefix != null && PREFIX.matcher(prefix.strip()).matches()) return prefix.strip();
    throw Fault.invalidField(
        "prefix",
        "route-prefix",
        "A route needs the beginning of its models' names, such as acme/; empty means all.");
  }

  /** Where a new route leads. */
  public static ModelRoute.Target target(NewRoute given) {
    URI base = base(given.baseUrl());
    return new ModelRoute.Target(
        name(given.upstream() == null ? base.getHost() : given.upstream()),
        base,
        Flavour.parse(given.flavour() == null ? "" : given.flavour()));
  }

  /** Where it leads after a change; what is absent stays. */
  public static ModelRoute.Target changed(ModelRoute.Target now, RouteChange given) {
    return new ModelRoute.Target(
        given.upstream() == null ? now.name() : name(given.upstream()),
        given.baseUrl() == null ? now.base() : base(given.baseUrl()),
        given.flavour() == null ? now.flavour() : Flavour.parse(given.flavour()));
  }

  /** The key, which must be given. */
  public static Secret demandedKey(@Nullable String given) {
    return key(given == null ? "" : given)
        .orElseThrow(
            () ->
                Fault.invalidField(
                    "key", "upstream-key", "A key has 1 to 512 characters and no spaces."));
  }

  /** The key, if one was given. */
  public static Optional<Secret> key(String given) {
    if (given.isBlank()) return Optional.empty();
    if (!KEY.matcher(given.strip()).matches()) {
      throw Fault.invalidField(
          "key", "upstream-key", "A key has 1 to 512 characters and no spaces.");
    }
    return Optional.of(Secret.of(given.strip()));
  }

  private static String name(String given) {
    String name = given.strip();
    if (NAME.matcher(name).matches() && !name.equals(RESERVED)) return name;
    throw Fault.invalidField(
        "upstream",
        "route-upstream",
        "An upstream's name has small letters, digits, dots and hyphens, and isn't “openrouter”.");
  }

  private static URI base(@Nullable String given) {
    try {
      URI base = new URI(given == null ? "" : given.strip());
      boolean web = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
      boolean plain =
          base.getUserInfo() == null && base.getQuery() == null && base.getFragment() == null;
      if (web && plain && base.getHost() != null) return base;
    } catch (URISyntaxException e) {
      // Told below like every other address that can't be used.
    }
    throw Fault.invalidField(
        "baseUrl",
        "route-address",
        "The address is what stands before /chat/completions, such as https://llm.example.org/v1.");
  }
}
