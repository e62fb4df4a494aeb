package io.innkeeper.key;

import io.innkeeper.caller.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The workspaces' own keys, which the tenants' room keeps. */
public interface WorkspaceKeys {
  /**
   * One workspace's key.
   *
   * @param tenant its id, which is the key's id too
   * @param running whether the workspace is to run; a stopped one isn't served
   */
  record WorkspaceKey(
      UUID tenant,
      UUID organisation,
      String name,
      String hint,
      boolean running,
      List<VirtualKey.Retiring> retiring,
      Instant since,
      String by,
      Optional<Instant> rotatedAt,
      long version) {}

  /** Those of an organisation, by the workspaces' names. */
  List<WorkspaceKey> of(UUID organisation);

  Optional<WorkspaceKey> find(UUID tenant);

  /**
   * Gives a workspace a new key; the one before counts until the workspace has it, and so much
   * longer.
   *
   * @return the job that gives it, if the workspace runs
   */
  Optional<UUID> rotate(UUID tenant, Duration overlap, Actor by);

  /** The id of an organisation's tenant by slug or id. */
  Optional<UUID> tenant(UUID organisation, String name);
}
