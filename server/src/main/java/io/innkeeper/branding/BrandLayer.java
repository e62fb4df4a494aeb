package io.innkeeper.branding;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.branding.picture.Picture;
import io.innkeeper.client.Json;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Progress;
import io.innkeeper.openwebui.AppClient;
import io.innkeeper.openwebui.Release;
import io.innkeeper.tenant.Companion;
import io.innkeeper.tenant.PlanAdditions;
import io.innkeeper.tenant.RunningApp;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A brand's part in its tenant's life: its files lie ready before the container is made, are laid
 * over the app by its plan, and are asked for like a browser does before people are let in.
 */
final class BrandLayer implements Companion {
  /** The app answers {@code /manifest.json} itself, but fetches it where this says. */
  private static final String MANIFEST = "EXTERNAL_PWA_MANIFEST_URL";

  private static final String MANIFEST_FILE = BrandFiles.STATIC + "site.webmanifest";
  private static final String OUR_MANIFEST =
      "http://127.0.0.1:" + Release.PORT + "/" + MANIFEST_FILE;

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
    return book.laid(tenant.id()).map(row -> laidOver(tenant, row).plus(named)).orElse(named);
  }

  private PlanAdditions laidOver(Tenant tenant, BrandRow row) {
    Map<String, String> variables =
        row.brand().look().mark().isPresent() ? Map.of(MANIFEST, OUR_MANIFEST) : Map.of();
    return new PlanAdditions(
        variables,
        BrandPlaces.mounts(tenant, row, folder(tenant, row)),
        Optional.empty(),
        Map.of());
  }

  /**
   * Where a brand's files lie. One that today's rules refuse can't be made anew, so it stays where
   * it was last served from, even if we would write other bytes today.
   */
  BrandFolder folder(Tenant tenant, BrandRow row) {
    BrandFolder usual = places.folder(tenant, row);
    if (usual.there()) return usual;
    BrandStanding standing = book.standing(tenant.id());
    if (standing.served().isEmpty() || !standing.current().equals(Optional.of(row.id())))
      return usual;
    BrandFolder last = places.folder(tenant, standing.served());
    return last.there() && book.refusal(row).isPresent() ? last : usual;
  }

  @Override
  public void prepare(Tenant tenant, Progress progress) {
    if (!book.touched(tenant.id())) return;
    Map<String, String> own = pristine.hashes(image(tenant));
    Optional<BrandRow> laid = book.laid(tenant.id());
    if (laid.isEmpty()) return;
    BrandRow row = laid.get();
    BrandFolder folder = folder(tenant, row);
    if (!folder.whole()) {
      BrandRules.demand(
          row.brand(), digest -> book.picture(tenant.id(), digest).map(KeptPicture::picture));
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
      BrandFolder folder = folder(tenant, laid.get());
      List<String> files = files(tenant, laid.get());
      demand(app, files, folder.hashes(), "the brand's");
      progress.say("The app serves the brand's " + files.size() + " files");
      if (laid.get().brand().look().mark().isPresent()) sayManifest(app, folder, progress);
    } else {
      demandUpstreams(app, tenant);
      progress.say("The app serves its own files");
    }
    banners.apply(tenant, book.current(tenant.id()), progress);
    book.served(
        tenant.id(),
        laid.map(row -> folder(tenant, row).name()).orElse(""),
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

  /** The app fetches it from itself; what stands in the way of that is no reason to be closed. */
  private static void sayManifest(AppClient app, BrandFolder folder, Progress progress) {
    try {
      JsonNode ours = Json.LENIENT.readTree(folder.file(MANIFEST_FILE).toFile());
      byte[] served = app.file("/manifest.json").orElse("{}".getBytes(UTF_8));
      if (!Json.LENIENT.readTree(served).equals(ours))
        progress.say(
            "What phones install is not the brand’s; see whether EXTERNAL_PWA_MANIFEST_URL is set");
    } catch (IOException e) {
      progress.say("What phones install could not be looked at");
    }
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
