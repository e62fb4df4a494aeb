package io.innkeeper.tenant;

import io.innkeeper.engine.ImageReference;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Earlier desired states, kept sealed for the way back. */
final class TenantVersions {
  private final SealedTexts texts;

  TenantVersions(SecretBox box) {
    this.texts = new SealedTexts(box);
  }

  /** Keeps a desired state, so that it can be gone back to. */
  void keep(Handle handle, Tenant tenant) {
    handle
        .createUpdate(
            """
            INSERT INTO tenant_versions (tenant_id, version, spec, image_id, image_digest, app_version)
            VALUES (:tenant, :version, :spec, :imageId, :digest, :appVersion)
            ON CONFLICT (tenant_id, version) DO NOTHING
            """)
        .bind("tenant", tenant.id())
        .bind("version", tenant.version())
        .bind("spec", texts.seal(written(tenant.spec()), tenant.id()))
        .bind("imageId", tenant.image().map(ResolvedImage::id).orElse(null))
        .bind("digest", tenant.image().flatMap(ResolvedImage::digest).orElse(null))
        .bind("appVersion", tenant.image().map(ResolvedImage::appVersion).orElse(null))
        .execute();
  }

  /** The tenant as it was wanted at an earlier version, on the row as it is now. */
  Optional<Tenant> at(Handle handle, Tenant now, long version) {
    return handle
        .createQuery(
            """
            SELECT spec, image_id, image_digest, app_version FROM tenant_versions
            WHERE tenant_id = :tenant AND version = :version
            """)
        .bind("tenant", now.id())
        .bind("version", version)
        .map(
            (row, context) -> {
              Tenant then = now.withSpec(read(texts.unseal(row.getString("spec"), now.id())));
              return TenantRows.image(row).map(then::withImage).orElse(then);
            })
        .findOne();
  }

  private static TenantSpec read(Map<String, String> kept) {
    return new TenantSpec(
        kept.getOrDefault("displayName", ""),
        ImageReference.parse(kept.getOrDefault("image", "")),
        Optional.ofNullable(kept.get("hostname")),
        Long.parseLong(kept.get("memory")),
        new BigDecimal(kept.get("cores")),
        SealedTexts.texts(kept.getOrDefault("environment", "")),
        TenantSpec.Kind.valueOf(kept.getOrDefault("kind", "")),
        Boolean.parseBoolean(kept.get("outside")));
  }

  private static Map<String, String> written(TenantSpec spec) {
    Map<String, String> kept = new LinkedHashMap<>();
    kept.put("displayName", spec.displayName());
    kept.put("image", spec.image().toString());
    spec.hostname().ifPresent(name -> kept.put("hostname", name));
    kept.put("memory", Long.toString(spec.memoryBytes()));
    kept.put("cores", spec.cores().toPlainString());
    kept.put("environment", SealedTexts.json(spec.environment()));
    kept.put("kind", spec.kind().name());
    kept.put("outside", Boolean.toString(spec.outside()));
    return kept;
  }
}
