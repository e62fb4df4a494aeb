package io.innkeeper.cli.env;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.Answer;
import io.innkeeper.client.GivenUpstreamKey;
import io.innkeeper.client.MeView;
import io.innkeeper.client.NewOrganisation;
import io.innkeeper.client.OrganisationChange;
import io.innkeeper.client.OrganisationView;
import io.innkeeper.client.ProblemException;
import java.util.Optional;

/** The server that runs, told what its start-up would read: by its API, as who is signed in. */
record RunningServer(Desk desk) {
  private static final String ONE = "/organisations/{}";

  /**
   * Finds out before anything is made that it can be told.
   *
   * @throws Refusal when it does not know the id and can't be made to know it
   */
  void demandReady(Subject subject) {
    desk.client().get("/me").as(MeView.class);
    boolean derived = ExternalId.of(subject.name(), Stage.PRODUCTION).equals(subject.id());
    if (derived || found(subject).isPresent()) return;
    throw new Refusal(
        ExitCode.CONFLICT,
        "The running server does not know %s, and gives new organisations another id."
            .formatted(subject.id()),
        "Leave --apply out and restart the server with this file: its start-up takes the id.");
  }

  /** Makes the organisation if it isn't there, brings its name up to date and gives it the key. */
  OrganisationView tell(Subject subject, ApiKey key) {
    OrganisationView there = found(subject).map(this::as).orElseGet(() -> made(subject));
    if (!there.name().equals(subject.name())) rename(subject);
    String path = Query.of(ONE + "/upstream-key", there.slug()).path();
    return as(desk.client().put(path, new GivenUpstreamKey(key.secret())));
  }

  private Optional<Answer> found(Subject subject) {
    try {
      return Optional.of(desk.client().get(Query.of(ONE, subject.id()).path()));
    } catch (ProblemException e) {
      if (e.problem().status() == 404) return Optional.empty();
      throw e;
    }
  }

  private OrganisationView made(Subject subject) {
    NewOrganisation wanted =
        new NewOrganisation(subject.name(), null, null, null, null, null, null);
    return as(desk.client().post("/organisations", wanted));
  }

  private void rename(Subject subject) {
    String path = Query.of(ONE, subject.id()).path();
    long version = desk.client().get(path).version().orElseThrow();
    desk.client()
        .patch(
            path,
            version,
            new OrganisationChange(subject.name(), null, null, null, null, null, null));
  }

  private OrganisationView as(Answer answer) {
    return answer.as(OrganisationView.class);
  }
}
