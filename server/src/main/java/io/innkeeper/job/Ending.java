package io.innkeeper.job;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** How a job ends, with its line in the audit. */
final class Ending {
  private final Claim claim;
  private final AuditTrail audit;

  Ending(Claim claim, AuditTrail audit) {
    this.claim = claim;
    this.audit = audit;
  }

  /** All steps are done; false, and nothing is written, when the job was cancelled meanwhile. */
  boolean finished() {
    String sql =
        """
        update jobs set state = 'finished', ended_at = :now
        where id = :id and cancelled_by is null
        """;
    return claim.write(
        handle -> {
          if (claim.update(handle, sql).execute() == 0) return false;
          Job job = claim.job(handle);
          audit.record(handle, AuditEvent.done(job.by(), "job.finished", subject(job)));
          return true;
        });
  }

  /** The way back has been gone; what could not be taken back is a failure for a person. */
  void wentBack(boolean cancelled) {
    claim.write(
        handle -> {
          String why = claim.job(handle).failure().orElse("");
          List<String> left = left(handle);
          if (!left.isEmpty())
            return end(handle, Job.State.FAILED, why + " " + String.join(" ", left));
          return end(handle, cancelled ? Job.State.CANCELLED : Job.State.TAKEN_BACK, why);
        });
  }

  /** The job can go neither on nor back. */
  void stuck(String sentence) {
    claim.write(
        handle -> {
          claim.say(handle, sentence);
          skipRest(claim, handle);
          return end(handle, Job.State.FAILED, sentence);
        });
  }

  static int skipRest(Claim claim, Handle handle) {
    return claim
        .update(
            handle,
            "update job_steps set state = 'skipped' where job_id = :id and state = 'waiting'")
        .execute();
  }

  /** How the audit names a job. */
  static String subject(Job job) {
    return "job " + job.title();
  }

  private List<String> left(Handle handle) {
    return handle
        .createQuery(
            """
            select undo_failure from job_steps
            where job_id = :id and undo_failure is not null order by position desc
            """)
        .bind("id", claim.id())
        .mapTo(String.class)
        .list();
  }

  private Job end(Handle handle, Job.State state, String why) {
    claim
        .update(
            handle,
            "update jobs set state = :state, failure = :why, ended_at = :now where id = :id")
        .bind("state", state.word())
        .bind("why", why)
        .execute();
    Job job = claim.job(handle);
    String result = state == Job.State.CANCELLED ? "done" : "failed";
    audit.record(
        handle,
        new AuditEvent(
            job.by(), "job." + state.word(), subject(job), Map.of(), Map.of(), result, why));
    return job;
  }
}
