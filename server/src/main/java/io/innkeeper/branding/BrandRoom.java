package io.innkeeper.branding;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.branding.fetch.PictureFetch;
import io.innkeeper.branding.licence.EndUsers;
import io.innkeeper.branding.licence.Ground;
import io.innkeeper.branding.licence.Grounds;
import io.innkeeper.branding.picture.Picture;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.BrandView;
import io.innkeeper.engine.ContainerEngine;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Work;
import io.innkeeper.store.Database;
import io.innkeeper.store.Home;
import io.innkeeper.store.Ids;
import io.innkeeper.tenant.Companion;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import io.innkeeper.tenant.Tenants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The room of brands put together: the parts that others call. */
public final class BrandRoom {
  private final BrandBook book;
  private final Brands brands;
  private final BrandViews views;
  private final BrandPreviews previews;
  private final Grounds grounds;
  private final LicenceWatch watch;
  private final PictureFetch fetch;
  private final BrandLayer layer;
  private final BrandWorks works;
  private final Pristine pristine;
  private final Tenants tenants;

  /**
   * What it stands on.
   *
   * @param people who used tenants, as the licence counts them
   */
  public record Needs(
      Database database,
      AuditTrail audit,
      Ids ids,
      Clock clock,
      ContainerEngine engine,
      Jobs jobs,
      TenantRoom tenants,
      EndUsers people) {}

  public BrandRoom(BrandSettings settings, Home home, Needs needs) {
    tenants = needs.tenants().tenants();
    book = new BrandBook(needs.database(), needs.clock());
    grounds = new Grounds(needs.database(), needs.audit(), needs.people(), needs.clock());
    brands =
        new Brands(
            needs.database(), needs.audit(), needs.jobs(), needs.ids(), needs.clock(), grounds);
    views = new BrandViews(book, grounds);
    previews = new BrandPreviews(book);
    watch =
        new LicenceWatch(needs.database(), needs.audit(), grounds, brands, settings, tenants::all);
    fetch = new PictureFetch(settings.plainHttp(), Picture.MOST_BYTES, settings.fetchTimeout());
    pristine = new Pristine(needs.engine(), home.defaults());
    layer =
        new BrandLayer(
            book,
            new BrandPlaces(home.tenants()),
            pristine,
            new Banners(needs.tenants().sessions()::of),
            needs.tenants().running());
    works = new BrandWorks(book, layer, tenants::get, needs.tenants()::bring);
  }

  /** Its part in every tenant's life. */
  public Companion companion() {
    return layer;
  }

  /** Its kinds of jobs. */
  public List<Work> works() {
    return List.of(works);
  }

  public void hang(Routes routes) {
    new BrandResource(this).hang(routes);
  }

  public BrandBook book() {
    return book;
  }

  public Brands brands() {
    return brands;
  }

  public BrandViews views() {
    return views;
  }

  public BrandPreviews previews() {
    return previews;
  }

  public Grounds grounds() {
    return grounds;
  }

  public LicenceWatch watch() {
    return watch;
  }

  Tenants tenants() {
    return tenants;
  }

  /** Fetches a picture from an address and keeps it. May block for seconds. */
  public KeptPicture fetch(Tenant tenant, String url, Actor by) {
    PictureFetch.Fetched fetched = fetch.fetch(url);
    return brands.keep(tenant, fetched.name(), fetched.bytes(), by);
  }

  /** The files a brand would be, without keeping anything. */
  public Map<String, byte[]> files(Tenant tenant, Brand brand) {
    String name = brand.name().map(AppName::value).orElse(tenant.spec().displayName());
    return BrandFiles.of(brand.look(), name, book.finder(tenant.id()));
  }

  /**
   * One of a brand's files as the app is given it; empty before it was first applied. One that
   * today's rules refuse can't be made anew to look at.
   */
  public Optional<Path> laid(Tenant tenant, BrandRow row, String file) {
    Path path = layer.folder(tenant, row).file(BrandFiles.STATIC + file);
    return Files.exists(path) ? Optional.of(path) : Optional.empty();
  }

  /** One of the app's own files as its image has it. */
  public Optional<Path> upstreams(Tenant tenant, String file) {
    return tenant.image().flatMap(image -> pristine.file(image, file));
  }

  /** Makes every file once, so that what can't be made is said; keeps nothing. */
  BrandView preview(Tenant tenant, Brand brand) {
    files(tenant, brand);
    BrandView now = views.of(tenant);
    String name = brand.name().map(AppName::value).orElse(tenant.spec().displayName());
    return new BrandView(
        now.tenant(),
        AppName.shown(name),
        now.current(),
        brand.spec(),
        grounds.standing(tenant).holds() && !brand.look().plain(),
        grounds.standing(tenant).why().orElse(null),
        null,
        now.files(),
        now.checkedAt(),
        now.pictures(),
        now.draft());
  }

  /** Records what allows a tenant's look; a look that waited for it is applied. */
  public Brands.Ordered record(Tenant tenant, Ground ground, Actor by) {
    grounds.record(tenant, ground, by);
    return followed(tenant, by);
  }

  /** Nothing allows it any more: the upstream's look is restored. */
  public Brands.Ordered withdraw(Tenant tenant, Actor by) {
    grounds.withdraw(tenant, by);
    return followed(tenant, by);
  }

  private Brands.Ordered followed(Tenant tenant, Actor by) {
    boolean wanted =
        book.current(tenant.id()).filter(row -> !row.brand().look().plain()).isPresent();
    boolean applied = book.standing(tenant.id()).look();
    if (!wanted || applied == grounds.standing(tenant).holds())
      return new Brands.Ordered(tenant, Optional.empty());
    return brands.decide(tenant, "brand.decide", by);
  }
}
