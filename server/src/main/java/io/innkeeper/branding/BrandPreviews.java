package io.innkeeper.branding;

import io.innkeeper.branding.picture.Picture;
import io.innkeeper.tenant.Tenant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Files of brands that somebody looks at, kept a little while: a page asks for four of them. */
public final class BrandPreviews {
  private static final int MOST = 6;

  private final BrandBook book;
  private final Map<String, Map<String, byte[]>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, byte[]>> eldest) {
          return size() > MOST;
        }
      };

  BrandPreviews(BrandBook book) {
    this.book = book;
  }

  /** One file of a brand as it would be. Making them takes some tenths of a second. */
  public Optional<byte[]> file(Tenant tenant, Brand brand, String name) {
    Map<String, byte[]> files =
        kept(
            tenant.id() + version(tenant, brand),
            () -> BrandFiles.of(brand.look(), calls(tenant, brand), book.finder(tenant.id())));
    return Optional.ofNullable(files.get(BrandFiles.STATIC + name));
  }

  /** Changes whenever its files do. */
  public static String version(Tenant tenant, Brand brand) {
    String content = calls(tenant, brand) + "\n" + brand.look();
    return Picture.digest(content.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .substring(0, 12);
  }

  /** What the app would call itself. */
  public static String calls(Tenant tenant, Brand brand) {
    return brand.name().map(AppName::value).orElse(tenant.spec().displayName());
  }

  private synchronized Map<String, byte[]> kept(String key, Supplier<Map<String, byte[]>> making) {
    Map<String, byte[]> before = kept.get(key);
    if (before != null) return before;
    Map<String, byte[]> made = making.get();
    kept.put(key, made);
    return made;
  }
}
