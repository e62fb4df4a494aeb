package io.innkeeper.branding.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All pictures the app shows, made from a mark and what replaces it here and there. Pure. */
public final class IconSet {
  /** How much of a phone's icon is sure to be seen, whatever shape the phone cuts. */
  private static final double SAFE = 0.7;

  private static final double NEARLY_ALL = 0.9;
  private static final int FAVICON = 512;
  private static final int LOGO = 500;

  private final Drawing mark;
  private final Drawing tab;
  private final Optional<Drawing> splash;
  private final Optional<Drawing> splashDark;
  private final Colour ground;

  /** Some files hold the same picture. */
  private final Map<BufferedImage, byte[]> written = new IdentityHashMap<>();

  private IconSet(Sources sources) {
    this.mark = new DrawnOnce(drawing(sources.mark()));
    this.tab = sources.tab().map(IconSet::once).orElse(mark);
    this.splash = sources.splash().map(IconSet::once);
    this.splashDark = sources.splashDark().map(IconSet::once);
    this.ground = ground(mark.within(96), sources.ground());
  }

  /** What a mark is drawn from. */
  public sealed interface Mark {
    record Drawn(Picture picture) implements Mark {}

    record Letters(LetterMark letters) implements Mark {}
  }

  /**
   * @param tab for the browser's tab, if not the mark
   * @param splash while the app loads, if not the mark
   * @param splashDark the same in the dark, if not made from the other
   * @param ground behind a mark that is light itself
   */
  public record Sources(
      Mark mark,
      Optional<Picture> tab,
      Optional<Picture> splash,
      Optional<Picture> splashDark,
      Optional<Colour> ground) {}

  /** Every file by its name, always the same bytes for the same sources. */
  public static Map<String, byte[]> of(Sources sources) {
    return new IconSet(sources).files();
  }

  private Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    BufferedImage favicon = square(tab, FAVICON);
    files.put("favicon.png", png(favicon));
    files.put("favicon-dark.png", png(Night.of(favicon)));
    files.put("favicon-96x96.png", png(square(tab, 96)));
    files.put("favicon.svg", tab.svg().getBytes(UTF_8));
    files.put("favicon.ico", Ico.of(squares(tab, 16, 32, 48)));
    BufferedImage logo = square(mark, LOGO);
    files.put("logo.png", png(logo));
    BufferedImage day = splash.map(own -> square(own, LOGO)).orElse(logo);
    files.put("splash.png", png(day));
    files.put(
        "splash-dark.png",
        png(splashDark.map(own -> square(own, LOGO)).orElseGet(() -> Night.of(day))));
    files.put("apple-touch-icon.png", png(phone(180)));
    files.put("web-app-manifest-192x192.png", png(phone(192)));
    files.put("web-app-manifest-512x512.png", png(phone(512)));
    return files;
  }

  private byte[] png(BufferedImage picture) {
    return written.computeIfAbsent(picture, Png::of);
  }

  private static Drawing once(Picture picture) {
    return new DrawnOnce(picture.drawing());
  }

  private static Drawing drawing(Mark mark) {
    return switch (mark) {
      case Mark.Drawn drawn -> drawn.picture().drawing();
      case Mark.Letters letters ->
          new VectorDrawing(SvgCleaner.clean(letters.letters().svg().getBytes(UTF_8)));
    };
  }

  private static BufferedImage square(Drawing drawing, int side) {
    return Canvas.squared(drawing.within(side), side);
  }

  private static List<BufferedImage> squares(Drawing drawing, int... sides) {
    List<BufferedImage> squares = new ArrayList<>();
    for (int side : sides) squares.add(square(drawing, side));
    return squares;
  }

  /** Phones cut icons to their own shape and show no transparency: full of colour to the edge. */
  private BufferedImage phone(int side) {
    BufferedImage whole = square(mark, side);
    Optional<Colour> own = ownGround(whole);
    if (own.isPresent()) return Canvas.on(own.get(), whole, side);
    int inside = (int) Math.round(side * SAFE);
    return Canvas.on(ground, mark.within(inside), side);
  }

  /** The colour a mark stands on itself: it fills nearly all and is the same at all four sides. */
  private static Optional<Colour> ownGround(BufferedImage square) {
    int side = square.getWidth();
    int solid = 0;
    for (int pixel : Canvas.pixels(square)) if (pixel >>> 24 > 250) solid++;
    if (solid < NEARLY_ALL * side * side) return Optional.empty();
    int edge = square.getRGB(side / 2, 1);
    boolean same =
        alike(edge, square.getRGB(1, side / 2))
            && alike(edge, square.getRGB(side - 2, side / 2))
            && alike(edge, square.getRGB(side / 2, side - 2));
    if (same) return Optional.of(new Colour(edge & 0xffffff));
    return solid == side * side ? Optional.of(Colour.WHITE) : Optional.empty();
  }

  private static boolean alike(int one, int other) {
    int most = 0;
    for (int shift = 0; shift < 32; shift += 8)
      most = Math.max(most, Math.abs((one >>> shift & 0xff) - (other >>> shift & 0xff)));
    return most <= 6;
  }

  /** White, unless the mark would be lost on it. */
  private static Colour ground(BufferedImage mark, Optional<Colour> wanted) {
    long seen = 0;
    long lost = 0;
    for (int pixel : Canvas.pixels(mark)) {
      if (pixel >>> 24 < 200) continue;
      seen++;
      if (new Colour(pixel & 0xffffff).contrast(Colour.WHITE) < 1.3) lost++;
    }
    return lost * 2 <= seen ? Colour.WHITE : wanted.orElse(Colour.NIGHT);
  }
}
