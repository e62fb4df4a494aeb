package io.innkeeper.console;

import io.innkeeper.branding.Brand;
import io.innkeeper.branding.BrandInput;
import io.innkeeper.branding.BrandRoom;
import io.innkeeper.branding.KeptPicture;
import io.innkeeper.branding.picture.Picture;
import io.innkeeper.client.BannerSpec;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.LetterSpec;
import io.innkeeper.http.Call;
import io.innkeeper.tenant.Tenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is typed and chosen in the form of a brand, from and to the brand itself. */
final class BrandForm {
  private static final List<String> NAMES =
      List.of(
          "name",
          "mark",
          "url",
          "text",
          "font",
          "shape",
          "ground",
          "ink",
          "colour",
          "darkColour",
          "signInText",
          "banner",
          "bannerType",
          "dismissible",
          "noFavicon",
          "noSplash",
          "noSplashDark",
          "css");

  private final BrandRoom room;

  BrandForm(BrandRoom room) {
    this.room = room;
  }

  /** What the form begins with: what is prepared, else what is wanted. */
  Optional<Brand> base(Tenant tenant) {
    return room.book()
        .standing(tenant.id())
        .draft()
        .or(() -> room.book().current(tenant.id()).map(row -> row.brand()));
  }

  static Typed typed(Call call) {
    return Typed.of(call, NAMES);
  }

  static Typed now(BrandSpec brand) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", text(brand.name()));
    values.put("mark", brand.letters() != null ? "letters" : brand.logo() != null ? "picture" : "");
    values.put("url", "");
    LetterSpec letters =
        Objects.requireNonNullElse(
            brand.letters(), new LetterSpec("", "sans", "circle", "#FFFFFF", ""));
    values.put("text", letters.text());
    values.put("font", text(letters.font()));
    values.put("shape", text(letters.shape()));
    values.put("ground", text(letters.background()));
    values.put("ink", text(letters.colour()));
    values.put("colour", text(brand.colour()));
    values.put("darkColour", text(brand.darkColour()));
    values.put("signInText", text(brand.signInText()));
    values.put("banner", brand.banner() == null ? "" : brand.banner().text());
    values.put("bannerType", brand.banner() == null ? "info" : text(brand.banner().type()));
    boolean stays = brand.banner() != null && Boolean.FALSE.equals(brand.banner().dismissible());
    values.put("dismissible", stays ? "" : "on");
    values.put("css", text(brand.css()));
    return Typed.now(values);
  }

  /**
   * The brand that is asked for; pictures that came along are kept.
   *
   * @throws io.innkeeper.fault.Fault INVALID with every field to mend
   */
  Brand wanted(Call call, Tenant tenant, Typed typed) {
    BrandSpec base = base(tenant).map(Brand::spec).orElse(BrandSpec.NOTHING);
    @Nullable String fresh = picture(call, tenant, "picture");
    if (fresh == null && typed.given("url").isPresent())
      fresh = room.fetch(tenant, typed.value("url"), call.actor()).picture().digest();
    boolean letters = typed.value("mark").equals("letters") && fresh == null;
    boolean none = typed.value("mark").equals("upstream") && fresh == null;
    @Nullable String logo = letters || none ? null : kept(fresh, base.logo());
    return BrandInput.parse(
        new BrandSpec(
            given(typed, "name"),
            logo,
            letters ? letters(typed) : null,
            none
                ? null
                : kept(
                    picture(call, tenant, "faviconFile"),
                    still(typed, "noFavicon", base.favicon())),
            none
                ? null
                : kept(
                    picture(call, tenant, "splashFile"), still(typed, "noSplash", base.splash())),
            none
                ? null
                : kept(
                    picture(call, tenant, "splashDarkFile"),
                    still(typed, "noSplashDark", base.splashDark())),
            given(typed, "colour"),
            given(typed, "darkColour"),
            given(typed, "css"),
            given(typed, "signInText"),
            typed
                .given("banner")
                .map(
                    text ->
                        new BannerSpec(typed.value("bannerType"), text, on(typed, "dismissible")))
                .orElse(null)));
  }

  private static LetterSpec letters(Typed typed) {
    return new LetterSpec(
        typed.value("text"),
        given(typed, "font"),
        given(typed, "shape"),
        given(typed, "ground"),
        given(typed, "ink"));
  }

  private @Nullable String picture(Call call, Tenant tenant, String field) {
    return call.upload(field, Picture.MOST_BYTES)
        .map(file -> room.brands().keep(tenant, file.name(), file.bytes(), call.actor()))
        .map(KeptPicture::picture)
        .map(Picture::digest)
        .orElse(null);
  }

  private static @Nullable String kept(@Nullable String fresh, @Nullable String before) {
    return fresh == null ? before : fresh;
  }

  /** A picture that was given before, unless it is to be made from the logo again. */
  private static @Nullable String still(Typed typed, String taken, @Nullable String before) {
    return on(typed, taken) ? null : before;
  }

  private static boolean on(Typed typed, String name) {
    return typed.value(name).equals("on");
  }

  private static @Nullable String given(Typed typed, String name) {
    return typed.given(name).orElse(null);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
