package io.innkeeper.tenant;

import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.DataPlaces;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Why a workspace isn't led to another database, in words. */
final class DataPlaceRefusals {
  private DataPlaceRefusals() {}

  /** Whether anything has to be looked up at all. */
  static boolean concern(TenantSpec wanted) {
    return !DataPlaces.among(wanted.environment().keySet()).isEmpty();
  }

  /** Its people and chats are where they are: another database is an empty workspace. */
  static void refuseUnmoved(Tenant now, TenantSpec wanted) {
    Map<String, String> before = now.spec().environment();
    if (!DataPlaces.differ(before, wanted.environment())) return;
    throw Fault.conflict(
            "data-not-moved",
            now.slug()
                + " would start with another database, without its people and chats. Nothing was"
                + " changed.")
        .advising(
            "Stop it, move its data, then say so: innkeeper setting set --tenant "
                + now.slug()
                + " --data-moved.");
  }

  /**
   * A database is one workspace's alone.
   *
   * @param all the tenants there are; its own row doesn't count
   */
  static void refuseShared(UUID id, TenantSpec wanted, List<Tenant> all) {
    for (Tenant other : all) {
      if (other.id().equals(id)) continue;
      DataPlaces.shared(wanted.environment(), other.spec().environment())
          .ifPresent(
              name -> {
                String said = name + " names the database of " + other.slug() + ".";
                throw Fault.conflict("data-place-taken", said)
                    .advising("Give each workspace a database or a DATABASE_SCHEMA of its own.")
                    .about(List.of(new Fault.Field("environment." + name, said)));
              });
    }
  }
}
