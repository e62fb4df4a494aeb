package io.innkeeper;

import io.innkeeper.advisor.Advisor;
import io.innkeeper.household.Household;
import io.innkeeper.metrics.JobSeries;
import io.innkeeper.metrics.TenantSeries;

/**
 * Every room of the house on a prepared store, floor by floor, each made once by its constructor.
 * Nothing runs yet.
 */
public final class Rooms implements AutoCloseable {
  private final Foundation foundation;
  private final Entrance entrance;
  private final Machine machine;
  private final Tenancy tenancy;
  private final Face face;
  private final Gate gate;
  private final Money money;
  private final Vault vault;
  private final Advisor advisor;
  private final Household household;

  Rooms(Foundation foundation, Machine machine) {
    this.foundation = foundation;
    this.machine = machine;
    entrance = Entrance.on(foundation);
    tenancy = Tenancy.on(foundation, entrance, machine);
    face = Face.on(foundation, machine, tenancy);
    gate = Gate.on(foundation);
    tenancy.tenants().accompany(new KeyCompanion(gate.keys()));
    money = Money.on(foundation, entrance.organisations(), tenancy.tenants().tenants());
    vault = Vault.on(foundation, tenancy.tenants().sealedPlaces());
    advisor = RunningAdvisor.of(this);
    household = RunningHousehold.of(this);
    JobSeries.add(foundation.metrics(), foundation.jobs());
    TenantSeries.add(foundation.metrics(), tenancy.tenants().tenants());
    money.count(foundation);
    vault.count(foundation);
  }

  public Foundation foundation() {
    return foundation;
  }

  public Entrance entrance() {
    return entrance;
  }

  public Machine machine() {
    return machine;
  }

  public Tenancy tenancy() {
    return tenancy;
  }

  public Face face() {
    return face;
  }

  public Gate gate() {
    return gate;
  }

  public Money money() {
    return money;
  }

  public Vault vault() {
    return vault;
  }

  /** What is weak about the host, this house and its tenants. */
  public Advisor advisor() {
    return advisor;
  }

  /** The server itself. */
  public Household household() {
    return household;
  }

  @Override
  public void close() {
    try (Parts parts = new Parts()) {
      parts.add("log", household);
      parts.add("store", foundation.database());
      parts.add("infrastructure", vault.infrastructure());
      parts.add("jobs", foundation.jobs());
      parts.add("OpenRouter", money.openRouter());
      parts.add("banks", money.banks());
      parts.add("schedule", foundation.schedule());
      parts.add("upstream keys", money.upstream());
    }
  }
}
