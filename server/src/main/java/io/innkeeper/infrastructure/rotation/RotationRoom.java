package io.innkeeper.infrastructure.rotation;

import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.EnvironmentPath;
import io.innkeeper.infrastructure.reading.Reading;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import io.innkeeper.infrastructure.room.InfrastructureRoom;
import io.innkeeper.infrastructure.vcf.Pauses;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Work;
import java.util.List;

/** Changing passwords put together. */
public final class RotationRoom {
  private final Changes changes;
  private final ChangeWork work;
  private final EnvironmentPath path;

  /** What it stands on. */
  public record Needs(
      Reading.Ground ground, InfrastructureRoom infrastructure, ReadingRoom reading, Jobs jobs) {}

  public RotationRoom(Needs needs) {
    this(needs, Pauses.REAL);
  }

  /**
   * @param pauses between two looks at a task
   */
  RotationRoom(Needs needs, Pauses pauses) {
    Reading.Ground ground = needs.ground();
    InfrastructureRoom infrastructure = needs.infrastructure();
    ChangeStore store = new ChangeStore(ground.box());
    Manager manager = new Manager(infrastructure.sources(), infrastructure.vcf());
    changes =
        new Changes(
            ground,
            needs.reading().rights(),
            needs.reading().reading().demandsReason(),
            needs.jobs());
    work =
        new ChangeWork(
            new Sending(ground.database(), manager, store, ground.clock(), pauses),
            new Following(ground.database(), manager, store, ground.clock(), pauses),
            new Rereading(
                ground.database(),
                new Rereading.Needs(
                    manager,
                    infrastructure.keeping(),
                    ground.audit(),
                    ground.box(),
                    ground.clock())));
    path = new EnvironmentPath(infrastructure.environments());
  }

  public Changes changes() {
    return changes;
  }

  /** The kinds of its jobs. */
  public List<Work> works() {
    return List.of(work);
  }

  public void hang(Routes routes) {
    new ChangeResource(changes, path).hang(routes);
  }
}
