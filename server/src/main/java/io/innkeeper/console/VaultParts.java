package io.innkeeper.console;

import io.innkeeper.caller.Actor;
import io.innkeeper.infrastructure.login.Logins;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import io.innkeeper.infrastructure.room.InfrastructureRoom;
import io.innkeeper.infrastructure.rotation.Changes;
import io.innkeeper.sealing.SealingRoom;
import java.util.UUID;

/**
 * What pages about the infrastructure's passwords look into.
 *
 * @param changes what SDDC Managers are asked to change
 * @param logins whether passwords sign in
 * @param syncing how an environment is read now
 * @param infrastructure what changes environments, tries their sources and reads them
 * @param sealing the master key
 */
public record VaultParts(
    ReadingRoom reading,
    Changes changes,
    Logins logins,
    Syncing syncing,
    InfrastructureRoom infrastructure,
    SealingRoom sealing) {
  /** Has an environment read. */
  public interface Syncing {
    /** Orders it; one that is being read already is not read twice. */
    void order(UUID environment, Actor by);
  }
}
