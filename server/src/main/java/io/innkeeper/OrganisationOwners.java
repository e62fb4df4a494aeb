package io.innkeeper;

import io.innkeeper.caller.Actor;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.tenant.ContainerPlan.Owner;
import io.innkeeper.tenant.TenantRoom;
import java.util.UUID;

/** Organisations as the tenant room knows them: owners. */
final class OrganisationOwners implements TenantRoom.Owners {
  private final Organisations organisations;

  OrganisationOwners(Organisations organisations) {
    this.organisations = organisations;
  }

  @Override
  public Owner of(UUID id) {
    Organisation organisation = organisations.get(id);
    return new Owner(organisation.slug().value(), organisation.name(), organisation.externalId());
  }

  @Override
  public UUID ensure(Owner owner, Actor by) {
    return organisations.adopt(owner.slug(), owner.name(), owner.externalId(), by).id();
  }
}
