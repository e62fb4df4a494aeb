package io.innkeeper.console;

import io.innkeeper.branding.AppName;
import io.innkeeper.branding.Brand;
import io.innkeeper.branding.BrandFiles;
import io.innkeeper.branding.BrandPreviews;
import io.innkeeper.branding.BrandRoom;
import io.innkeeper.branding.KeptPicture;
import io.innkeeper.branding.picture.Colour;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.PictureView;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Check;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.TenantBrandView.Form;
import io.innkeeper.console.view.TenantBrandView.Preview;
import io.innkeeper.console.view.TenantBrandView.Swatch;
import io.innkeeper.fault.Fault;
import io.innkeeper.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The form of a brand and how people will see it, as the page draws them. */
final class BrandScreen {
  private static final List<Choice> FONTS =
      List.of(
          new Choice("sans", "Sans", ""),
          new Choice("geometric", "Geometric", ""),
          new Choice("serif", "Serif", ""),
          new Choice("mono", "Mono", ""));
  private static final List<Choice> SHAPES =
      List.of(
          new Choice("circle", "Circle", ""),
          new Choice("rounded", "Rounded", ""),
          new Choice("square", "Square", ""),
          new Choice("none", "None", ""));
  private static final List<Choice> BANNERS =
      List.of(
          new Choice("info", "Note", ""),
          new Choice("success", "Good news", ""),
          new Choice("warning", "Warning", ""),
          new Choice("error", "Trouble", ""));
  private static final List<Choice> MARKS =
      List.of(
          new Choice("picture", "Picture", ""),
          new Choice("letters", "Letters", ""),
          new Choice("upstream", "Upstream’s", ""));
  // What the app's own button is.
  private static final Colour GREY = new Colour(0xECECEC);

  private final BrandRoom room;

  BrandScreen(BrandRoom room) {
    this.room = room;
  }

  Form form(Tenant tenant, BrandSpec brand, Typed typed) {
    Optional<PictureView> logo =
        Optional.ofNullable(brand.logo())
            .flatMap(digest -> room.book().picture(tenant.id(), digest))
            .map(KeptPicture::view);
    return new Form(
        address(tenant) + "/draft",
        brand.logo() == null && brand.letters() == null ? "" : thumb(tenant, brand),
        logo.map(PictureView::name).orElse(brand.letters() == null ? "None of its own" : "Letters"),
        logo.map(BrandScreen::says).orElse("SVG or a PNG of 512 by 512 or more; at most 2 MB."),
        typed.fill(Field.text("name", "Name").optional("else " + tenant.spec().displayName())),
        List.of(
            List.of(
                typed.fill(
                    Field.text("url", "Address of a picture")
                        .optional("")
                        .hinted("https, fetched once"))),
            List.of(typed.fill(Field.segments("mark", "Take", MARKS).optional(""))),
            List.of(
                typed.fill(Field.text("text", "Letters").optional("one or two")),
                typed.fill(Field.select("font", "Typeface", FONTS))),
            List.of(
                typed.fill(Field.select("shape", "Behind them", SHAPES)),
                typed.fill(Field.text("ground", "Its colour").optional(""))),
            List.of(
                typed.fill(
                    Field.text("ink", "The letters’ colour")
                        .optional("else what is readable on it")))),
        List.of(colour(typed, "colour", "Colour"), dark(typed)),
        List.of(
            typed.fill(Field.text("signInText", "Under the sign-in form").optional("")),
            typed.fill(
                Field.text("banner", "Banner")
                    .optional("everybody sees it")
                    .hinted("Needs no ground: the app has banners of its own.")),
            typed.fill(Field.select("bannerType", "Kind of banner", BANNERS)),
            typed.fill(Field.tick("dismissible", "People can put the banner away"))),
        more(brand, typed),
        typed.problems().getOrDefault("logo", ""));
  }

  /** Other pictures than the logo can be given up one by one. */
  private static List<Field> more(BrandSpec brand, Typed typed) {
    List<Field> more = new ArrayList<>();
    if (brand.favicon() != null)
      more.add(
          typed.fill(Field.tick("noFavicon", "The browser’s tab is made from the logo again")));
    if (brand.splash() != null)
      more.add(
          typed.fill(
              Field.tick("noSplash", "What shows while it loads is made from the logo again")));
    if (brand.splashDark() != null)
      more.add(
          typed.fill(
              Field.tick("noSplashDark", "The same in the dark is made from the logo again")));
    more.add(
        typed.fill(
            Field.of(Field.Kind.AREA, "css", "Rules of your own")
                .optional("CSS")
                .hinted("Nothing is loaded from elsewhere.")));
    return more;
  }

  private static String says(PictureView picture) {
    String size =
        picture.type().equals("svg")
            ? "SVG"
            : picture.type().toUpperCase(Locale.ROOT)
                + ", %d × %d".formatted(picture.width(), picture.height());
    String bytes = String.format(Locale.ROOT, "%.1f kB", picture.bytes() / 1000.0);
    String cleaned =
        picture.removed().isEmpty()
            ? ""
            : ", cleaned: " + String.join(", ", picture.removed()) + " removed";
    String coarse = picture.coarse() ? " Small: the larger files come out soft." : "";
    return size + ", " + bytes + cleaned + "." + coarse;
  }

  private static Swatch colour(Typed typed, String name, String label) {
    Field field = typed.fill(Field.text(name, label).optional(""));
    Optional<Colour> colour = parsed(typed.value(name));
    Optional<Check> check =
        colour.map(
            known ->
                known.contrast(Colour.WHITE) >= 4.5
                    ? Check.ok(ratio(known) + " on white")
                    : Check.warn(ratio(known) + " on white, hard to read"));
    return new Swatch(
        check.isPresent() && !field.isBad() ? field.saying(check.get()) : field,
        colour.map(Colour::toString).orElse(""));
  }

  private static Swatch dark(Typed typed) {
    Field field = typed.fill(Field.text("darkColour", "In the dark").optional(""));
    Optional<Colour> own = parsed(typed.value("darkColour"));
    Optional<Colour> made = parsed(typed.value("colour")).map(Colour::forDark);
    String says = own.isEmpty() && made.isPresent() ? "made from the first: " + made.get() : "";
    return new Swatch(field.hinted(says), own.or(() -> made).map(Colour::toString).orElse(""));
  }

  private static String ratio(Colour colour) {
    return String.format(Locale.ROOT, "%.1f:1", colour.contrast(Colour.WHITE));
  }

  private static Optional<Colour> parsed(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Colour.parse("colour", text));
    } catch (Fault wrong) {
      return Optional.empty();
    }
  }

  Preview preview(Tenant tenant, Optional<Brand> brand, boolean dark) {
    String calls =
        brand.map(one -> BrandPreviews.calls(tenant, one)).orElse(tenant.spec().displayName());
    Optional<Colour> colour = brand.flatMap(one -> one.look().colour());
    Colour light = colour.orElse(GREY);
    Colour fill =
        dark
            ? brand
                .flatMap(one -> one.look().dark())
                .or(() -> colour.map(Colour::forDark))
                .orElse(new Colour(0x2A2A2A))
            : light;
    return new Preview(
        address(tenant) + "/preview/",
        brand.map(one -> BrandPreviews.version(tenant, one)).orElse("own"),
        AppName.shown(calls),
        BrandFiles.brief(calls),
        fill.toString(),
        fill.ink().toString(),
        brand.map(one -> one.look().signInText()).orElse(""),
        brand.flatMap(Brand::banner).map(one -> one.text()),
        dark,
        address(tenant));
  }

  private static String thumb(Tenant tenant, BrandSpec brand) {
    return address(tenant) + "/preview/favicon-96x96.png?v=" + brand.hashCode();
  }

  static String address(Tenant tenant) {
    return TenantHeads.address(tenant) + "/brand";
  }
}
