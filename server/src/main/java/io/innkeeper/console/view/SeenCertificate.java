package io.innkeeper.console.view;

import java.util.List;

/**
 * The certificate that a host shows, to be compared before it is trusted.
 *
 * @param word of whose form it is part
 * @param sha256 in pairs; empty while nobody looked
 * @param value as the form sends it
 * @param problem why there is none to see, or empty
 */
public record SeenCertificate(
    String word, List<Fact> facts, String sha256, String value, String problem) {
  public SeenCertificate {
    facts = List.copyOf(facts);
  }

  /** Nobody looked yet. */
  public static SeenCertificate none(String word) {
    return new SeenCertificate(word, List.of(), "", "", "");
  }

  public static SeenCertificate failed(String word, String problem) {
    return new SeenCertificate(word, List.of(), "", "", problem);
  }

  /** The name of the tick that trusts it. */
  public String tick() {
    return word + ".seen";
  }
}
