package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.branding.Brand;
import io.innkeeper.branding.BrandRoom;
import io.innkeeper.branding.BrandRow;
import io.innkeeper.branding.Look;
import io.innkeeper.caller.Role;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.BrandView;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.BrandHistoryView;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.TenantBrandView;
import io.innkeeper.console.view.TenantHead;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.tenant.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A tenant's name and look: prepared here, seen beside, applied by a job. */
final class TenantBrandPage {
  static final String BRAND = TenantPages.ONE + "/brand";

  private static final Set<String> PICTURES =
      Set.of(
          "favicon-96x96.png",
          "favicon.png",
          "splash.png",
          "splash-dark.png",
          "apple-touch-icon.png");

  private final Pages pages;
  private final TenantHeads heads;
  private final Moments moments;
  private final BrandRoom room;
  private final BrandForm form;
  private final BrandScreen screen;
  private final BrandGrounds grounds;

  TenantBrandPage(ConsoleParts parts, Pages pages, TenantHeads heads, Moments moments) {
    this.pages = pages;
    this.heads = heads;
    this.moments = moments;
    this.room = parts.brands();
    this.form = new BrandForm(room);
    this.screen = new BrandScreen(room);
    this.grounds = new BrandGrounds(room, moments);
  }

  void hang(Routes routes) {
    routes.page("GET", BRAND, VIEWER, this::show);
    routes.page("POST", BRAND + "/draft", OPERATOR, this::draft);
    routes.page("GET", BRAND + "/preview/{file}", VIEWER, this::picture);
    routes.page("GET", BRAND + "/history", VIEWER, this::history);
  }

  private Reply show(Call call) {
    Tenant tenant = heads.asked(call);
    BrandSpec brand = form.base(tenant).map(Brand::spec).orElse(BrandSpec.NOTHING);
    return pages.page(call, TenantPages.ALL, view(call, tenant, BrandForm.now(brand)));
  }

  private Reply draft(Call call) {
    Tenant tenant = heads.asked(call);
    Typed typed = BrandForm.typed(call);
    try {
      room.brands().draft(tenant, form.wanted(call, tenant, typed), call.actor());
      return pages.done(call, BrandScreen.address(tenant));
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.UPSTREAM && e.kind() != Fault.Kind.TOO_LARGE)
        return again(call, tenant, refused(typed, e));
      return again(call, tenant, said(typed, Typed.words(e)));
    }
  }

  /** What is about the picture itself is about no field that was typed. */
  private static Typed refused(Typed typed, Fault e) {
    return typed.tells(e) ? typed.refusedBy(e) : said(typed, Typed.words(e));
  }

  private static Typed said(Typed typed, String words) {
    return new Typed(typed.values(), Map.of("logo", words));
  }

  private Reply again(Call call, Tenant tenant, Typed typed) {
    return pages.formAgain(call, TenantPages.ALL, view(call, tenant, typed));
  }

  private TenantBrandView view(Call call, Tenant tenant, Typed typed) {
    Role role = call.principal().role();
    Optional<Brand> shown = form.base(tenant);
    BrandSpec brand = shown.map(Brand::spec).orElse(BrandSpec.NOTHING);
    boolean dark = call.query("theme").filter("dark"::equals).isPresent();
    return new TenantBrandView(
        head(call, tenant),
        role.atLeast(OPERATOR) ? Optional.of(screen.form(tenant, brand, typed)) : Optional.empty(),
        screen.preview(tenant, shown, dark),
        note(tenant),
        grounds.allowed(tenant, role));
  }

  private TenantHead head(Call call, Tenant tenant) {
    TenantHead usual = heads.head(call, tenant, TenantHeads.Part.BRAND);
    String at = BrandScreen.address(tenant);
    boolean may = call.principal().role().atLeast(OPERATOR);
    List<Action> actions = new ArrayList<>();
    actions.add(Action.go("Earlier brands", at + "/history").with("scroll-text"));
    if (may && room.book().current(tenant.id()).isPresent())
      actions.add(Action.ask("Remove…", at + "/remove").with("undo-2"));
    if (may && room.book().standing(tenant.id()).draft().isPresent()) {
      actions.add(Action.post("Discard", at + "/discard"));
      actions.add(Action.ask("Apply the brand…", at + "/apply").with("check").primary());
    }
    return new TenantHead(
        usual.slug(),
        usual.name(),
        usual.staging(),
        usual.state(),
        usual.reason(),
        actions,
        List.of(),
        at + "/commands",
        usual.tabs());
  }

  private Sentence note(Tenant tenant) {
    BrandView view = room.views().of(tenant);
    if (view.draft() != null)
      return Sentence.of(
          "Not applied yet. Applying makes a new container: about 20 s without service. Data,"
              + " people and address stay.");
    if (view.brand() == null)
      return Sentence.of("This is the upstream’s look. Nothing of its own was given.");
    String refused = view.refusedToday();
    if (refused != null)
      return Sentence.NONE
          .strong("Kept from earlier, served as it is, can’t be applied again. ")
          .plain(refused);
    String held = view.heldBecause();
    if (held != null)
      return Sentence.NONE.strong("Name and banner are applied, the look is not. ").plain(held);
    String checked =
        room.book()
            .standing(tenant.id())
            .checkedAt()
            .map(at -> ", seen served " + moments.ago(at).words())
            .orElse("");
    return Sentence.of(
        view.lookApplied()
            ? "Applied: %d files%s.".formatted(view.files(), checked)
            : "Applied: name and banner.");
  }

  private Reply picture(Call call) {
    Tenant tenant = heads.asked(call);
    String name = call.path("file");
    if (!PICTURES.contains(name)) throw Fault.notFound("not-found", "There is no such picture.");
    byte[] bytes =
        kept(tenant, name)
            .or(() -> form.base(tenant).flatMap(own -> room.previews().file(tenant, own, name)))
            .or(() -> upstreams(tenant, name))
            .orElseThrow(() -> Fault.notFound("not-found", "There is no such picture."));
    return Reply.bytes("image/png", bytes).with("Cache-Control", "private, max-age=300");
  }

  /** Of a brand that can't be made again what people see now. */
  private Optional<byte[]> kept(Tenant tenant, String name) {
    if (room.book().standing(tenant.id()).draft().isPresent()) return Optional.empty();
    return room.book()
        .current(tenant.id())
        .filter(row -> room.book().refusal(row).isPresent())
        .flatMap(row -> room.laid(tenant, row, name))
        .map(TenantBrandPage::read);
  }

  private Optional<byte[]> upstreams(Tenant tenant, String name) {
    return room.upstreams(tenant, "static/" + name).map(TenantBrandPage::read);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reply history(Call call) {
    Tenant tenant = heads.asked(call);
    boolean may = call.principal().role().atLeast(OPERATOR);
    Optional<UUID> current = room.book().standing(tenant.id()).current();
    List<BrandHistoryView.Row> rows = new ArrayList<>();
    for (BrandRow row : room.book().history(tenant.id()))
      rows.add(row(tenant, row, current.filter(row.id()::equals).isPresent(), may));
    Optional<Empty> empty =
        rows.isEmpty()
            ? Optional.of(
                Empty.none(
                    "No brand yet",
                    "Every brand it is given stays here, and can be returned to.",
                    Action.go("Give it one", BrandScreen.address(tenant))))
            : Optional.empty();
    return pages.page(call, TenantPages.ALL, new BrandHistoryView(head(call, tenant), rows, empty));
  }

  private BrandHistoryView.Row row(Tenant tenant, BrandRow row, boolean current, boolean may) {
    String at = BrandScreen.address(tenant);
    String logo = row.brand().spec().logo();
    Optional<String> refused = room.book().refusal(row);
    return new BrandHistoryView.Row(
        logo == null ? "" : at + "/kept/" + logo,
        what(row.brand()) + refused.map(why -> ". Can’t be applied again: " + why).orElse(""),
        row.brand().look().colour().map(Object::toString).orElse(""),
        moments.date(row.at()),
        row.by(),
        current,
        may && !current && refused.isEmpty()
            ? Optional.of(Action.ask("Return to it…", at + "/return/" + row.id()))
            : Optional.empty());
  }

  static String what(Brand brand) {
    List<String> parts = new ArrayList<>();
    brand.name().ifPresent(name -> parts.add(name.value()));
    brand
        .look()
        .mark()
        .ifPresent(
            mark ->
                parts.add(
                    mark instanceof Look.Mark.Letters letters
                        ? "letters " + letters.letters().text()
                        : "logo"));
    brand.look().colour().ifPresent(colour -> parts.add(colour.toString()));
    if (brand.banner().isPresent()) parts.add("banner");
    return parts.isEmpty() ? "Nothing of its own" : String.join(", ", parts);
  }
}
