package io.innkeeper.openrouter.provision;

import io.innkeeper.money.Usd;
import io.innkeeper.openrouter.LimitReset;
import io.innkeeper.openrouter.UpstreamKey;
import io.innkeeper.openrouter.UpstreamKeyChange;
import io.innkeeper.organisation.Organisation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What can be different about a key at the upstream: as it should be, as it was last told, or as it
 * is there.
 *
 * @param cap in USD; empty for none
 * @param reset how often the cap begins anew, by UTC; empty for never, and without a cap
 */
public record Terms(String name, Optional<Usd> cap, Optional<LimitReset> reset, boolean disabled) {
  private static final String OURS = "innkeeper/";
  private static final int LONGEST_NAME = 60;

  public Terms {
    // Without a cap there is nothing to begin anew, whatever the upstream keeps beside it.
    if (cap.isEmpty()) reset = Optional.empty();
  }

  /** As the key of an organisation should be: a cap without a reset would be one for ever. */
  static Terms wanted(Organisation organisation, String tag, Optional<Usd> cap) {
    boolean stands = organisation.state() != Organisation.State.ACTIVE;
    return new Terms(
        tag + " " + shortly(organisation.name()), cap, Optional.of(LimitReset.MONTHLY), stands);
  }

  /** As it is there. */
  static Terms of(UpstreamKey key) {
    return new Terms(key.name(), key.limit(), key.reset(), key.disabled());
  }

  /** The unique beginning of a key's name; it stays when the organisation is renamed. */
  static String tag(Organisation organisation, String unique) {
    return OURS + organisation.slug() + "/" + unique;
  }

  /** Whether a name there looks like one of ours, known or not. */
  static boolean looksOurs(String name) {
    return name.startsWith(OURS);
  }

  /** Whether a key's name begins with this tag, with or without an organisation's name behind. */
  static boolean bears(String name, String tag) {
    return name.equals(tag) || name.startsWith(tag + " ");
  }

  Terms disabled(boolean now) {
    return new Terms(name, cap, reset, now);
  }

  /** What must be told so that this becomes the other; empty if nothing. */
  Optional<UpstreamKeyChange> towards(Terms wanted) {
    if (equals(wanted)) return Optional.empty();
    return Optional.of(
        new UpstreamKeyChange(
            name.equals(wanted.name) ? Optional.empty() : Optional.of(wanted.name),
            disabled == wanted.disabled ? Optional.empty() : Optional.of(wanted.disabled),
            cap.equals(wanted.cap) && reset.equals(wanted.reset)
                ? Optional.empty()
                : Optional.of(new UpstreamKeyChange.Limit(wanted.cap, wanted.reset))));
  }

  /** In words, what is different there from what it should be. */
  String drift(Terms actual) {
    StringBuilder said = new StringBuilder();
    if (!cap.equals(actual.cap))
      said.append("its cap was ")
          .append(money(actual.cap))
          .append(" instead of ")
          .append(money(cap));
    if (cap.isPresent() && actual.cap.isPresent() && !reset.equals(actual.reset))
      said.append(said.isEmpty() ? "" : ", ")
          .append("its cap began anew ")
          .append(often(actual.reset))
          .append(" instead of ")
          .append(often(reset));
    if (disabled != actual.disabled)
      said.append(said.isEmpty() ? "" : ", ")
          .append(actual.disabled ? "it was disabled" : "it was enabled");
    if (!name.equals(actual.name))
      said.append(said.isEmpty() ? "" : ", ").append("it had another name");
    return said.toString();
  }

  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", name);
    facts.put("cap", money(cap));
    cap.ifPresent(_ -> facts.put("reset", often(reset)));
    facts.put("disabled", disabled);
    return facts;
  }

  private static String money(Optional<Usd> cap) {
    return cap.map(amount -> "USD " + amount).orElse("none");
  }

  private static String often(Optional<LimitReset> reset) {
    return reset.map(LimitReset::word).orElse("never");
  }

  private static String shortly(String name) {
    if (name.codePointCount(0, name.length()) <= LONGEST_NAME) return name;
    return name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
  }
}
