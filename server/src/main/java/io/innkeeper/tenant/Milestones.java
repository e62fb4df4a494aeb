package io.innkeeper.tenant;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What was reached once in a tenant's life and is not asked of its app again. */
final class Milestones {
  private Milestones() {}

  /** Whether the client's first admin was made; the account is the client's own since then. */
  static boolean firstAdminMade(Handle handle, UUID tenant) {
    return handle
            .createQuery("SELECT first_admin_made FROM tenants WHERE id = :id")
            .bind("id", tenant)
            .mapTo(Integer.class)
            .one()
        == 1;
  }

  static void firstAdminMade(Handle handle, UUID tenant, boolean made) {
    handle
        .createUpdate("UPDATE tenants SET first_admin_made = :made WHERE id = :id")
        .bind("id", tenant)
        .bind("made", made ? 1 : 0)
        .execute();
  }

  /** The build that last was healthy on the tenant's database. */
  static Optional<String> provenBuild(Handle handle, UUID tenant) {
    return handle
        .createQuery("SELECT proven_image_id FROM tenants WHERE id = :id")
        .bind("id", tenant)
        .map((row, context) -> Optional.ofNullable(row.getString("proven_image_id")))
        .one();
  }

  static void provenBuild(Handle handle, UUID tenant, String imageId) {
    handle
        .createUpdate("UPDATE tenants SET proven_image_id = :imageId WHERE id = :id")
        .bind("id", tenant)
        .bind("imageId", imageId)
        .execute();
  }
}
