package io.innkeeper.branding;

import io.innkeeper.branding.picture.Picture;
import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** What is written of brands, as steps, screens and programs read it. Thread-safe. */
public final class BrandBook {
  private final Database database;
  private final Clock clock;
  private final BrandStore store = new BrandStore();
  private final PictureStore pictures = new PictureStore();

  BrandBook(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public BrandStanding standing(UUID tenant) {
    return database.read(handle -> store.standing(handle, tenant));
  }

  /** The brand that is wanted, if any is. */
  public Optional<BrandRow> current(UUID tenant) {
    return database.read(
        handle ->
            store.standing(handle, tenant).current().flatMap(id -> store.byId(handle, tenant, id)));
  }

  /** The brand whose look is laid over the app: one that is allowed and is more than words. */
  Optional<BrandRow> laid(UUID tenant) {
    return database.read(
        handle -> {
          BrandStanding standing = store.standing(handle, tenant);
          if (!standing.look()) return Optional.empty();
          return standing
              .current()
              .flatMap(id -> store.byId(handle, tenant, id))
              .filter(row -> !row.brand().look().plain());
        });
  }

  /** All brands it was given, the newest first. */
  public List<BrandRow> history(UUID tenant) {
    return database.read(handle -> store.of(handle, tenant));
  }

  public BrandRow brand(UUID tenant, UUID id) {
    return database
        .read(handle -> store.byId(handle, tenant, id))
        .orElseThrow(() -> Fault.notFound("no-such-brand", "This tenant had no such brand."));
  }

  public List<KeptPicture> pictures(UUID tenant) {
    return database.read(handle -> pictures.of(handle, tenant));
  }

  public Optional<KeptPicture> picture(UUID tenant, String digest) {
    return database.read(handle -> pictures.find(handle, tenant, digest));
  }

  /** Why a brand it was given would be refused today; empty when it would not. */
  public Optional<String> refusal(BrandRow row) {
    return BrandRules.refusal(
        row.brand(), digest -> picture(row.tenant(), digest).map(KeptPicture::picture));
  }

  /** Finds a tenant's pictures for making files of them. */
  public Function<String, Picture> finder(UUID tenant) {
    return digest ->
        picture(tenant, digest)
            .map(KeptPicture::picture)
            .orElseThrow(
                () -> Fault.notFound("no-such-picture", "A picture of this brand is not kept."));
  }

  /** Whether it ever had anything to do with brands. */
  boolean touched(UUID tenant) {
    return database.read(handle -> store.touched(handle, tenant));
  }

  void served(UUID tenant, String folder, int files) {
    database.change(handle -> store.served(handle, tenant, folder, files, clock.instant()));
  }

  /** What was served before a change that was taken back; nobody looked at it anew. */
  void servedAgain(UUID tenant, String folder, int files) {
    database.change(handle -> store.servedAgain(handle, tenant, folder, files));
  }

  /** Makes an earlier wish the wanted one again. */
  void wantAgain(UUID tenant, Optional<UUID> brand, boolean look) {
    database.change(handle -> wantAgain(handle, tenant, brand, look));
  }

  void wantAgain(Handle handle, UUID tenant, Optional<UUID> brand, boolean look) {
    store.want(handle, tenant, brand, look);
  }

  void forget(Handle handle, UUID tenant) {
    store.forget(handle, tenant);
    pictures.forget(handle, tenant);
    handle.execute("delete from brand_grounds where tenant_id = ?", tenant);
  }
}
