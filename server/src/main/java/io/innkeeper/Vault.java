package io.innkeeper;

import io.innkeeper.infrastructure.InfrastructureRoom;
import io.innkeeper.infrastructure.reading.Reading;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import io.innkeeper.infrastructure.rotation.RotationRoom;
import io.innkeeper.metrics.EnvironmentSeries;

/**
 * Passwords of the infrastructure underneath.
 *
 * @param reading as people read them
 * @param rotation changed at their SDDC Manager
 */
public record Vault(InfrastructureRoom infrastructure, ReadingRoom reading, RotationRoom rotation) {

  static Vault on(Foundation ground) {
    var settings = ground.settings();
    var jobs = ground.jobs();
    InfrastructureRoom infrastructure =
        new InfrastructureRoom(
            settings.infrastructure(),
            new InfrastructureRoom.Needs(
                ground.database(), ground.box(), ground.audit(), jobs, ground.clock()));
    jobs.register(infrastructure.works());
    Reading.Ground readers =
        new Reading.Ground(
            ground.database(), ground.box(), ground.audit(), ground.ids(), ground.clock());
    ReadingRoom reading =
        new ReadingRoom(
            readers,
            infrastructure.environments(),
            settings.credentials(),
            ground.home().root(),
            jobs);
    jobs.register(reading.works());
    RotationRoom rotation =
        new RotationRoom(new RotationRoom.Needs(readers, infrastructure, reading, jobs));
    jobs.register(rotation.works());
    return new Vault(infrastructure, reading, rotation);
  }

  /** Counts what these rooms know. */
  void count(Foundation ground) {
    EnvironmentSeries.add(
        ground.metrics(), infrastructure.environments(), reading.glass(), ground.clock());
  }
}
