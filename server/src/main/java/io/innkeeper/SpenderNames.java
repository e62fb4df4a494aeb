package io.innkeeper;

import io.innkeeper.budget.BudgetNames;
import io.innkeeper.budget.Scope;
import io.innkeeper.key.Keys;
import io.innkeeper.key.VirtualKey;
import io.innkeeper.key.WorkspaceKeys;
import io.innkeeper.key.WorkspaceKeys.WorkspaceKey;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.usage.Spending;
import java.util.Optional;
import java.util.UUID;

/** Who spends, as people and programs name them. */
final class SpenderNames implements BudgetNames {
  private final Organisations organisations;
  private final WorkspaceKeys workspaces;
  private final Keys keys;
  private final Spending spending;

  SpenderNames(Rooms rooms) {
    this.organisations = rooms.entrance().organisations();
    this.workspaces = new TenantKeys(rooms.tenancy().tenants());
    this.keys = rooms.gate().keys();
    this.spending = rooms.money().usage().spending();
  }

  @Override
  public Optional<Scope> find(Scope.Kind kind, UUID organisation, String name) {
    return switch (kind) {
      case ORGANISATION ->
          Optional.of(organisations.get(organisation))
              .filter(
                  own ->
                      name.equals("own")
                          || name.equals(own.slug().value())
                          || name.equals(own.id().toString()))
              .map(own -> Scope.organisation(organisation));
      case TENANT ->
          workspaces.tenant(organisation, name).map(id -> Scope.tenant(organisation, id));
      case KEY -> key(organisation, name).map(id -> Scope.key(organisation, id));
      case USER ->
          Optional.of(name)
              .filter(id -> !id.isBlank() && id.length() <= 200)
              .map(id -> Scope.user(organisation, id));
    };
  }

  /** By id or name; a workspace's own by its id. */
  private Optional<UUID> key(UUID organisation, String name) {
    Optional<UUID> virtual =
        keys.of(organisation).stream()
            .filter(key -> key.revokedAt().isEmpty())
            .filter(key -> key.id().toString().equals(name) || key.spec().name().equals(name))
            .map(VirtualKey::id)
            .findFirst();
    if (virtual.isPresent()) return virtual;
    return workspaces.of(organisation).stream()
        .map(WorkspaceKey::tenant)
        .filter(id -> id.toString().equals(name))
        .findFirst();
  }

  @Override
  public Optional<String> of(Scope scope) {
    UUID organisation = scope.organisation();
    return switch (scope.kind()) {
      case ORGANISATION -> organisations.find(organisation).map(Organisation::name);
      case TENANT -> workspaces.find(UUID.fromString(scope.id())).map(WorkspaceKey::name);
      case KEY ->
          keys.find(organisation, UUID.fromString(scope.id()))
              .map(key -> key.spec().name())
              .or(() -> workspaces.find(UUID.fromString(scope.id())).map(WorkspaceKey::name));
      case USER -> spending.nameOf(organisation, scope.id());
    };
  }
}
