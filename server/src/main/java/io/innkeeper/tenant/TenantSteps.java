package io.innkeeper.tenant;

import io.innkeeper.engine.ContainerState;
import io.innkeeper.engine.EngineException;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;
import io.innkeeper.openwebui.AppDatabase;
import io.innkeeper.openwebui.AppInputs;
import io.innkeeper.openwebui.ExtraVariables;
import io.innkeeper.openwebui.ServiceAccount;
import io.innkeeper.tenant.PlanDifference.Line;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenant.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The steps that tenants' jobs are made of. Each looks at the world first and does only what is
 * left to do, so that it can run again after a crash; its way back stands beside it.
 */
final class TenantSteps {
  private static final String FAILURE = "failure";

  private final TenantDesk desk;
  private final TenantHost host;
  private final TenantApp app;
  private final DatabaseCopies copies;
  private final Runnable firewall;
  private final Companions companions;

  TenantSteps(
      TenantDesk desk,
      TenantHost host,
      TenantApp app,
      DatabaseCopies copies,
      Runnable firewall,
      Companions companions) {
    this.desk = desk;
    this.host = host;
    this.app = app;
    this.copies = copies;
    this.firewall = firewall;
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
        progress -> desk.condition(id, State.FAILED, progress.recall(FAILURE)));
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
            desk.condition(id, failed, progress.recall(FAILURE));
          }
          desk.settled(tenant);
        });
  }

  /** The new desired state is written already; on the way back the earlier one is wanted again. */
  Step wanted(UUID id, long before) {
    return Step.of("Write down what is wanted", progress -> {})
        .undoneBy(progress -> desk.wantAgain(id, before));
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
    return step(
            "Keep a copy of the database",
            progress -> {
              Tenant tenant = desk.get(id);
              Optional<ContainerState> old = host.oldContainer(tenant);
              boolean sameBuild =
                  old.isEmpty()
                      || old.get()
                          .actual()
                          .imageId()
                          .equals(tenant.image().map(ResolvedImage::id).orElse(""));
              if (sameBuild) return;
              copies.keep(tenant);
              progress.say("The build changes, so the database was copied first");
            })
        .undoneBy(progress -> copies.putBack(desk.get(id)));
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

  Step firstAdmin(UUID id) {
    return step(
        "Create the client's first admin",
        progress -> {
          Tenant tenant = desk.get(id);
          if (tenant.firstAdmin().isEmpty()) {
            progress.say("None was asked for");
            return;
          }
          app.ensureFirstAdmin(
              tenant, desk.secrets(id), tenant.firstAdmin().get(), desk.firstAdminPassword(id));
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

  /** Nobody may use the app while its database is worked on; on the way back it serves again. */
  Step rest(UUID id) {
    return stop(id)
        .undoneBy(
            told(
                progress -> {
                  host.start(desk.get(id));
                  progress.say("The app was started as it was before");
                }));
  }

  /** As a file, or, of one in PostgreSQL, the rows that will be changed, kept beside them. */
  Step copyDatabase(UUID id, Optional<String> email) {
    return step(
            "Keep a copy of the database",
            progress -> {
              if (elsewhere(id)) rows(id, rows -> rows.keepRows(whom(id, email)));
              else copies.keep(desk.get(id));
            })
        .undoneBy(
            progress -> {
              if (elsewhere(id)) rows(id, AppDatabase::putRowsBack);
              else copies.putBack(desk.get(id));
            });
  }

  /** A copy as a file goes with the rest that was kept. */
  Step forgetRows(UUID id) {
    return step(
        "Clear up in the database",
        progress -> {
          if (elsewhere(id)) rows(id, AppDatabase::forgetRows);
        });
  }

  private void rows(UUID id, Consumer<AppDatabase> work) {
    try (AppDatabase database = copies.open(desk.get(id), desk.inputs(desk.get(id)).extra())) {
      work.accept(database);
    }
  }

  private String whom(UUID id, Optional<String> email) {
    return email.orElseGet(() -> desk.inputs(desk.get(id)).serviceAccount().email());
  }

  /** Innkeeper's own account also gets the password that Innkeeper knows. */
  Step repairAdmin(UUID id, Optional<String> email, boolean secondFactorOff) {
    return step(
        "Let the admin in again",
        progress -> {
          AppInputs inputs = desk.inputs(desk.get(id));
          ServiceAccount own = inputs.serviceAccount();
          String who = whom(id, email);
          boolean ours = who.equalsIgnoreCase(own.email());
          try (AppDatabase database = copies.open(desk.get(id), inputs.extra())) {
            AppDatabase.Before before =
                database.makeAdmin(
                    who, ours ? Optional.of(own.password()) : Optional.empty(), secondFactorOff);
            progress.say(who + " was " + before.role() + " and is admin");
          } finally {
            if (!elsewhere(id)) copies.own(desk.get(id));
          }
        });
  }

  /** The same as starting, but stopped again on the way back, so that the copy can be put back. */
  Step startRepaired(UUID id) {
    return start(id).undoneBy(told(progress -> host.stop(desk.get(id))));
  }

  private boolean elsewhere(UUID id) {
    return ExtraVariables.databaseElsewhere(desk.inputs(desk.get(id)).extra());
  }

  Step settle(UUID id, State state, String reason) {
    return step("Write down how it is", progress -> desk.condition(id, state, reason));
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

  /** A step that remembers its failure's sentence for those who tell where it left the tenant. */
  private static Step step(String name, Step.Act act) {
    return Step.of(
        name,
        progress -> {
          try {
            act.run(progress);
          } catch (Fault e) {
            remember(progress, e.said());
            throw e;
          } catch (EngineException e) {
            remember(progress, String.valueOf(e.getMessage()));
            throw EngineFaults.of(e);
          }
        });
  }

  /** The engine's troubles as faults, so that the job tells them. */
  private static Step.Act told(Step.Act way) {
    return progress -> {
      try {
        way.run(progress);
      } catch (EngineException e) {
        throw EngineFaults.of(e);
      }
    };
  }

  private static void remember(Progress progress, String sentence) {
    progress.remember(FAILURE, sentence);
  }
}
