package io.innkeeper;

import io.innkeeper.infrastructure.login.LoginRoom;
import io.innkeeper.infrastructure.reading.Reading;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import io.innkeeper.infrastructure.room.InfrastructureRoom;
import io.innkeeper.infrastructure.rotation.RotationRoom;
import io.innkeeper.metrics.EnvironmentSeries;
import io.innkeeper.sealing.SealingRoom;
import io.innkeeper.secret.SealedPlace;
import java.util.List;

/**
 * Passwords of the infrastructure underneath, and the key that seals them with all other secrets.
 *
 * @param reading as people read them
 * @param rotation changed at their SDDC Manager
 * @param sealing the master key
 * @param logins whether they sign in
 */
public record Vault(
    InfrastructureRoom infrastructure,
    ReadingRoom reading,
    RotationRoom rotation,
    SealingRoom sealing,
    LoginRoom logins) {

  /**
   * @param tenants what is sealed of tenants
   */
  static Vault on(Foundation ground, List<SealedPlace> tenants) {
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
            readers, infrastructure.environments(), settings.credentials(), ground.home().root());
    RotationRoom rotation =
        new RotationRoom(new RotationRoom.Needs(readers, infrastructure, reading, jobs));
    jobs.register(rotation.works());
    LoginRoom logins = new LoginRoom(new LoginRoom.Needs(readers, infrastructure, reading, jobs));
    SealingRoom sealing =
        new SealingRoom(
            new SealingRoom.Needs(
                ground.database(), ground.box(), ground.audit(), jobs, ground.clock()),
            StoredSecrets.of(tenants));
    jobs.register(sealing.works());
    return new Vault(infrastructure, reading, rotation, sealing, logins);
  }

  /** Counts what these rooms know. */
  void count(Foundation ground) {
    EnvironmentSeries.add(
        ground.metrics(), infrastructure.environments(), reading.glass(), ground.clock());
  }
}
