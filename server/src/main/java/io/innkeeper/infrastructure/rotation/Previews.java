package io.innkeeper.infrastructure.rotation;

import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Credentials;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.sync.Syncs;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks at wishes before they are ordered. */
final class Previews {
  private final Database database;
  private final Jobs jobs;
  private final Credentials credentials;

  Previews(Database database, Jobs jobs) {
    this.database = database;
    this.jobs = jobs;
    this.credentials = new Credentials(database);
  }

  /**
   * What a wish would touch, and what of it is refused.
   *
   * @throws Fault NOT_FOUND naming nobody's credential, CONFLICT where no SDDC Manager can be asked
   */
  Preview of(Environment one, Wish wish) {
    String user = manager(one).spec().username();
    List<Preview.Chosen> chosen = new ArrayList<>();
    Optional<String> together = Limits.refusal(wish.verb(), wish.credentials().size());
    for (UUID id : wish.credentials()) {
      Credential credential = credentials.get(id);
      if (!credential.environment().equals(one.id()))
        throw Fault.notFound("no-such-credential", "There is no such credential here.");
      chosen.add(
          new Preview.Chosen(
              credential,
              Limits.refusal(wish.verb(), credential)
                  .or(() -> Limits.own(wish, credential.account(), user))
                  .or(() -> together)));
    }
    return new Preview(wish.verb(), Limits.words(wish.verb()), chosen, busy(one));
  }

  private Optional<String> busy(Environment one) {
    Optional<Job> running = jobs.running(Syncs.subject(one.id()));
    if (running.isPresent())
      return Optional.of("“" + running.get().title() + "” is still running; wait for its end.");
    return database.read(handle -> ChangeRows.list(handle, one.id(), Optional.empty(), 5)).stream()
        .filter(Change::failed)
        .findFirst()
        .map(
            change ->
                "An earlier task has failed at SDDC Manager, which takes no other until it is"
                    + " retried or cancelled.");
  }

  /**
   * Refuses an order of which an account is refused.
   *
   * @throws Fault INVALID naming each
   */
  static void refuse(Preview preview) {
    List<Fault.Field> refused =
        preview.chosen().stream()
            .filter(one -> one.refused().isPresent())
            .map(
                one ->
                    new Fault.Field(
                        "credentials",
                        one.credential().account().shown() + ": " + one.refused().orElseThrow()))
            .toList();
    if (refused.isEmpty()) return;
    throw Fault.invalid(
            "credentials-refused",
            refused.size() == 1
                ? refused.getFirst().said()
                : refused.size() + " accounts are refused, so nothing was ordered.")
        .about(refused);
  }

  /** The source of which something can be asked. */
  static Source manager(Environment one) {
    if (one.removed().isPresent())
      throw Fault.conflict("environment-removed", "“" + one.name() + "” has been removed.");
    return one.source(SourceKind.MANAGER)
        .filter(source -> source.spec().enabled())
        .orElseThrow(
            () ->
                Fault.conflict(
                        "no-manager",
                        "“"
                            + one.name()
                            + "” has no SDDC Manager that can be asked to change"
                            + " passwords.")
                    .advising("Add or enable it first."));
  }
}
