package io.innkeeper.console;

import io.innkeeper.caller.Actor;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import io.innkeeper.infrastructure.room.InfrastructureRoom;
import io.innkeeper.infrastructure.rotation.Changes;
import java.util.UUID;

/**
 * What pages about the infrastructure's passwords look into.
 *
 * @param changes what SDDC Managers are asked to change
 * @param syncing how an environment is read now
 * @param infrastructure what changes environments, tries their sources and reads them
 */
public record VaultParts(
    ReadingRoom reading, Changes changes, Syncing syncing, InfrastructureRoom infrastructure) {
  /** Has an environment read. */
  public interface Syncing {
    /** Orders it; one that is being read already is not read twice. */
    void order(UUID environment, Actor by);
  }
}
