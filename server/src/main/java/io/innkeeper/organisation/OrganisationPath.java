package io.innkeeper.organisation;

import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;

/** The organisation that a path below {@code /api/v1/organisations/{organisation}} names. */
public record OrganisationPath(Organisations organisations) {
  public static final String ONE = "/api/v1/organisations/{organisation}";

  /** By slug, id or external id, if the caller may see it. */
  public Organisation of(Call call) {
    return seen(call, call.path("organisation"));
  }

  /** The same by any word; one that the caller may not see is told as if there were none. */
  public Organisation seen(Call call, String name) {
    Organisation organisation = organisations.named(name);
    if (call.principal().maySee(organisation.id())) return organisation;
    throw Organisations.unknown(name);
  }

  /** The same for a change: a closed one stays as it is. */
  public Organisation open(Call call) {
    Organisation organisation = of(call);
    if (organisation.state() != Organisation.State.CLOSED) return organisation;
    throw Fault.conflict("organisation-closed", organisation.name() + " is closed.");
  }
}
