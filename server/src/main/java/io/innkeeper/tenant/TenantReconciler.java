package io.innkeeper.tenant;

import io.innkeeper.caller.Actor;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.engine.ContainerState.HealthStatus;
import io.innkeeper.engine.EngineException;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Jobs;
import io.innkeeper.tenant.PlanDifference.Line;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenant.Wanted;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what is wanted with what is, at start, on engine events and every minute, and orders
 * mending of what drifted: with growing delay and a limit, after which the tenant is degraded and
 * says why.
 */
public final class TenantReconciler {
  private static final Logger log = LoggerFactory.getLogger(TenantReconciler.class);
  private static final Actor BY = Actor.innkeeper("reconciler");
  private static final Duration FIRST_DELAY = Duration.ofSeconds(10);
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(30);

  private final TenantDesk desk;
  private final TenantHost host;
  private final Tenants tenants;
  private final Jobs jobs;
  private final TenantSettings settings;
  private final Runnable firewall;
  private final Clock clock;
  // One pass at a time; events during a pass are caught by the next one.
  private final ReentrantLock pass = new ReentrantLock();

  TenantReconciler(
      TenantDesk desk,
      TenantHost host,
      Tenants tenants,
      Jobs jobs,
      TenantSettings settings,
      Runnable firewall,
      Clock clock) {
    this.desk = desk;
    this.host = host;
    this.tenants = tenants;
    this.jobs = jobs;
    this.settings = settings;
    this.firewall = firewall;
    this.clock = clock;
  }

  /** One pass over all tenants. */
  public void reconcile() {
    pass.lock();
    try {
      List<Tenant> all = desk.all();
      if (!engineAnswers()) {
        all.forEach(this::unknown);
        return;
      }
      if (!all.isEmpty()) firewall.run();
      for (Tenant tenant : all) reconcileSafely(tenant);
    } finally {
      pass.unlock();
    }
  }

  private boolean engineAnswers() {
    try {
      host.engine().info();
      return true;
    } catch (EngineException e) {
      log.warn("The container engine does not answer: {}", e.getMessage());
      return false;
    }
  }

  /** What failed or rests stays so whether or not the engine answers. */
  private void unknown(Tenant tenant) {
    if (tenant.wanted() == Wanted.REMOVED || busy(tenant)) return;
    State known = desk.get(tenant.id()).condition().state();
    if (known == State.FAILED || known == State.STOPPED) return;
    desk.condition(tenant.id(), State.UNKNOWN, "The container engine does not answer");
  }

  private void reconcileSafely(Tenant tenant) {
    try {
      // Read anew: a job may have ended since the pass began, and what it wrote must count.
      if (!busy(tenant)) reconcile(desk.get(tenant.id()));
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NOT_REACHABLE) unknown(tenant);
      else log.warn("Comparing {} with what is wanted failed: {}", tenant.slug(), e.getMessage());
    } catch (Fault e) {
      // A verb that began meanwhile holds the tenant; the next pass sees its outcome.
      log.info("{} was left as it is: {}", tenant.slug(), e.said());
    }
  }

  private void reconcile(Tenant tenant) {
    switch (tenant.wanted()) {
      case RUNNING -> keepRunning(tenant);
      case STOPPED -> keepStopped(tenant);
      case REMOVED -> keepRemoved(tenant);
      case ERASED -> {}
    }
  }

  private void keepRunning(Tenant tenant) {
    // What never became healthy after a person's act waits for a person.
    if (tenant.condition().state() == State.FAILED) return;
    Optional<ContainerState> container = host.container(tenant);
    Optional<String> drift = drift(tenant, container);
    if (drift.isPresent()) {
      mend(tenant, drift.get());
      return;
    }
    observe(tenant, container.orElseThrow());
  }

  private Optional<String> drift(Tenant tenant, Optional<ContainerState> container) {
    if (tenant.image().isEmpty() || container.isEmpty())
      return Optional.of("its container is gone");
    ContainerState now = container.get();
    if (!now.running() && now.run() != ContainerState.Run.RESTARTING) {
      return Optional.of(
          now.outOfMemory() ? "it ran out of memory and stopped" : "its container was stopped");
    }
    if (!now.weaknesses().isEmpty()) return Optional.of(now.weaknesses().getFirst());
    List<Line> lines = PlanDifference.between(desk.plan(tenant), Optional.of(now.actual()));
    if (lines.isEmpty()) return Optional.empty();
    return Optional.of(lines.getFirst().setting() + " was changed by hand");
  }

  private void observe(Tenant tenant, ContainerState now) {
    if (now.run() == ContainerState.Run.RESTARTING) {
      String cause = now.outOfMemory() ? "out of memory" : "exit code " + now.exitCode();
      desk.condition(
          tenant.id(),
          State.DEGRADED,
          "Keeps restarting: " + cause + ", " + now.restarts() + " restarts");
    } else if (now.health().filter(HealthStatus.UNHEALTHY::equals).isPresent()) {
      desk.condition(tenant.id(), State.DEGRADED, "Runs, but its health check fails");
    } else if (now.health().filter(HealthStatus.STARTING::equals).isPresent()) {
      if (tenant.condition().state() != State.HEALTHY)
        desk.condition(tenant.id(), State.STARTING, "");
    } else {
      desk.condition(tenant.id(), State.HEALTHY, "");
    }
  }

  private void keepStopped(Tenant tenant) {
    Optional<ContainerState> container = host.container(tenant);
    if (container.filter(ContainerState::running).isPresent()) {
      host.stop(tenant);
      log.info("{} was started by hand and is stopped again", tenant.slug());
    }
    if (tenant.condition().state() != State.STOPPED) desk.condition(tenant.id(), State.STOPPED, "");
  }

  /** Goes on with a removal that stopped half way. */
  private void keepRemoved(Tenant tenant) {
    Tenant.Condition condition = tenant.condition();
    if (condition.state() == State.REMOVED || condition.tries() >= settings.mendTries()) return;
    // Data that is half erased waits for a person, who alone may go on with that.
    if (condition.state() == State.FAILED && host.container(tenant).isEmpty()) return;
    if (waits(condition)) return;
    desk.mended(tenant.id(), clock.instant().plus(delay(condition.tries())));
    log.info("Going on with the removal of {}", tenant.slug());
    tenants.remove(tenant.id(), "an earlier removal stopped half way", BY);
  }

  private boolean waits(Tenant.Condition condition) {
    return condition.notBefore().filter(clock.instant()::isBefore).isPresent();
  }

  private void mend(Tenant tenant, String why) {
    Tenant.Condition condition = tenant.condition();
    if (condition.tries() >= settings.mendTries()) {
      desk.condition(
          tenant.id(),
          State.DEGRADED,
          "Mending was tried %d times: %s. Start it by hand once the cause is mended"
              .formatted(condition.tries(), why));
      return;
    }
    if (waits(condition)) return;
    desk.mended(tenant.id(), clock.instant().plus(delay(condition.tries())));
    log.info("Mending {}: {}", tenant.slug(), why);
    tenants.mend(desk.get(tenant.id()), why, BY);
  }

  private static Duration delay(int tries) {
    Duration grown = FIRST_DELAY.multipliedBy(1L << Math.min(tries, 10));
    return grown.compareTo(LONGEST_DELAY) < 0 ? grown : LONGEST_DELAY;
  }

  private boolean busy(Tenant tenant) {
    return jobs.running(tenant.subject()).isPresent();
  }
}
