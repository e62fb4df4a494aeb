package io.innkeeper.branding;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.branding.picture.Picture;
import io.innkeeper.engine.ContainerSpec.BindMount;
import io.innkeeper.openwebui.Release;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where a brand's files lie on the host and where they are laid over the app. Pure: the folder's
 * name holds what it is made from, so a changed brand is a changed plan.
 */
final class BrandPlaces {
  /** Grows when the same brand is made into other bytes. */
  private static final int FORM = 2;

  private static final String CSS = BrandFiles.STATIC + "custom.css";

  private static final List<String> ICONS =
      List.of(
          "apple-touch-icon.png",
          "favicon-96x96.png",
          "favicon.ico",
          "favicon.png",
          "favicon.svg",
          "logo.png",
          "site.webmanifest",
          "splash-dark.png",
          "splash.png",
          "web-app-manifest-192x192.png",
          "web-app-manifest-512x512.png");

  private final Path tenants;

  BrandPlaces(Path tenants) {
    this.tenants = tenants;
  }

  /** The folder that a look's files lie in. */
  BrandFolder folder(Tenant tenant, BrandRow row) {
    return folder(tenant, name(tenant, row));
  }

  BrandFolder folder(Tenant tenant, String name) {
    return new BrandFolder(
        tenants.resolve(tenant.slug().value()).resolve("branding").resolve(name));
  }

  private static String name(Tenant tenant, BrandRow row) {
    String content = FORM + "\n" + calls(tenant, row) + "\n" + row.brand().look();
    return Picture.digest(content.getBytes(UTF_8)).substring(0, 16);
  }

  /** What the app calls itself. */
  static String calls(Tenant tenant, BrandRow row) {
    return row.brand().name().map(AppName::value).orElse(tenant.spec().displayName());
  }

  /** Every file that some look could replace in this version. */
  static List<String> all(Release release) {
    List<String> files = new ArrayList<>(icons(release));
    files.add(CSS);
    return files;
  }

  private static List<String> icons(Release release) {
    List<String> files = new ArrayList<>();
    ICONS.stream().map(BrandFiles.STATIC::concat).forEach(files::add);
    if (!release.version().atLeast(0, 11)) files.add(BrandFiles.STATIC + "favicon-dark.png");
    files.add(BrandFiles.ROOT + "favicon.png");
    return files;
  }

  /** The files of a look that this version of the app knows, in the order of their names. */
  static List<String> files(Look look, Release release) {
    List<String> files = new ArrayList<>();
    if (!BrandCss.of(look).isEmpty()) files.add(CSS);
    if (look.mark().isPresent()) files.addAll(icons(release));
    return files.stream().sorted().toList();
  }

  /** Every file laid read-only over the app's own, wherever this version serves it from. */
  static List<BindMount> mounts(Tenant tenant, BrandRow row, BrandFolder folder) {
    Release release = release(tenant.image());
    List<BindMount> mounts = new ArrayList<>();
    for (String file : files(row.brand().look(), release))
      for (String target : targets(file, release))
        mounts.add(new BindMount(folder.file(file), target, true));
    return mounts;
  }

  private static List<String> targets(String file, Release release) {
    if (file.startsWith(BrandFiles.ROOT))
      return List.of("/app/build/" + file.substring(BrandFiles.ROOT.length()));
    UnaryOperator<String> below =
        directory -> directory + "/" + file.substring(BrandFiles.STATIC.length());
    return release.brandDirectories().stream().map(below).toList();
  }

  static Release release(Optional<ResolvedImage> image) {
    String version = image.map(ResolvedImage::appVersion).orElse("");
    return version.isEmpty() ? Release.newest() : Release.parse(version);
  }

  /** The address under which the app serves a file. */
  static String address(String file) {
    return file.startsWith(BrandFiles.ROOT)
        ? "/" + file.substring(BrandFiles.ROOT.length())
        : "/" + file;
  }
}
