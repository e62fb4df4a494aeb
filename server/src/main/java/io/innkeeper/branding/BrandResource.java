package io.innkeeper.branding;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.branding.licence.Ground;
import io.innkeeper.branding.picture.Picture;
import io.innkeeper.client.BrandHistoryView;
import io.innkeeper.client.BrandJobView;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.BrandView;
import io.innkeeper.client.GroundSpec;
import io.innkeeper.client.LicenceView;
import io.innkeeper.client.Page;
import io.innkeeper.client.PictureAddress;
import io.innkeeper.client.PictureView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.job.Job;
import io.innkeeper.tenant.Tenant;
import java.util.List;

/** Brands for programs: {@code /api/v1/tenants/{tenant}/brand}. */
final class BrandResource {
  private static final String ONE = "/api/v1/tenants/{tenant}/brand";

  private final BrandRoom room;

  BrandResource(BrandRoom room) {
    this.room = room;
  }

  void hang(Routes routes) {
    hangBrand(routes);
    hangPictures(routes);
    hangLicence(routes);
  }

  private void hangBrand(Routes routes) {
    routes.api(
        "GET",
        ONE,
        VIEWER,
        "Its name and look: wanted, and whether applied.",
        BrandView.class,
        call -> room.views().of(tenant(call)));
    routes
        .api(
            "PUT",
            ONE,
            OPERATOR,
            "Gives it this brand, whole; what is left out is the upstream's. ?dry-run=true only"
                + " checks it.",
            BrandSpec.class,
            BrandJobView.class,
            this::set)
        .dryRun(BrandView.class);
    routes.api(
        "DELETE",
        ONE,
        OPERATOR,
        "The upstream's look and its own name again.",
        BrandJobView.class,
        call -> ordered(room.brands().remove(tenant(call), call.actor())));
    routes.api(
        "GET",
        ONE + "/history",
        VIEWER,
        "Every brand it had, the newest first.",
        TypeOf.page(BrandHistoryView.class),
        this::history);
    routes.api(
        "POST",
        ONE + "/history/{brand}/return",
        OPERATOR,
        "Gives it this earlier brand again.",
        BrandJobView.class,
        call -> ordered(room.brands().returnTo(tenant(call), call.id("brand"), call.actor())));
  }

  private void hangPictures(Routes routes) {
    routes
        .api(
            "POST",
            ONE + "/pictures",
            OPERATOR,
            "Keeps the picture that is the body (PNG, SVG, WebP, JPEG, ICO; at most 2 MB), cleaned.",
            PictureView.class,
            this::keep)
        .query("name", "How its file is called.");
    routes.api(
        "POST",
        ONE + "/pictures/fetch",
        OPERATOR,
        "Fetches a picture from an address once, and keeps it.",
        PictureAddress.class,
        PictureView.class,
        this::fetch);
    routes
        .api(
            "GET",
            ONE + "/pictures/{digest}",
            VIEWER,
            "A kept picture.",
            byte[].class,
            this::picture)
        .answering("image/png");
  }

  private void hangLicence(Routes routes) {
    routes.api(
        "GET",
        ONE + "/licence",
        VIEWER,
        "What its look rests on, and the count of end users.",
        LicenceView.class,
        call -> room.views().licence(tenant(call)));
    routes.api(
        "PUT",
        ONE + "/licence",
        ADMIN,
        "Records what allows another look than the upstream's.",
        GroundSpec.class,
        BrandJobView.class,
        this::ground);
    routes.api(
        "DELETE",
        ONE + "/licence",
        ADMIN,
        "Nothing allows another look any more: the upstream's is restored.",
        BrandJobView.class,
        this::withdraw);
  }

  private Object set(Call call) {
    Tenant tenant = tenant(call);
    Brand brand = BrandInput.parse(call.body(BrandSpec.class));
    if (call.dryRun()) return room.preview(tenant, brand);
    return ordered(room.brands().set(tenant, brand, call.actor()));
  }

  private Page<BrandHistoryView> history(Call call) {
    List<BrandHistoryView> all = room.views().history(tenant(call));
    return new Page<>(all, null, all.size());
  }

  private Reply keep(Call call) {
    Tenant tenant = tenant(call);
    KeptPicture kept =
        room.brands()
            .keep(
                tenant,
                call.query("name").orElse("picture"),
                call.bytes(Picture.MOST_BYTES),
                call.actor());
    return created(tenant, kept);
  }

  private Reply fetch(Call call) {
    Tenant tenant = tenant(call);
    String url = call.body(PictureAddress.class).url();
    return created(tenant, room.fetch(tenant, url == null ? "" : url, call.actor()));
  }

  private static Reply created(Tenant tenant, KeptPicture kept) {
    PictureView view = kept.view();
    return Reply.created(
        "/api/v1/tenants/" + tenant.slug() + "/brand/pictures/" + view.digest(), view);
  }

  private Reply picture(Call call) {
    Picture picture =
        room.book()
            .picture(tenant(call).id(), call.path("digest"))
            .map(KeptPicture::picture)
            .orElseThrow(
                () -> Fault.notFound("no-such-picture", "No such picture is kept for it."));
    return Reply.bytes(picture.type().media(), picture.bytes());
  }

  private Reply ground(Call call) {
    Tenant tenant = tenant(call);
    return ordered(room.record(tenant, Ground.parse(call.body(GroundSpec.class)), call.actor()));
  }

  private Reply withdraw(Call call) {
    return ordered(room.withdraw(tenant(call), call.actor()));
  }

  private Tenant tenant(Call call) {
    Tenant tenant = room.tenants().named(call.path("tenant"));
    boolean gone = tenant.wanted() == Tenant.Wanted.ERASED;
    if (!gone && call.principal().maySee(tenant.organisation())) return tenant;
    throw Fault.notFound("no-such-tenant", "There is no such tenant.");
  }

  private Reply ordered(Brands.Ordered ordered) {
    BrandJobView view =
        new BrandJobView(
            room.views().of(ordered.tenant()), ordered.job().map(Job::id).orElse(null));
    return ordered
        .job()
        .map(job -> Reply.accepted("/api/v1/jobs/" + job.id(), view))
        .orElseGet(() -> Reply.ok(view));
  }
}
