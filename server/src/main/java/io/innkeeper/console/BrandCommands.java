package io.innkeeper.console;

import io.innkeeper.branding.Brand;
import io.innkeeper.branding.BrandRoom;
import io.innkeeper.branding.BrandRow;
import io.innkeeper.branding.KeptPicture;
import io.innkeeper.client.BannerSpec;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.Json;
import io.innkeeper.client.LetterSpec;
import io.innkeeper.console.view.Commands;
import io.innkeeper.tenant.Tenant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The whole of a brand as a command and as a call, what it no longer has included. */
final class BrandCommands {
  private static final Map<String, String> OPTIONS = options();

  private final BrandRoom room;

  BrandCommands(BrandRoom room) {
    this.room = room;
  }

  private static Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("signInText", "sign-in-text");
    options.put("darkColour", "dark-colour");
    options.put("splashDark", "splash-dark");
    return Map.copyOf(options);
  }

  /** What is prepared, else what is wanted. */
  Commands of(Tenant tenant) {
    BrandSpec now = wanted(tenant).orElse(BrandSpec.NOTHING);
    BrandSpec brand = room.book().standing(tenant.id()).draft().map(Brand::spec).orElse(now);
    String slug = tenant.slug().value();
    CommandLines lines =
        CommandLines.of("brand set", "PUT /api/v1/tenants/" + slug + "/brand")
            .word(slug)
            .with("--name", "name", Optional.ofNullable(brand.name()))
            .with("--colour", "colour", Optional.ofNullable(brand.colour()))
            .with("--dark-colour", "darkColour", Optional.ofNullable(brand.darkColour()))
            .with("--sign-in-text", "signInText", Optional.ofNullable(brand.signInText()));
    lines = picture(lines, tenant, "logo", brand.logo());
    lines = letters(lines, brand.letters());
    lines = picture(lines, tenant, "favicon", brand.favicon());
    lines = picture(lines, tenant, "splash", brand.splash());
    lines = picture(lines, tenant, "splashDark", brand.splashDark());
    if (brand.css() != null) lines = lines.option("--css", "rules.css").field("css", brand.css());
    lines = banner(lines, brand.banner());
    for (String gone : gone(now, brand)) lines = lines.option("--unset", gone);
    return lines
        .drawer(
            "Made from what is prepared, else from what is wanted. Pictures are uploaded first, to"
                + " …/brand/pictures.",
            "brand.set tenant " + slug,
            BrandScreen.address(tenant))
        .withDryRun();
  }

  private Optional<BrandSpec> wanted(Tenant tenant) {
    return room.book().current(tenant.id()).map(BrandRow::brand).map(Brand::spec);
  }

  private CommandLines picture(
      CommandLines lines, Tenant tenant, String field, @Nullable String digest) {
    if (digest == null) return lines;
    String file =
        room.book().picture(tenant.id(), digest).map(KeptPicture::name).orElse(field + ".svg");
    return lines.option("--" + option(field), file).field(field, digest);
  }

  private static CommandLines letters(CommandLines lines, @Nullable LetterSpec letters) {
    if (letters == null) return lines;
    CommandLines all = lines.option("--letters", letters.text());
    all = maybe(all, "--font", letters.font());
    all = maybe(all, "--shape", letters.shape());
    all = maybe(all, "--background", letters.background());
    return whole(maybe(all, "--letter-colour", letters.colour()), "letters", letters);
  }

  private static CommandLines banner(CommandLines lines, @Nullable BannerSpec banner) {
    if (banner == null) return lines;
    CommandLines all =
        maybe(lines.option("--banner", banner.text()), "--banner-type", banner.type());
    if (Boolean.FALSE.equals(banner.dismissible())) all = all.flag("--no-banner-dismissible");
    return whole(all, "banner", banner);
  }

  private static CommandLines maybe(CommandLines lines, String option, @Nullable String value) {
    return value == null || value.isEmpty() ? lines : lines.option(option, value);
  }

  private static CommandLines whole(CommandLines lines, String field, Object value) {
    return lines.holding(field, Json.LENIENT.convertValue(value, Map.class));
  }

  /** What is there now and is to be there no more; a logo and letters take each other's place. */
  private static Iterable<String> gone(BrandSpec now, BrandSpec brand) {
    Map<?, ?> before = Json.LENIENT.convertValue(now, Map.class);
    Map<?, ?> after = Json.LENIENT.convertValue(brand, Map.class);
    TreeSet<String> gone = new TreeSet<>();
    for (Object field : before.keySet())
      if (!after.containsKey(field)) gone.add(option(String.valueOf(field)));
    if (brand.logo() != null) gone.remove("letters");
    if (brand.letters() != null) gone.remove("logo");
    return gone;
  }

  private static String option(String field) {
    return OPTIONS.getOrDefault(field, field);
  }
}
