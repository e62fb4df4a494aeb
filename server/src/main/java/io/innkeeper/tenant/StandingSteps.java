package io.innkeeper.tenant;

import static io.innkeeper.tenant.ToldStep.step;
import static io.innkeeper.tenant.ToldStep.told;

import io.innkeeper.engine.ContainerState;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenant.Wanted;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is wanted of a tenant and how it stands, written down around the steps that act. */
final class StandingSteps {
  private static final Set<State> ENDED = EnumSet.of(State.REMOVED, State.FAILED);
  private static final String STATE = "state";
  private static final String REASON = "reason";
  private static final String RAN = "ran";

  private final TenantDesk desk;
  private final TenantHost host;
  private final TenantApp app;
  private final Companions companions;

  StandingSteps(TenantDesk desk, TenantHost host, TenantApp app, Companions companions) {
    this.desk = desk;
    this.host = host;
    this.app = app;
    this.companions = companions;
  }

  /** First of all: says what is going on; last on the way back: says where that left the tenant. */
  Step begin(UUID id, String name, State meanwhile) {
    return begin(id, name, meanwhile, State.FAILED);
  }

  /**
   * The same for an opening: what never became healthy is not so because its container runs; its
   * first admin is still to be made. Starting it goes on with all that is left.
   */
  Step beginOpening(UUID id) {
    return new Step(
        "Write down what is wanted",
        progress -> {
          desk.forgetTries(id);
          desk.condition(id, State.STARTING, "");
        },
        progress -> desk.condition(id, State.FAILED, ToldStep.why(progress)));
  }

  /**
   * The same for mending, which is tried again: until it gives up the tenant is degraded, not
   * failed.
   */
  Step beginMending(UUID id) {
    return begin(id, "Compare wanted with actual", State.STARTING, State.DEGRADED);
  }

  private Step begin(UUID id, String name, State meanwhile, State failed) {
    return new Step(
        name,
        progress -> {
          if (failed == State.FAILED) desk.forgetTries(id);
          app.forgetSettings(desk.get(id));
          desk.condition(id, meanwhile, "");
        },
        progress -> {
          Tenant tenant = desk.get(id);
          boolean serves = serves(tenant);
          if (tenant.wanted() != Wanted.RUNNING) {
            desk.condition(id, State.STOPPED, "");
          } else if (serves) {
            desk.condition(id, State.HEALTHY, "");
            companions.all().forEach(one -> one.reopened(tenant));
          } else {
            desk.condition(id, failed, ToldStep.why(progress));
          }
          desk.settled(tenant);
        });
  }

  /**
   * First of what ends in rest or removal. Last on the way back: what it was to do before is wanted
   * again, and what lacks for that is left to the reconciler.
   */
  Step beginEnding(UUID id, Optional<Wanted> was) {
    return new Step(
        "Write down what is wanted",
        progress -> {
          // Its own second tries at a removal count; a person's act begins anew.
          if (!was.equals(Optional.of(Wanted.REMOVED))) desk.forgetTries(id);
          Tenant.Condition now = desk.get(id).condition();
          progress.remember(REASON, now.reason());
          progress.remember(STATE, now.state().name());
        },
        told(
            progress -> {
              if (desk.get(id).wanted() == Wanted.ERASED) return;
              if (Erasure.begun(progress)) {
                desk.condition(id, State.FAILED, ToldStep.why(progress));
                return;
              }
              was.ifPresent(earlier -> desk.wantAgain(id, earlier));
              String state = progress.recall(STATE);
              if (!state.isEmpty()) standAgain(desk.get(id), State.valueOf(state), progress);
            }));
  }

  private void standAgain(Tenant tenant, State before, Progress progress) {
    boolean running = tenant.wanted() == Wanted.RUNNING && before != State.FAILED;
    boolean serves = serves(tenant);
    if (running && !serves) {
      desk.condition(tenant.id(), State.DEGRADED, ToldStep.why(progress));
    } else if (running && !progress.recall(RAN).isEmpty()) {
      desk.condition(tenant.id(), State.STARTING, "");
    } else if (tenant.wanted() == Wanted.REMOVED && !ENDED.contains(before)) {
      desk.condition(tenant.id(), State.FAILED, ToldStep.why(progress));
    } else {
      desk.condition(tenant.id(), before, progress.recall(REASON));
    }
    if (running && serves) companions.all().forEach(one -> one.reopened(tenant));
    desk.settled(tenant);
  }

  /** Stops it; on the way back what ran is started. */
  Step rest(UUID id, Step stop) {
    return step(
            stop.name(),
            progress -> {
              if (serves(desk.get(id))) progress.remember(RAN, "yes");
              stop.act().run(progress);
            })
        .undoneBy(
            told(
                progress -> {
                  if (!progress.recall(RAN).isEmpty()) host.start(desk.get(id));
                }));
  }

  private boolean serves(Tenant tenant) {
    return host.container(tenant).filter(ContainerState::running).isPresent();
  }

  /** The new desired state is written already; on the way back the earlier one is wanted again. */
  Step wanted(UUID id, long before) {
    return Step.of("Write down what is wanted", progress -> {})
        .undoneBy(progress -> desk.wantAgain(id, before));
  }

  Step settle(UUID id, State state, String reason) {
    return step("Write down how it is", progress -> desk.condition(id, state, reason));
  }
}
