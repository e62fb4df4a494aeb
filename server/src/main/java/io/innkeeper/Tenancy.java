package io.innkeeper;

import io.innkeeper.identity.IdentityRoom;
import io.innkeeper.person.PersonRoom;
import io.innkeeper.tenant.ContainerPlan;
import io.innkeeper.tenant.TenantRoom;
import io.innkeeper.variable.VariableRoom;

/**
 * Tenants and what belongs to their workspaces.
 *
 * @param people those of tenants' workspaces
 * @param variables the app's, in their layers
 * @param identity how tenants' people sign in
 */
public record Tenancy(
    TenantRoom tenants, PersonRoom people, VariableRoom variables, IdentityRoom identity) {

  static Tenancy on(Foundation ground, Entrance entrance, Machine machine) {
    var database = ground.database();
    var box = ground.box();
    var audit = ground.audit();
    var ids = ground.ids();
    var clock = ground.clock();
    var jobs = ground.jobs();
    TenantRoom tenants = tenants(ground, entrance, machine);
    entrance.organisations().countTenantsWith(tenants.tenants()::living);
    jobs.register(tenants.works());
    PersonRoom people =
        new PersonRoom(new PersonRoom.Needs(database, box, audit, ids, clock, jobs, tenants));
    tenants.accompany(people);
    jobs.register(people.works());
    VariableRoom variables =
        new VariableRoom(new VariableRoom.Needs(database, box, audit, ids, clock, jobs, tenants));
    jobs.register(variables.works());
    tenants.accompany(variables.companion());
    IdentityRoom identity =
        new IdentityRoom(
            ground.settings().identity(),
            new IdentityRoom.Needs(database, box, audit, clock, jobs, tenants));
    jobs.register(identity.works());
    tenants.accompany(identity.companion());
    return new Tenancy(tenants, people, variables, identity);
  }

  private static TenantRoom tenants(Foundation ground, Entrance entrance, Machine machine) {
    InnkeeperSettings settings = ground.settings();
    ContainerPlan.Host host =
        new ContainerPlan.Host(
            settings.tenant().prefix().value(),
            ground.home().tenants(),
            settings.tenant().gatewayPort(),
            settings.tenant().stopGrace());
    TenantRoom.Needs needs =
        new TenantRoom.Needs(
            ground.database(),
            ground.box(),
            ground.audit(),
            ground.ids(),
            ground.clock(),
            machine.engine(),
            ground.jobs(),
            new OrganisationOwners(entrance.organisations()),
            machine::guard);
    return new TenantRoom(settings.tenant(), settings.engine(), host, needs);
  }
}
