package io.innkeeper.sealing;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.client.MasterKeyView;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Work;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.util.List;

/** Everything about the master key, made once. */
public final class SealingRoom {
  private final SecretBox box;
  private final KeyRotation rotation;
  private final Retirement retirement;

  /** What it stands on. */
  public record Needs(Database database, SecretBox box, AuditTrail audit, Jobs jobs, Clock clock) {}

  /**
   * @param places everything that is sealed, of every room
   */
  public SealingRoom(Needs needs, List<SealedPlace> places) {
    Resealing resealing = new Resealing(needs.database(), needs.box(), places);
    this.box = needs.box();
    this.rotation = new KeyRotation(needs, resealing);
    this.retirement = new Retirement(needs, resealing);
  }

  /** Which keys there are; none of them shows itself. */
  public MasterKeyView keys() {
    return new MasterKeyView(box.keyId(), List.copyOf(box.earlier()), box.changed());
  }

  /** A fresh master key, and everything sealed with it. */
  public KeyRotation rotation() {
    return rotation;
  }

  /** The end of keys that nothing needs; a task of the schedule. */
  public String retire() throws InterruptedException {
    return retirement.nightly();
  }

  /** The kinds of its jobs. */
  public List<Work> works() {
    return List.of(rotation);
  }

  public void hang(Routes routes) {
    new RotationResource(this).hang(routes);
  }
}
