package io.innkeeper.branding;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.innkeeper.branding.picture.Colour;
import io.innkeeper.branding.picture.IconSet;
import io.innkeeper.branding.picture.Picture;
import io.innkeeper.client.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** From a brand to the files that are laid over the app. Pure: the same brand, the same bytes. */
public final class BrandFiles {
  /** In the folder the app serves under {@code /static}. */
  public static final String STATIC = "static/";

  /** Beside it, served at the root. */
  static final String ROOT = "root/";

  private static final String FAVICON = "favicon.png";

  private BrandFiles() {}

  /**
   * Every file by its place.
   *
   * @param name as the tenant calls itself
   * @param pictures finds a kept picture by its digest
   */
  public static Map<String, byte[]> of(Look look, String name, Function<String, Picture> pictures) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    look.mark()
        .ifPresent(
            mark -> {
              icons(look, mark, pictures).forEach((file, bytes) -> files.put(STATIC + file, bytes));
              files.put(STATIC + "site.webmanifest", manifest(name, look.colour()));
              files.put(ROOT + FAVICON, files.getOrDefault(STATIC + FAVICON, new byte[0]));
            });
    String css = BrandCss.of(look);
    if (!css.isEmpty()) files.put(STATIC + "custom.css", css.getBytes(UTF_8));
    return files;
  }

  /** What stands under a phone's icon: as much of a name as phones show. */
  public static String brief(String name) {
    return name.length() <= 12 ? name : name.split(" ")[0];
  }

  private static Map<String, byte[]> icons(
      Look look, Look.Mark mark, Function<String, Picture> pictures) {
    IconSet.Mark drawn =
        switch (mark) {
          case Look.Mark.Kept kept -> new IconSet.Mark.Drawn(pictures.apply(kept.digest()));
          case Look.Mark.Letters letters -> new IconSet.Mark.Letters(letters.letters());
        };
    return IconSet.of(
        new IconSet.Sources(
            drawn,
            look.favicon().map(pictures),
            look.splash().map(pictures),
            look.splashDark().map(pictures),
            look.colour()));
  }

  private static byte[] manifest(String name, Optional<Colour> colour) {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("name", AppName.shown(name));
    manifest.put("short_name", brief(name));
    manifest.put("start_url", "/");
    manifest.put("display", "standalone");
    manifest.put("theme_color", colour.orElse(Colour.WHITE).toString());
    manifest.put("background_color", Colour.WHITE.toString());
    manifest.put(
        "icons",
        List.of(
            icon("logo.png", 500, "any"),
            icon("web-app-manifest-192x192.png", 192, "maskable"),
            icon("web-app-manifest-512x512.png", 512, "maskable")));
    // As the app's own has it: what is shared with the installed app becomes a message.
    manifest.put(
        "share_target",
        new TreeMap<>(Map.of("action", "/", "method", "GET", "params", Map.of("text", "shared"))));
    try {
      return Json.LENIENT.writeValueAsBytes(manifest);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can be written", e);
    }
  }

  private static Map<String, String> icon(String file, int side, String purpose) {
    Map<String, String> icon = new LinkedHashMap<>();
    icon.put("src", "/static/" + file);
    icon.put("sizes", "%1$dx%1$d".formatted(side));
    icon.put("type", "image/png");
    icon.put("purpose", purpose);
    return icon;
  }
}
