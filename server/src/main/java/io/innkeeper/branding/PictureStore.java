package io.innkeeper.branding;

import io.innkeeper.branding.picture.Picture;
import io.innkeeper.branding.picture.PictureType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The pictures' rows, each tenant's its own. */
final class PictureStore {
  private static final String PICTURES =
      "select digest, name, type, width, height, removed, picture from brand_pictures ";

  void keep(Handle handle, UUID tenant, KeptPicture kept, Instant at, String by) {
    Picture picture = kept.picture();
    handle
        .createUpdate(
            """
            insert into brand_pictures (tenant_id, digest, name, type, width, height, removed,
              picture, added_at, added_by)
            values (:tenant, :digest, :name, :type, :width, :height, :removed, :picture, :at, :by)
            on conflict (tenant_id, digest) do update set name = excluded.name
            """)
        .bind("tenant", tenant)
        .bind("digest", picture.digest())
        .bind("name", kept.name())
        .bind("type", picture.type().word())
        .bind("width", picture.width())
        .bind("height", picture.height())
        .bind("removed", String.join("\n", picture.removed()))
        .bind("picture", picture.bytes())
        .bind("at", at)
        .bind("by", by)
        .execute();
  }

  Optional<KeptPicture> find(Handle handle, UUID tenant, String digest) {
    return handle
        .createQuery(PICTURES + "where tenant_id = :tenant and digest = :digest")
        .bind("tenant", tenant)
        .bind("digest", digest)
        .map((row, context) -> picture(row))
        .findOne();
  }

  List<KeptPicture> of(Handle handle, UUID tenant) {
    return handle
        .createQuery(PICTURES + "where tenant_id = :tenant order by added_at, digest")
        .bind("tenant", tenant)
        .map((row, context) -> picture(row))
        .list();
  }

  int count(Handle handle, UUID tenant) {
    return handle
        .createQuery("select count(*) from brand_pictures where tenant_id = :tenant")
        .bind("tenant", tenant)
        .mapTo(Integer.class)
        .one();
  }

  /** Those that no brand needs go. */
  void keepOnly(Handle handle, UUID tenant, Set<String> needed) {
    for (KeptPicture kept : of(handle, tenant)) {
      String digest = kept.picture().digest();
      if (!needed.contains(digest))
        handle.execute(
            "delete from brand_pictures where tenant_id = ? and digest = ?", tenant, digest);
    }
  }

  void forget(Handle handle, UUID tenant) {
    handle.execute("delete from brand_pictures where tenant_id = ?", tenant);
  }

  private static KeptPicture picture(ResultSet row) throws SQLException {
    return new KeptPicture(
        row.getString("name"),
        Picture.kept(
            PictureType.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
            row.getBytes("picture"),
            row.getInt("width"),
            row.getInt("height"),
            row.getString("removed").lines().toList()));
  }
}
