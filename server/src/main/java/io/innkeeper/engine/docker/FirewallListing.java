package io.innkeeper.engine.docker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The filter table as {@code iptables -S} lists it: each chain's rules in order. */
record FirewallListing(Map<String, List<String>> chains) {
  /** Docker runs this chain before its own rules and leaves its content alone. */
  private static final String DOCKER_USER = "DOCKER-USER";

  static FirewallListing parse(String listing) {
    Map<String, List<String>> chains = new LinkedHashMap<>();
    for (String line : listing.lines().toList()) {
      String[] words = line.split(" ", 3);
      if (words.length < 2) {
        continue;
      }
      List<String> rules = chains.computeIfAbsent(words[1], chain -> new ArrayList<>());
      if (words[0].equals("-A") && words.length == 3) {
        rules.add(words[2]);
      }
    }
    return new FirewallListing(chains);
  }

  List<String> rules(String chain) {
    return chains.getOrDefault(chain, List.of());
  }

  /** Where forwarded packets are judged first; without Docker's own rules that is FORWARD. */
  String forwarding() {
    return chains.containsKey(DOCKER_USER) ? DOCKER_USER : "FORWARD";
  }
}
