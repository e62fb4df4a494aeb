package io.innkeeper.usage;

import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import java.util.Optional;
import java.util.UUID;

/** The organisations whose figures a caller may see: a client only its own. */
record VisibleOrganisations(Organisations all) {
  /** By slug, id or external id. */
  Organisation named(Call call, String name) {
    Organisation organisation = all.named(name);
    if (!call.principal().maySee(organisation.id()))
      throw Fault.notFound("no-such-organisation", "There is no such organisation.");
    return organisation;
  }

  /** The one that {@code ?organisation=} asks for; without it a client's own, else all. */
  Optional<UUID> asked(Call call) {
    Optional<UUID> named = call.query("organisation").map(name -> named(call, name).id());
    boolean client = call.principal().role() == Role.CLIENT;
    if (client && named.isEmpty()) return Optional.of(own(call));
    return named;
  }

  private static UUID own(Call call) {
    return call.principal()
        .organisation()
        .orElseThrow(() -> Fault.notFound("no-such-organisation", "There is no organisation."));
  }
}
