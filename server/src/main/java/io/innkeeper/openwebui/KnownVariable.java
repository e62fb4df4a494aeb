package io.innkeeper.openwebui;

import java.util.Locale;
import java.util.Optional;

/**
 * A variable that Open WebUI knows.
 *
 * @param key the configuration key it seeds; empty for one that the app reads at each start
 * @param secret whether nobody may see its value
 * @param standard what the app takes when nobody says anything, as JSON; empty where we don't know
 * @param since the first proven version that knows it
 * @param until the last one, if a newer one doesn't
 * @param group by what it is found in a long list
 * @param says what it does, in one sentence
 * @param reserved why it can't be set, if it can't
 */
public record KnownVariable(
    String name,
    Optional<String> key,
    Kind kind,
    boolean secret,
    Optional<String> standard,
    Version since,
    Optional<Version> until,
    String group,
    String says,
    Optional<String> reserved) {

  /** What its text must be. */
  public enum Kind {
    FLAG,
    WHOLE,
    NUMBER,
    TEXT,
    LIST,
    JSON;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether a version of the app knows it. */
  public boolean knownTo(Version version) {
    return version.compareTo(since) >= 0
        && until.filter(last -> version.compareTo(last) > 0).isEmpty();
  }

  /**
   * How a change reaches a running app: {@code environment}, {@code app} or {@code first-start}.
   */
  public String effect() {
    if (key.isEmpty() && !SeededVariables.seedsOnly(name)) return "environment";
    return SeededVariables.followed(name) ? "app" : "first-start";
  }

  /**
   * Whether it is a permission of people who aren't admins: groups of a workspace can give more.
   */
  public boolean permission() {
    return key.filter(Permissions::within).isPresent();
  }

  /** The standard as a variable's text, where it is one; empty text for none. */
  public Optional<String> standardText() {
    return standard.flatMap(Json::parse).map(Json::asVariable);
  }
}
