package io.innkeeper.sealing;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import io.innkeeper.sealing.Resealing.Found;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes a fresh master key and seals with it, room by room, everything that is sealed. It looks at
 * what each row is sealed with, so it may be killed anywhere and goes on where it was. The earlier
 * keys stay until {@link Retirement} finds that nothing needs them.
 */
public final class KeyRotation implements Work {
  public static final String KIND = "master-key.rotate";
  private static final String BEFORE = "key-before";

  private final Database database;
  private final SecretBox box;
  private final AuditTrail audit;
  private final Jobs jobs;
  private final Resealing resealing;

  KeyRotation(SealingRoom.Needs needs, Resealing resealing) {
    this.database = needs.database();
    this.box = needs.box();
    this.audit = needs.audit();
    this.jobs = needs.jobs();
    this.resealing = resealing;
  }

  /** Orders it; while one runs there is no second. */
  public Job order(Actor by) {
    Job.Order order =
        new Job.Order(KIND, "Sealing everything with a fresh key", "master-key", Map.of(), by);
    Job job =
        database.write(
            handle -> {
              Job ordered = jobs.order(handle, order);
              audit.record(handle, AuditEvent.done(by, KIND, "master key").noting("ordered"));
              return ordered;
            });
    jobs.wake();
    return job;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Step> steps(Job job) {
    List<Step> steps = new ArrayList<>();
    steps.add(Step.of("Note which key seals now", p -> p.remember(BEFORE, box.keyId())));
    steps.add(Step.of("Make a new key", progress -> box.renew(progress.recall(BEFORE))));
    for (SealedPlace place : resealing.places())
      steps.add(Step.of("Seal " + place.name() + " anew", progress -> renew(place, progress)));
    steps.add(Step.of("Look that none is left", this::none));
    return List.copyOf(steps);
  }

  private void renew(SealedPlace place, Progress progress) throws InterruptedException {
    Found found = resealing.renew(place, seen -> seen(progress, seen));
    if (found.renewed() > 0)
      progress.say("%,d of %s sealed anew.".formatted(found.renewed(), place.name()));
    if (found.closed() > 0)
      progress.say(
          "%,d of %s do not open and stay as they are.".formatted(found.closed(), place.name()));
  }

  private static void seen(Progress progress, long rows) throws InterruptedException {
    progress.checkCancelled();
    if (rows > 0) progress.now("%,d looked at".formatted(rows));
  }

  private void none(Progress progress) throws InterruptedException {
    Found found = resealing.all(seen -> seen(progress, seen));
    // Done again after a crash it writes a second line; one too many is better than none.
    database.change(
        handle ->
            audit.record(
                handle,
                AuditEvent.done(Actor.innkeeper("master-key"), KIND, "master key " + box.keyId())
                    .noting(
                        "%,d secrets sealed with it".formatted(found.seen() - found.closed()))));
    progress.say("Everything that opens is sealed with the new key " + box.keyId() + ".");
  }
}
