package io.innkeeper.tenant;

import static io.innkeeper.tenant.ToldStep.step;
import static io.innkeeper.tenant.ToldStep.told;

import io.innkeeper.engine.ContainerState;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;
import io.innkeeper.openwebui.AppInputs;
import io.innkeeper.tenant.PlanDifference.Line;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenant.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The steps that tenants' jobs are made of. Each looks at the world first and does only what is
 * left to do, so that it can run again after a crash; its way back stands beside it.
 */
final class TenantSteps {
  private static final String FIRST_ADMIN = "first-admin";

  private final TenantDesk desk;
  private final TenantHost host;
  private final TenantApp app;
  private final DatabaseCopies copies;
  private final PortMoves ports;
  private final Runnable firewall;
  private final Companions companions;
  private final StandingSteps standing;
  private final RepairSteps repairs;

  TenantSteps(
      TenantDesk desk,
      TenantHost host,
      TenantApp app,
      DatabaseCopies copies,
      PortMoves ports,
      Runnable firewall,
      Companions companions) {
    this.desk = desk;
    this.host = host;
    this.app = app;
    this.ports = ports;
    this.firewall = firewall;
    this.companions = companions;
    standing = new StandingSteps(desk, host, app, companions);
    this.copies = copies;
    repairs = new RepairSteps(desk, host, copies);
  }

  StandingSteps standing() {
    return standing;
  }

  RepairSteps repairs() {
    return repairs;
  }

  Step image(UUID id) {
    return step(
        "Get the image",
        progress -> {
          Tenant tenant = desk.get(id);
          ResolvedImage image = host.resolve(tenant, progress::now);
          progress.say("Image " + tenant.spec().image() + " is " + image.id());
          desk.resolved(id, image);
        });
  }

  Step directories(UUID id) {
    return step("Prepare the folders", progress -> host.directories(desk.get(id)));
  }

  Step network(UUID id) {
    return step(
        "Prepare the network",
        progress -> {
          host.network(desk.get(id));
          firewall.run();
        });
  }

  /** What other rooms lay over the app must be there before the container refers to it. */
  Step prepare(UUID id) {
    return step(
        "Lay out brand and settings",
        progress -> {
          Tenant tenant = desk.get(id);
          for (Companion one : companions.all()) one.prepare(tenant, progress);
        });
  }

  /** Keeps the container that serves now, unless it already is what is wanted. */
  Step setAside(UUID id, boolean always) {
    return step(
            "Stop the container and keep it",
            progress -> {
              ports.moveIfTaken(desk.get(id), progress);
              Tenant tenant = desk.get(id);
              Optional<ContainerState> now = host.container(tenant);
              if (now.isEmpty() || current(tenant, now.get(), always)) return;
              keepSettings(tenant, now.get(), progress);
              host.setAside(tenant);
              progress.say("Kept as " + host.oldName(tenant));
            })
        .undoneBy(
            told(
                progress -> {
                  ports.moveBack(desk.get(id));
                  Tenant tenant = desk.get(id);
                  if (!host.bringBack(tenant) || tenant.wanted() != Wanted.RUNNING) return;
                  host.start(tenant);
                  healthy(desk.get(id), progress);
                  progress.say("The container before serves again");
                  settingsAgain(id, progress);
                }));
  }

  /**
   * Asked of the container that comes back if need be: another one may say what only its own
   * environment tells it.
   */
  private void keepSettings(Tenant tenant, ContainerState now, Progress progress) {
    if (!now.running()) return;
    try {
      app.keepSettings(tenant, desk.inputs(tenant));
    } catch (Fault unwell) {
      progress.say("The app could not say its settings, so they are not kept: " + unwell.said());
    }
  }

  /** Another version may migrate the app's database, which only a copy can take back. */
  Step keepDatabase(UUID id) {
    return repairs.keepDatabase(id);
  }

  Step create(UUID id) {
    return step(
            "Create the container",
            progress -> {
              Tenant tenant = desk.get(id);
              if (host.container(tenant).isEmpty()) host.create(desk.plan(tenant));
            })
        .undoneBy(
            told(
                progress -> {
                  // Without a container kept aside this one stays: it is all there is, and its log
                  // tells what happened.
                  Tenant tenant = desk.get(id);
                  if (host.oldContainer(tenant).isPresent()) host.remove(tenant);
                }));
  }

  Step start(UUID id) {
    return step("Start it", progress -> host.start(desk.get(id)));
  }

  Step healthy(UUID id) {
    return step("Wait until healthy", progress -> healthy(desk.get(id), progress));
  }

  private void healthy(Tenant tenant, Progress progress) throws InterruptedException {
    app.awaitHealthy(tenant, desk.inputs(tenant), progress);
  }

  /**
   * Once in a tenant's life: afterwards password, role and the account itself are the client's. On
   * the way back the database may be put back to before, so the account is looked for again.
   */
  Step firstAdmin(UUID id) {
    return step(
            "Create the client's first admin",
            progress -> {
              Tenant tenant = desk.get(id);
              if (tenant.firstAdmin().isEmpty()) {
                progress.say("None was asked for");
                return;
              }
              if (desk.firstAdminMade(id)) return;
              progress.remember(FIRST_ADMIN, "made");
              app.makeFirstAdmin(
                  tenant,
                  desk.secrets(id),
                  tenant.firstAdmin().get(),
                  () -> desk.firstAdminPassword(id));
              desk.firstAdminMade(id, true);
            })
        .undoneBy(
            progress -> {
              if (!progress.recall(FIRST_ADMIN).isEmpty()) desk.firstAdminMade(id, false);
            });
  }

  /**
   * What is must be what was asked: container by inspection, settings by the app's own word. They
   * live in its database, which the container before goes on with, so they are put back on their
   * own: here, or once that container serves again.
   */
  Step verify(UUID id) {
    return step(
            "Verify mounts, limits and settings",
            progress -> {
              Tenant tenant = desk.get(id);
              refuseOther(tenant);
              AppInputs inputs = desk.inputs(tenant);
              if (host.oldContainer(tenant).isEmpty()) app.keepSettings(tenant, inputs);
              app.applySettings(tenant, inputs, progress);
            })
        .undoneBy(
            told(
                progress -> {
                  Tenant tenant = desk.get(id);
                  boolean running =
                      host.container(tenant).filter(ContainerState::running).isPresent();
                  if (running && host.oldContainer(tenant).isEmpty()) settingsAgain(id, progress);
                }));
  }

  private void refuseOther(Tenant tenant) {
    List<Line> lines =
        PlanDifference.between(
            desk.plan(tenant), host.container(tenant).map(ContainerState::actual));
    if (lines.isEmpty()) return;
    Line first = lines.getFirst();
    throw Fault.of(
        Fault.Kind.BROKEN,
        "container-differs",
        "The engine made another container than was asked for: %s is “%s”, not “%s”."
            .formatted(first.setting(), first.now(), first.after()));
  }

  private void settingsAgain(UUID id, Progress progress) {
    Tenant tenant = desk.get(id);
    app.settingsAgain(tenant, desk.inputs(tenant), progress);
  }

  /** Only what is healthy and verified is shown to people. */
  Step open(UUID id) {
    return step(
        "Open the door",
        progress -> {
          Tenant tenant = desk.get(id);
          for (Companion one : companions.all()) one.opened(tenant, progress);
        });
  }

  Step finish(UUID id) {
    return step(
        "Remove what was kept",
        progress -> {
          Tenant tenant = desk.get(id);
          host.removeOld(tenant);
          copies.forget(tenant);
          app.forgetSettings(tenant);
          host.container(tenant).ifPresent(now -> desk.provenBuild(id, now.actual().imageId()));
          desk.hasItsKey(id);
          desk.hasItsName(id);
          desk.condition(id, State.HEALTHY, "");
          desk.settled(tenant);
        });
  }

  Step stop(UUID id) {
    return step(
        "Stop the container",
        progress -> {
          host.stop(desk.get(id));
          close(id);
        });
  }

  Step removeContainer(UUID id) {
    return step(
        "Remove the container",
        progress -> {
          Tenant tenant = desk.get(id);
          host.stop(tenant);
          host.remove(tenant);
          host.removeOld(tenant);
          close(id);
        });
  }

  private void close(UUID id) {
    Tenant tenant = desk.get(id);
    companions.all().forEach(one -> one.closed(tenant));
  }

  Step removeNetwork(UUID id) {
    return step(
        "Remove the network",
        progress -> {
          host.removeNetwork(desk.get(id));
          firewall.run();
        });
  }

  /** Whether a container needs no successor. */
  private boolean current(Tenant tenant, ContainerState now, boolean always) {
    boolean rendered =
        now.labels().getOrDefault(Labels.VERSION, "").equals(Long.toString(tenant.version()));
    if (always && !rendered || !now.weaknesses().isEmpty()) return false;
    return PlanDifference.between(desk.plan(tenant), Optional.of(now.actual())).isEmpty();
  }
}
