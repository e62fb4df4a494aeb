package io.innkeeper.engine.docker;

import io.innkeeper.engine.Firewall;
import io.innkeeper.engine.FirewallPlan;
import io.innkeeper.engine.FirewallState;
import io.innkeeper.engine.FirewallState.Kind;
import io.innkeeper.engine.docker.FirewallRules.Family;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules set with iptables, in chains of our own: one hooked before everything else for what
 * comes to the host, one before Docker's own rules for what passes through it. They stay when
 * Innkeeper stops, since tenants run on; {@link #remove()} takes them away.
 */
public final class HostFirewall implements Firewall {
  private static final String UNPROTECTED =
      " Until then tenants reach other ports of this host, and the outside.";

  private final String prefix;
  private final List<Iptables> families;

  /** For the bridges whose names begin with {@code prefix}. */
  public HostFirewall(String prefix) {
    this.prefix = prefix;
    this.families = Stream.of(Family.values()).map(Iptables::new).filter(Iptables::needed).toList();
  }

  @Override
  public synchronized FirewallState ensure(FirewallPlan plan) {
    try {
      boolean changed = false;
      for (Iptables family : families) {
        changed |= ensure(family, plan);
      }
      return changed ? mended(plan) : inForce(plan);
    } catch (Iptables.Refusal refusal) {
      return impossible(refusal);
    }
  }

  @Override
  public FirewallState check(FirewallPlan plan) {
    try {
      for (Iptables family : families) {
        if (!rules(family).holds(family.list(), plan)) {
          return new FirewallState(
              Kind.MISSING, "The firewall rules for tenants are not whole." + UNPROTECTED);
        }
      }
      return inForce(plan);
    } catch (Iptables.Refusal refusal) {
      return impossible(refusal);
    }
  }

  @Override
  public synchronized FirewallState remove() {
    try {
      for (Iptables family : families) {
        FirewallListing found = family.list();
        if (!rules(family).absent(found)) {
          family.restore(rules(family).removal(found));
        }
      }
      return new FirewallState(Kind.MISSING, "The firewall rules for tenants are gone.");
    } catch (Iptables.Refusal refusal) {
      return impossible(refusal);
    }
  }

  private boolean ensure(Iptables family, FirewallPlan plan) throws Iptables.Refusal {
    FirewallListing found = family.list();
    if (rules(family).holds(found, plan)) {
      return false;
    }
    family.restore(rules(family).setting(found, plan));
    if (!rules(family).holds(family.list(), plan)) {
      throw new Iptables.Refusal(
          family.family().command()
              + " accepted the rules but lists others; another program may change them.",
          family.family().command() + " -S");
    }
    return true;
  }

  private FirewallRules rules(Iptables family) {
    return new FirewallRules(prefix, family.family());
  }

  private static FirewallState mended(FirewallPlan plan) {
    if (plan.gatewayAddress().isEmpty()) return noGateway();
    return new FirewallState(Kind.MENDED, "The firewall rules for tenants were set.");
  }

  private static FirewallState inForce(FirewallPlan plan) {
    if (plan.gatewayAddress().isEmpty()) return noGateway();
    return new FirewallState(Kind.IN_FORCE, "Tenants reach the gateway and nothing else here.");
  }

  private static FirewallState noGateway() {
    return new FirewallState(
        Kind.NO_GATEWAY,
        "The engine's default network has no address of this host, so that tenants reach nothing"
            + " here, not the gateway either. Let the engine have its default network: without"
            + " \"bridge\": \"none\" in /etc/docker/daemon.json.",
        "docker network inspect bridge");
  }

  private static FirewallState impossible(Iptables.Refusal refusal) {
    return new FirewallState(
        Kind.IMPOSSIBLE, refusal.getMessage() + UNPROTECTED, refusal.command());
  }
}
