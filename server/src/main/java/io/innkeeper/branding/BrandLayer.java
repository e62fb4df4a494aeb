package io.innkeeper.branding;

import io.innkeeper.branding.picture.Picture;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Progress;
import io.innkeeper.openwebui.AppClient;
import io.innkeeper.openwebui.Release;
import io.innkeeper.tenant.Companion;
import io.innkeeper.tenant.PlanAdditions;
import io.innkeeper.tenant.RunningApp;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A brand's part in its tenant's life: its files lie ready before the container is made, are laid
 * over the app by its plan, and are asked for like a browser does before people are let in.
 */
final class BrandLayer implements Companion {
  private final BrandBook book;
  private final BrandPlaces places;
  private final Pristine pristine;
  private final Banners banners;
  private final RunningApp apps;

  BrandLayer(
      BrandBook book, BrandPlaces places, Pristine pristine, Banners banners, RunningApp apps) {
    this.book = book;
    this.places = places;
    this.pristine = pristine;
    this.banners = banners;
    this.apps = apps;
  }

  @Override
  public PlanAdditions adds(Tenant tenant) {
    Optional<AppName> name = book.current(tenant.id()).flatMap(row -> row.brand().name());
    PlanAdditions named =
        name.map(own -> PlanAdditions.variables(Map.of(PlanAdditions.NAME, own.value())))
            .orElse(PlanAdditions.NONE);
    return book.laid(tenant.id())
        .map(row -> places.mounts(tenant, row))
        .map(mounts -> named.plus(new PlanAdditions(Map.of(), mounts, Optional.empty(), Map.of())))
        .orElse(named);
  }

  @Override
  public void prepare(Tenant tenant, Progress progress) {
    if (!book.touched(tenant.id())) return;
    Map<String, String> own = pristine.hashes(image(tenant));
    Optional<BrandRow> laid = book.laid(tenant.id());
    if (laid.isEmpty()) return;
    BrandRow row = laid.get();
    BrandFolder folder = places.folder(tenant, row);
    if (!folder.whole()) {
      folder.write(
          BrandFiles.of(
              row.brand().look(), BrandPlaces.calls(tenant, row), book.finder(tenant.id())));
    }
    // The container that serves now reads another brand's, and may have to serve again.
    folder.dropOthers(apps.mounted(tenant));
    int replaced = 0;
    for (String file : files(tenant, row)) if (own.containsKey(file)) replaced++;
    progress.say("The brand's files lie ready; " + replaced + " replace the app's own");
  }

  @Override
  public void opened(Tenant tenant, Progress progress) {
    if (!book.touched(tenant.id())) return;
    AppClient app = apps.app(tenant);
    Optional<BrandRow> laid = book.laid(tenant.id());
    if (laid.isPresent()) {
      BrandFolder folder = places.folder(tenant, laid.get());
      List<String> files = files(tenant, laid.get());
      demand(app, files, folder.hashes(), "the brand's");
      progress.say("The app serves the brand's " + files.size() + " files");
    } else {
      demandUpstreams(app, tenant);
      progress.say("The app serves its own files");
    }
    banners.apply(tenant, book.current(tenant.id()), progress);
    book.served(
        tenant.id(),
        laid.map(row -> places.name(tenant, row)).orElse(""),
        laid.map(row -> files(tenant, row).size()).orElse(0));
  }

  /** The banner of the brand before, after one that failed: the app keeps it in its database. */
  void bannerAgain(Tenant tenant, Progress progress) {
    banners.apply(tenant, book.current(tenant.id()), progress);
  }

  @Override
  public void erased(Handle handle, Tenant tenant) {
    book.forget(handle, tenant.id());
  }

  private void demandUpstreams(AppClient app, Tenant tenant) {
    Map<String, String> own = pristine.hashes(image(tenant));
    List<String> files =
        BrandPlaces.all(BrandPlaces.release(tenant.image())).stream()
            .filter(own::containsKey)
            .toList();
    demand(app, files, own, "its own");
  }

  private static void demand(
      AppClient app, List<String> files, Map<String, String> hashes, String whose) {
    for (String file : files) {
      String address = BrandPlaces.address(file);
      Optional<String> served = app.file(address).map(Picture::digest);
      if (served.equals(Optional.ofNullable(hashes.get(file)))) continue;
      throw Fault.of(
              Fault.Kind.UPSTREAM,
              "brand-not-served",
              "The app serves another file at %s than %s.".formatted(address, whose))
          .advising("See its log for “Errno”; a mount may be missing, or this version differs.");
    }
  }

  private static List<String> files(Tenant tenant, BrandRow row) {
    Release release = BrandPlaces.release(tenant.image());
    return BrandPlaces.files(row.brand().look(), release);
  }

  private static ResolvedImage image(Tenant tenant) {
    return tenant
        .image()
        .orElseThrow(() -> new IllegalStateException("the image is resolved before the brand"));
  }
}
