package io.innkeeper.job;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is written while a job goes back: why, and which steps have been taken back. */
final class WayBack {
  private final Claim claim;

  WayBack(Claim claim) {
    this.claim = claim;
  }

  /** A step failed, so the way back begins. */
  void begin(int position, String name, String sentence) {
    claim.write(
        handle -> {
          claim.say(handle, "“" + name + "” failed: " + sentence);
          claim
              .update(
                  handle,
                  """
                  update job_steps set state = 'failed', ended_at = :now, words = :words
                  where job_id = :id and position = :position
                  """)
              .bind("words", sentence)
              .bind("position", position)
              .execute();
          return undoing(handle, sentence);
        });
  }

  /** Somebody cancelled, so the way back begins. */
  void begin() {
    claim.write(
        handle -> {
          String sentence = cancelled(cancelledBy(handle).orElse("somebody"));
          claim.say(handle, sentence);
          return undoing(handle, sentence);
        });
  }

  /** Who asked for the job to be cancelled, if somebody did. */
  Optional<String> cancelledBy() {
    return claim.read(this::cancelledBy);
  }

  static String cancelled(String by) {
    return "Cancelled by " + by + ".";
  }

  /** Steps whose way back has not been gone, last first. */
  List<Integer> remaining() {
    return claim.read(
        handle ->
            handle
                .createQuery(
                    """
                    select position from job_steps
                    where job_id = :id and undone_at is null
                      and state in ('running', 'done', 'failed')
                    order by position desc
                    """)
                .bind("id", claim.id())
                .mapTo(Integer.class)
                .list());
  }

  /** A step was taken back; one that failed keeps saying so. */
  void undone(int position) {
    String sql =
        """
        update job_steps
        set state = case state when 'failed' then state else 'undone' end,
          words = case state when 'failed' then words else '' end,
          ended_at = coalesce(ended_at, :now), undone_at = :now
        where job_id = :id and position = :position
        """;
    claim.write(handle -> claim.update(handle, sql).bind("position", position).execute());
  }

  /** A step could not be taken back. */
  void failed(int position, String name, String sentence) {
    String told = "“" + name + "” could not be taken back: " + sentence;
    String sql =
        """
        update job_steps
        set state = 'failed', ended_at = coalesce(ended_at, :now), undone_at = :now,
          words = :told, undo_failure = :told
        where job_id = :id and position = :position
        """;
    claim.write(
        handle -> {
          claim.say(handle, told);
          return claim.update(handle, sql).bind("position", position).bind("told", told).execute();
        });
  }

  private Optional<String> cancelledBy(Handle handle) {
    return JobRows.cancelledBy(handle, claim.id());
  }

  private int undoing(Handle handle, String sentence) {
    claim
        .update(handle, "update jobs set state = 'undoing', failure = :why where id = :id")
        .bind("why", sentence)
        .execute();
    return Ending.skipRest(claim, handle);
  }
}
