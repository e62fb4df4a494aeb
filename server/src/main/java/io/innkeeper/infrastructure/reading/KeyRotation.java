package io.innkeeper.infrastructure.reading;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.infrastructure.CredentialValue;
import io.innkeeper.infrastructure.SourceSeals;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Seals everything of the infrastructure anew with a fresh master key: passwords, the sources' own
 * ones, and the key of drills. Each part is a transaction of its own and looks at what each row is
 * sealed with, so it may be killed anywhere and goes on where it was. The earlier keys stay in the
 * key file: what other rooms sealed, and backups, need them.
 */
public final class KeyRotation implements Work {
  public static final String KIND = "master-key.rotate";
  private static final int PART = 500;
  private static final int MOST_ROUNDS = 20;
  private static final String BEFORE = "key-before";

  private final Database database;
  private final SecretBox box;
  private final AuditTrail audit;
  private final Jobs jobs;
  private final SourceSeals seals;
  private final GlassStore glass;

  KeyRotation(Reading.Ground ground, Jobs jobs) {
    this.jobs = jobs;
    this.database = ground.database();
    this.box = ground.box();
    this.audit = ground.audit();
    this.seals = new SourceSeals(ground.box());
    this.glass = new GlassStore(ground.box());
  }

  /** Orders it; while one runs there is no second. */
  public Job order(Actor by) {
    Job.Order order =
        new Job.Order(KIND, "Sealing passwords with a fresh key", "master-key", Map.of(), by);
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
    return List.of(
        Step.of("Note which key seals now", progress -> progress.remember(BEFORE, box.keyId())),
        Step.of("Make a new key", progress -> box.renew(progress.recall(BEFORE))),
        Step.of("Seal the passwords anew", this::values),
        Step.of("Seal the sources' passwords anew", progress -> others()),
        Step.of("Look that none is left", this::none));
  }

  /** A row of a table with what it holds and where that belongs. */
  private record Row(String id, String sealed, String place) {}

  private long values(Progress progress) throws InterruptedException {
    String after = "";
    long seen = 0;
    long renewed = 0;
    while (true) {
      progress.checkCancelled();
      List<Row> part = part(after);
      if (part.isEmpty()) return renewed;
      renewed += reseal(part);
      after = part.getLast().id();
      seen += part.size();
      progress.now(seen + " looked at");
    }
  }

  private List<Row> part(String after) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select v.id, v.sealed, v.credential_id, c.environment_id
                    from credential_values v join credentials c on c.id = v.credential_id
                    where v.id > :after order by v.id limit :limit
                    """)
                .bind("after", after)
                .bind("limit", PART)
                .map(
                    (row, context) ->
                        new Row(
                            row.getString("id"),
                            row.getString("sealed"),
                            CredentialValue.place(
                                UUID.fromString(row.getString("environment_id")),
                                UUID.fromString(row.getString("credential_id")),
                                UUID.fromString(row.getString("id")))))
                .list());
  }

  /** A row that was changed meanwhile is sealed with the new key already. */
  private long reseal(List<Row> rows) {
    List<Row> old = rows.stream().filter(row -> box.stale(row.sealed())).toList();
    if (old.isEmpty()) return 0;
    return database.write(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  "update credential_values set sealed = :fresh where id = :id and sealed = :old");
          for (Row row : old)
            // One that no key opens stays as it is, for whoever finds its key.
            box.opened(row.sealed(), row.place())
                .ifPresent(
                    secret ->
                        batch
                            .bind("id", row.id())
                            .bind("old", row.sealed())
                            .bind("fresh", box.seal(secret, row.place()))
                            .add());
          if (batch.size() == 0) return 0L;
          return Arrays.stream(batch.execute()).asLongStream().sum();
        });
  }

  private long others() {
    return database.write(handle -> seals.renew(handle) + (glass.renew(handle) ? 1L : 0L));
  }

  /** What a process sealed that had not yet seen the new key is sealed once more. */
  private void none(Progress progress) throws InterruptedException {
    int rounds = 0;
    while (values(progress) + others() > 0)
      if (++rounds == MOST_ROUNDS)
        throw new IllegalStateException("another process seals with an earlier key");
    database.change(handle -> done(handle));
    progress.say("Every password is sealed with the new key " + box.keyId() + ".");
  }

  private void done(Handle handle) {
    audit.record(
        handle, AuditEvent.done(Actor.innkeeper("master-key"), KIND, "master key " + box.keyId()));
  }
}
