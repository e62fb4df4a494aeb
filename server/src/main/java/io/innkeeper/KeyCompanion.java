package io.innkeeper;

import io.innkeeper.caller.Actor;
import io.innkeeper.key.Keys;
import io.innkeeper.tenant.Companion;
import io.innkeeper.tenant.Tenant;
import org.jdbi.v3.core.Handle;

/**
 * The virtual keys' part in a tenant's life: those made for one that never came to be end. An
 * erased tenant's stay, for what was spent with them is explained by them.
 */
final class KeyCompanion implements Companion {
  private static final Actor BY = Actor.innkeeper("order taken back");

  private final Keys keys;

  KeyCompanion(Keys keys) {
    this.keys = keys;
  }

  @Override
  public void forgotten(Handle handle, Tenant tenant) {
    keys.forget(handle, tenant.organisation(), tenant.id(), BY);
  }
}
