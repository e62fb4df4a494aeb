package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.branding.Brand;
import io.innkeeper.branding.BrandInput;
import io.innkeeper.branding.BrandRoom;
import io.innkeeper.branding.BrandRow;
import io.innkeeper.branding.Brands;
import io.innkeeper.branding.KeptPicture;
import io.innkeeper.branding.Look;
import io.innkeeper.branding.licence.LicenceStanding;
import io.innkeeper.branding.picture.Picture;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/** Applying, discarding, returning to and removing a brand. */
final class BrandActsPage {
  private static final String BRAND = TenantBrandPage.BRAND;

  private final Pages pages;
  private final TenantHeads heads;
  private final BrandRoom room;

  BrandActsPage(ConsoleParts parts, Pages pages, TenantHeads heads) {
    this.pages = pages;
    this.heads = heads;
    this.room = parts.brands();
  }

  void hang(Routes routes) {
    routes.page("GET", BRAND + "/apply", OPERATOR, this::askToApply);
    routes.page("POST", BRAND + "/apply", OPERATOR, this::apply);
    routes.page("POST", BRAND + "/discard", OPERATOR, this::discard);
    routes.page("GET", BRAND + "/remove", OPERATOR, this::askToRemove);
    routes.page("POST", BRAND + "/remove", OPERATOR, this::remove);
    routes.page("GET", BRAND + "/return/{brand}", OPERATOR, this::askToReturn);
    routes.page("POST", BRAND + "/return/{brand}", OPERATOR, this::back);
    routes.page("GET", BRAND + "/kept/{digest}", VIEWER, this::kept);
    routes.page("GET", BRAND + "/commands", VIEWER, this::commands);
  }

  private Reply askToApply(Call call) {
    Tenant tenant = heads.asked(call);
    Brand draft = draft(tenant);
    return dialog(
        call,
        tenant,
        "Apply the brand to " + tenant.spec().displayName() + "?",
        costs(tenant, draft),
        Action.post("Apply it", BrandScreen.address(tenant) + "/apply?draft=" + hash(draft))
            .with("check")
            .primary());
  }

  /** What it costs, and what waits for a ground. */
  private Sentence costs(Tenant tenant, Brand brand) {
    Sentence costs =
        Sentence.of(
            tenant.wanted() == Tenant.Wanted.RUNNING
                ? "A new container takes over when it is healthy and serves every file: about 20 s"
                    + " without service. If it does not, the one before comes back."
                : "It is stopped, so the brand is applied when it starts.");
    LicenceStanding standing = room.grounds().standing(tenant);
    if (brand.look().plain() || standing.holds()) return costs;
    return costs.strong(
        " Only name and banner are applied now: " + standing.why().orElse("") + " ");
  }

  private Reply apply(Call call) {
    Tenant tenant = heads.asked(call);
    Brand draft = draft(tenant);
    if (call.query("draft").filter(hash(draft)::equals).isEmpty())
      throw Fault.conflict("draft-changed", "Something else was prepared meanwhile.")
          .advising("Look at it beside the form, then apply it.");
    return ordered(call, tenant, room.brands().set(tenant, draft, call.actor()));
  }

  /** Which draft somebody has seen. */
  private static String hash(Brand draft) {
    return Picture.digest(draft.spec().toString().getBytes(UTF_8)).substring(0, 16);
  }

  private Brand draft(Tenant tenant) {
    return room.book()
        .standing(tenant.id())
        .draft()
        .orElseThrow(
            () ->
                Fault.conflict("no-draft", "Nothing is prepared that could be applied.")
                    .advising("Change something in the form, and show it beside first."));
  }

  private Reply discard(Call call) {
    Tenant tenant = heads.asked(call);
    room.brands().discard(tenant, call.actor());
    return pages.done(
        call, BrandScreen.address(tenant), Toast.of("What was prepared is discarded."));
  }

  private Reply askToRemove(Call call) {
    Tenant tenant = heads.asked(call);
    Question question =
        new Question(
            "Give " + tenant.spec().displayName() + " the upstream’s look again?",
            costs(tenant, new Brand(Optional.empty(), nothing(), Optional.empty())),
            List.of("logo, colours, rules and banner", "the name it was given here"),
            List.of("Every brand it had, to return to", "Data, people and address"),
            List.of(),
            "",
            Action.post("Remove the brand", BrandScreen.address(tenant) + "/remove")
                .with("undo-2")
                .danger(),
            "Keep it",
            BrandScreen.address(tenant),
            Optional.empty(),
            Sentence.of("innkeeper brand remove " + tenant.slug()));
    return pages.dialog(call, TenantPages.ALL, question);
  }

  private static Look nothing() {
    return BrandInput.parse(BrandSpec.NOTHING).look();
  }

  private Reply remove(Call call) {
    Tenant tenant = heads.asked(call);
    return ordered(call, tenant, room.brands().remove(tenant, call.actor()));
  }

  private Reply askToReturn(Call call) {
    Tenant tenant = heads.asked(call);
    BrandRow row = room.book().brand(tenant.id(), call.id("brand"));
    return dialog(
        call,
        tenant,
        "Return to “" + TenantBrandPage.what(row.brand()) + "”?",
        costs(tenant, row.brand()),
        Action.post("Return to it", BrandScreen.address(tenant) + "/return/" + row.id())
            .with("undo-2")
            .primary());
  }

  private Reply back(Call call) {
    Tenant tenant = heads.asked(call);
    return ordered(call, tenant, room.brands().returnTo(tenant, call.id("brand"), call.actor()));
  }

  private Reply dialog(Call call, Tenant tenant, String title, Sentence text, Action verb) {
    return pages.dialog(
        call,
        TenantPages.ALL,
        new Question(
            title,
            text,
            List.of(),
            List.of(),
            List.of(),
            "",
            verb,
            "Not now",
            BrandScreen.address(tenant),
            Optional.empty()));
  }

  /** A job shows itself on the tenant's own page; without one it is said here. */
  private Reply ordered(Call call, Tenant tenant, Brands.Ordered ordered) {
    if (ordered.job().isPresent()) return pages.done(call, TenantHeads.address(tenant));
    return pages.done(
        call, BrandScreen.address(tenant), Toast.of("Noted: it is applied when it starts."));
  }

  private Reply kept(Call call) {
    Picture picture =
        room.book()
            .picture(heads.asked(call).id(), call.path("digest"))
            .map(KeptPicture::picture)
            .orElseThrow(() -> Fault.notFound("not-found", "There is no such picture."));
    // An SVG opened by itself must not act as a page of ours.
    return Reply.bytes(picture.type().media(), picture.bytes())
        .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .with("Cache-Control", "private, max-age=3600");
  }

  private Reply commands(Call call) {
    Tenant tenant = heads.asked(call);
    return pages.dialog(call, TenantPages.ALL, new BrandCommands(room).of(tenant));
  }
}
