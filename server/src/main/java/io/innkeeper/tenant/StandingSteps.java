package io.innkeeper.tenant;

import static io.innkeeper.tenant.ToldStep.step;

import io.innkeeper.engine.ContainerState;
import io.innkeeper.job.Step;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenant.Wanted;
import java.util.UUID;

/** What is wanted of a tenant and how it stands, written down around the steps that act. */
final class StandingSteps {
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
          boolean serves = host.container(tenant).filter(ContainerState::running).isPresent();
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

  /** The new desired state is written already; on the way back the earlier one is wanted again. */
  Step wanted(UUID id, long before) {
    return Step.of("Write down what is wanted", progress -> {})
        .undoneBy(progress -> desk.wantAgain(id, before));
  }

  Step settle(UUID id, State state, String reason) {
    return step("Write down how it is", progress -> desk.condition(id, state, reason));
  }
}
