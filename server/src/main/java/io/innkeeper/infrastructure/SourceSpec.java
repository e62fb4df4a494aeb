package io.innkeeper.infrastructure;

import io.innkeeper.fault.Fault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a source is to be read.
 *
 * @param everyMinutes 0 for never by itself, else 5 to 1,440
 * @param enabled whether it is read at all
 */
public record SourceSpec(
    SourceKind kind,
    HostAddress at,
    String username,
    Trust trust,
    boolean enabled,
    int everyMinutes) {
  public static final int USUAL_MINUTES = 60;

  private static final Pattern USERNAME = Pattern.compile("[^\\p{Cntrl}\\s][^\\p{Cntrl}]{0,99}");

  /**
   * As given, with every part already of its type.
   *
   * @throws Fault INVALID when user or interval can't be, or both
   */
  public SourceSpec {
    String word = kind.word();
    Mending mending = new Mending();
    if (!USERNAME.matcher(username).matches() || !username.equals(username.strip()))
      mending.note(
          Fault.invalidField(
              word + ".username",
              "username",
              "The user of " + kind.product() + " has 1 to 100 characters, none for control."));
    if (everyMinutes != 0 && (everyMinutes < 5 || everyMinutes > 1440))
      mending.note(
          Fault.invalidField(
              word + ".everyMinutes",
              "interval",
              "An interval has 5 to 1440 minutes, or is 0 for never by itself."));
    mending.refuse();
  }

  /** Whether the secret that goes with {@code other} may be sent to where this leads. */
  public boolean sameParty(SourceSpec other) {
    return at.equals(other.at) && username.equals(other.username) && trust.equals(other.trust);
  }

  /** Whether it is read by itself. */
  public boolean scheduled() {
    return enabled && everyMinutes > 0;
  }

  /** What the audit compares. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    String word = kind.word();
    facts.put(word + ".host", at.host());
    facts.put(word + ".port", at.port());
    facts.put(word + ".username", username);
    facts.put(word + ".trust", trust.kind().word());
    if (trust.kind() == Trust.Kind.PIN) facts.put(word + ".pin", trust.text());
    facts.put(word + ".enabled", enabled);
    facts.put(word + ".everyMinutes", everyMinutes);
    return facts;
  }
}
