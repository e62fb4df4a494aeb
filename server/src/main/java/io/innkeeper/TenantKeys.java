package io.innkeeper;

import io.innkeeper.caller.Actor;
import io.innkeeper.job.Job;
import io.innkeeper.key.VirtualKey;
import io.innkeeper.key.WorkspaceKeys;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import io.innkeeper.tenant.Workspaces.Workspace;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The workspaces' keys as the key room asks for them. */
final class TenantKeys implements WorkspaceKeys {
  private final TenantRoom tenants;

  TenantKeys(TenantRoom tenants) {
    this.tenants = tenants;
  }

  @Override
  public List<WorkspaceKey> of(UUID organisation) {
    return tenants.workspaces().all().stream()
        .filter(one -> one.organisation().equals(organisation))
        .map(this::key)
        .sorted(Comparator.comparing(WorkspaceKey::name))
        .toList();
  }

  @Override
  public Optional<WorkspaceKey> find(UUID tenant) {
    return tenants.workspaces().all().stream()
        .filter(one -> one.id().equals(tenant))
        .findFirst()
        .map(this::key);
  }

  @Override
  public Optional<UUID> rotate(UUID tenant, Duration overlap, Actor by) {
    return tenants.tenants().renewKey(tenant, overlap, by).job().map(Job::id);
  }

  @Override
  public Optional<UUID> tenant(UUID organisation, String name) {
    return tenants.tenants().all().stream()
        .filter(one -> one.organisation().equals(organisation))
        .filter(one -> one.slug().value().equals(name) || one.id().toString().equals(name))
        .map(Tenant::id)
        .findFirst();
  }

  private WorkspaceKey key(Workspace workspace) {
    Tenant tenant = tenants.tenants().get(workspace.id());
    return new WorkspaceKey(
        workspace.id(),
        workspace.organisation(),
        tenant.spec().displayName(),
        workspace.hint(),
        workspace.wanted() == Tenant.Wanted.RUNNING,
        workspace.before().stream()
            .map(one -> new VirtualKey.Retiring(one.hint(), one.until()))
            .toList(),
        tenant.openedAt(),
        tenant.openedBy(),
        tenants.workspaces().rotatedAt(workspace.id()),
        tenant.version());
  }
}
