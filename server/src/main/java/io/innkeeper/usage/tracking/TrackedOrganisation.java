package io.innkeeper.usage.tracking;

import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import java.util.Optional;

/**
 * Whose figures are asked for: a client's are its own organisation's; who sees several names one.
 * Never just the first.
 */
record TrackedOrganisation(Organisations organisations) {
  static final String HEADER = "X-Innkeeper-Organisation";
  static final String QUERY = "organisation";

  /**
   * The one that is meant.
   *
   * @throws Fault INVALID if who sees several names none, NOT_FOUND if it is not the caller's
   */
  Organisation of(Call call) {
    return asked(call)
        .orElseThrow(
            () ->
                Fault.invalidField(QUERY, "organisation-missing", "Say which organisation.")
                    .advising(
                        "Add ?organisation= with its slug or id, or the header " + HEADER + "."));
  }

  /** The same; empty if who sees several names none. */
  Optional<Organisation> asked(Call call) {
    Optional<String> named = call.query(QUERY).or(() -> call.header(HEADER)).map(String::strip);
    if (named.isPresent()) return named.map(name -> named(call, name));
    if (call.principal().role() != Role.CLIENT) return Optional.empty();
    return Optional.of(
        call.principal()
            .organisation()
            .flatMap(organisations::find)
            .orElseThrow(TrackedOrganisation::notThere));
  }

  /** One by slug, id or external id, if the caller may see it. */
  Organisation named(Call call, String name) {
    Organisation organisation = organisations.named(name);
    if (call.principal().maySee(organisation.id())) return organisation;
    throw notThere();
  }

  private static Fault notThere() {
    return Fault.notFound("no-such-organisation", "There is no such organisation.");
  }
}
