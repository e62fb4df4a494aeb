package io.innkeeper.engine;

/**
 * The host's rules for tenants' bridges. A bridge keeps tenants from each other, but not from the
 * host: without these rules a tenant reaches every port that the host listens on, and the outside.
 * Every verb can be repeated; a host where rules can't be set is a state, not a failure.
 */
public interface Firewall {
  /** Sets what is missing and takes away what is too much. */
  FirewallState ensure(FirewallPlan plan);

  /** Looks, without changing anything. */
  FirewallState check(FirewallPlan plan);

  /** Takes all of our rules away and leaves every other as it is. */
  FirewallState remove();
}
