package io.innkeeper.tenant;

import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.engine.EngineException;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * The first steps of an adoption: until the tenant's folder holds all it needs. From there on it is
 * brought up like any other. A container that somebody else made is stopped, never changed: on the
 * way back it serves again and everything made for the tenant is gone.
 */
final class AdoptionSteps {
  static final List<String> NAMES =
      List.of("Find the container", "Check what it holds", "Copy what must be kept");
  private static final String RAN = "ran";

  private final TenantDesk desk;
  private final TenantHost host;

  AdoptionSteps(TenantDesk desk, TenantHost host) {
    this.desk = desk;
    this.host = host;
  }

  /** Of a container that a lost store knew: it stays as it is, and its folder must be there. */
  List<Step> lost(UUID id) {
    return List.of(
        step(0, progress -> ours(id)),
        step(1, progress -> ours(id).secrets()),
        step(
            2,
            progress -> {
              Path data = ContainerPlan.dataDirectory(desk.get(id), host.host());
              if (!Files.isDirectory(data)) throw folderGone(data);
              progress.say("Its folder is " + data);
            }));
  }

  /** Of a container that somebody else made. */
  List<Step> foreign(UUID id, ContainerName name) {
    return List.of(
        step(0, progress -> Adoption.foreign(host, name)).undoneBy(told(progress -> forget(id))),
        step(1, progress -> check(id, name)),
        step(2, progress -> copy(id, name, progress))
            .undoneBy(told(progress -> giveBack(id, name, progress))));
  }

  private LabelledContainer ours(UUID id) {
    ContainerState found =
        host.container(desk.get(id))
            .orElseThrow(
                () -> Fault.conflict("container-gone", "Its container is gone meanwhile."));
    return new LabelledContainer(found);
  }

  private void check(UUID id, ContainerName name) {
    data(id, name).demandRoom();
  }

  /** The app must have ended: its database is more than one file while it runs. */
  private void copy(UUID id, ContainerName name, Progress progress) throws InterruptedException {
    ForeignContainer found = Adoption.foreign(host, name);
    if (found.container().running()) {
      progress.remember(RAN, "yes");
      host.engine().stop(name, host.host().stopGrace());
      progress.say("Stopped " + name + "; it is kept as it is");
    }
    data(id, name).copy(progress);
  }

  private void giveBack(UUID id, ContainerName name, Progress progress) {
    Tenant tenant = desk.get(id);
    host.remove(tenant);
    host.removeNetwork(tenant);
    data(id, name).forget();
    if (!progress.recall(RAN).isEmpty()) {
      host.engine().start(name);
      progress.say(name + " serves again");
    }
  }

  private void forget(UUID id) {
    desk.forget(id);
  }

  private AdoptedData data(UUID id, ContainerName name) {
    ForeignContainer found = Adoption.foreign(host, name).checked();
    return new AdoptedData(found.data(), ContainerPlan.dataDirectory(desk.get(id), host.host()));
  }

  private static Step step(int number, Step.Act act) {
    return Step.of(NAMES.get(number), told(act));
  }

  private static Step.Act told(Step.Act act) {
    return progress -> {
      try {
        act.run(progress);
      } catch (EngineException e) {
        throw EngineFaults.of(e);
      }
    };
  }

  private static Fault folderGone(Path data) {
    return Fault.conflict("data-gone", "Its folder " + data + " is not there.")
        .advising("Put it back, from a backup if need be, and adopt again.");
  }
}
