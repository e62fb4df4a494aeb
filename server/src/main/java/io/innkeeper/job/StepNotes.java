package io.innkeeper.job;

import java.util.Map;
import org.jdbi.v3.core.statement.Update;

/** What is written while a job goes on: which step, how far, what it said and remembers. */
final class StepNotes {
  private final Claim claim;

  StepNotes(Claim claim) {
    this.claim = claim;
  }

  /** From waiting to running. */
  void begun() {
    claim.write(
        handle -> {
          int begun =
              claim
                  .update(
                      handle,
                      """
                      update jobs set state = 'running', started_at = :now
                      where id = :id and state = 'waiting'
                      """)
                  .execute();
          if (begun == 0) throw claim.lost();
          return begun;
        });
  }

  /** A step begins; false, and nothing is written, when the job is to be cancelled instead. */
  boolean running(int position) {
    String sql =
        """
        update job_steps
        set state = 'running', started_at = coalesce(started_at, :now), words = ''
        where job_id = :id and position = :position and not exists
          (select 1 from jobs where id = :id and cancelled_by is not null)
        """;
    return claim.write(
        handle -> claim.update(handle, sql).bind("position", position).execute() == 1);
  }

  void done(int position) {
    step(position, "state = 'done', ended_at = :now, words = ''", Map.of());
  }

  void words(int position, String words) {
    step(position, "words = :words", Map.of("words", words));
  }

  void memory(Map<String, String> memory) {
    claim.write(
        handle ->
            claim
                .update(handle, "update jobs set memory = :memory where id = :id")
                .bind("memory", JobRows.json(memory))
                .execute());
  }

  /** Why the job goes back; empty on the way forward. */
  String failure() {
    return claim.read(handle -> claim.job(handle).failure().orElse(""));
  }

  void say(String line) {
    claim.write(
        handle -> {
          claim.say(handle, line);
          return line;
        });
  }

  private void step(int position, String change, Map<String, String> values) {
    String sql = "update job_steps set " + change + " where job_id = :id and position = :position";
    claim.write(
        handle -> {
          Update update = claim.update(handle, sql).bind("position", position);
          return update.bindMap(values).execute();
        });
  }
}
