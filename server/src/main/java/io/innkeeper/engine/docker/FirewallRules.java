package io.innkeeper.engine.docker;

import io.innkeeper.engine.FirewallPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rules of one bridge prefix, rendered and compared; nothing is run here. Rules are written as
 * {@code iptables -S} prints them, so that wanted and found are the same text.
 *
 * @param prefix how the bridges are named; the chains carry it, so that several Innkeepers on one
 *     host don't touch each other's rules
 * @param family which of the two address families
 */
record FirewallRules(String prefix, Family family) {
  /** IPv4 or IPv6, which have rules of their own. */
  enum Family {
    IPV4("iptables", "icmp-port-unreachable"),
    IPV6("ip6tables", "icmp6-port-unreachable");

    private final String command;
    private final String refusal;

    Family(String command, String refusal) {
      this.command = command;
      this.refusal = refusal;
    }

    String command() {
      return command;
    }
  }

  private static final String INPUT = "INPUT";
  private static final String ANSWERS = "-m conntrack --ctstate RELATED,ESTABLISHED";
  private static final String LINK_LOCAL = "169.254.0.0/16";
  private static final String OURS = "-j INNKEEPER-";

  /** From tenants to the host itself. */
  String inward() {
    return "INNKEEPER-IN-" + prefix;
  }

  /** From tenants through the host, and from elsewhere through the host to tenants. */
  String through() {
    return "INNKEEPER-FWD-" + prefix;
  }

  /** The rules of our chains. Refusals answer at once, so that an application doesn't hang. */
  Map<String, List<String>> chains(FirewallPlan plan) {
    List<String> inward = new ArrayList<>();
    inward.add(ANSWERS + " -j ACCEPT");
    if (family == Family.IPV4) {
      plan.gatewayAddress()
          .map("-d %s/32 -p tcp -m tcp"::formatted)
          .map(to -> to + " --dport " + plan.gatewayPort() + " -j ACCEPT")
          .ifPresent(inward::add);
    }
    inward.add(refuse());

    List<String> through = new ArrayList<>();
    through.add(ANSWERS + " -j RETURN");
    through.add("-o " + prefix + "+ " + refuse());
    if (family == Family.IPV4) {
      // Clouds serve machines their credentials there.
      through.add("-d " + LINK_LOCAL + " " + refuse());
    }
    plan.bridgesAllowedOut().forEach(bridge -> through.add("-i " + bridge + " -j RETURN"));
    through.add(refuse());

    Map<String, List<String>> chains = new LinkedHashMap<>();
    chains.put(inward(), inward);
    chains.put(through(), through);
    return chains;
  }

  /** The jumps into our chains, by the chain they stand in. */
  Map<String, List<String>> hooks(FirewallListing found) {
    Map<String, List<String>> hooks = new LinkedHashMap<>();
    hooks.put(INPUT, List.of("-i " + prefix + "+ -j " + inward()));
    hooks.put(
        found.forwarding(),
        List.of("-i " + prefix + "+ -j " + through(), "-o " + prefix + "+ -j " + through()));
    return hooks;
  }

  /** Whether exactly these rules are in force, and before anybody else's. */
  boolean holds(FirewallListing found, FirewallPlan plan) {
    return chains(plan).entrySet().stream()
            .allMatch(chain -> chain.getValue().equals(found.rules(chain.getKey())))
        && hooks(found).entrySet().stream()
            .allMatch(chain -> standsFirst(found.rules(chain.getKey()), chain.getValue()))
        && strayHooks(found).isEmpty();
  }

  /** Input for {@code iptables-restore --noflush}, which makes all of it true in one step. */
  String setting(FirewallListing found, FirewallPlan plan) {
    List<String> lines = new ArrayList<>();
    chains(plan).keySet().forEach(chain -> lines.add(":" + chain + " - [0:0]"));
    chains(plan)
        .forEach((chain, rules) -> rules.forEach(rule -> lines.add("-A " + chain + " " + rule)));
    lines.addAll(unhooking(found));
    hooks(found)
        .forEach(
            (chain, rules) ->
                rules.reversed().forEach(rule -> lines.add("-I " + chain + " 1 " + rule)));
    return table(lines);
  }

  /** Input that takes all of it away. */
  String removal(FirewallListing found) {
    List<String> lines = new ArrayList<>(unhooking(found));
    List<String> there =
        Stream.of(inward(), through()).filter(chain -> found.chains().containsKey(chain)).toList();
    there.forEach(chain -> lines.add("-F " + chain));
    there.forEach(chain -> lines.add("-X " + chain));
    return table(lines);
  }

  /** Whether nothing of ours is there. */
  boolean absent(FirewallListing found) {
    return !found.chains().containsKey(inward())
        && !found.chains().containsKey(through())
        && unhooking(found).isEmpty();
  }

  private String refuse() {
    return "-j REJECT --reject-with " + family.refusal;
  }

  /** Only other Innkeepers' jumps may stand before ours. */
  private static boolean standsFirst(List<String> rules, List<String> hooks) {
    List<String> leading = rules.stream().takeWhile(rule -> rule.contains(OURS)).toList();
    return leading.containsAll(hooks);
  }

  /** Jumps to our chains that stand where, or as, they should not. */
  private List<String> strayHooks(FirewallListing found) {
    Map<String, List<String>> wanted = hooks(found);
    List<String> stray = new ArrayList<>();
    found
        .chains()
        .forEach(
            (chain, rules) -> {
              List<String> here = new ArrayList<>(rules.stream().filter(jumpsToUs()).toList());
              wanted.getOrDefault(chain, List.of()).forEach(here::remove);
              stray.addAll(here);
            });
    return stray;
  }

  private List<String> unhooking(FirewallListing found) {
    List<String> lines = new ArrayList<>();
    found
        .chains()
        .forEach(
            (chain, rules) ->
                rules.stream()
                    .filter(jumpsToUs())
                    .forEach(rule -> lines.add("-D " + chain + " " + rule)));
    return lines;
  }

  private Predicate<String> jumpsToUs() {
    return rule -> rule.endsWith("-j " + inward()) || rule.endsWith("-j " + through());
  }

  private static String table(List<String> lines) {
    return "*filter\n" + String.join("\n", lines) + "\nCOMMIT\n";
  }
}
