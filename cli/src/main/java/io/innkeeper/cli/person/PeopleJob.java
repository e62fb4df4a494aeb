package io.innkeeper.cli.person;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.job.JobWatch;
import io.innkeeper.cli.job.Waiting;
import io.innkeeper.client.Answer;
import io.innkeeper.client.PeopleJobView;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What is done to several people: at once, or by a job that is followed to its end. */
record PeopleJob(Desk desk, Waiting waiting) {

  /**
   * Follows the job if there is one and it is wanted.
   *
   * @return whether all is done by now
   */
  boolean done(Answer answer, Function<List<String>, String> words) {
    PeopleJobView ordered = answer.as(PeopleJobView.class);
    UUID job = ordered.jobId();
    if (job != null && !waiting.wanted(desk)) {
      if (desk.options().json()) desk.json(answer.json());
      else desk.terminal().out().println(job);
      return false;
    }
    if (job != null) new JobWatch(desk, job).toItsEnd();
    if (desk.options().json()) desk.json(answer.json());
    else desk.tell(words.apply(ordered.people()));
    return true;
  }
}
