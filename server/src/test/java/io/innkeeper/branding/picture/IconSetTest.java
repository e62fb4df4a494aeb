package io.innkeeper.branding.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.branding.picture.LetterMark.Shaped;
import io.innkeeper.branding.picture.LetterMark.Typeface;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is made of one good source. */
class IconSetTest {
  private static final int PURPLE = 0xff6b4fa0;
  private static final Map<String, byte[]> OF_PNG = of(SamplePictures.disc(600));
  private static final Map<String, byte[]> OF_SVG = of(SamplePictures.sprig());

  @ParameterizedTest
  @CsvSource({
    "favicon.png, 512",
    "favicon-dark.png, 512",
    "favicon-96x96.png, 96",
    "logo.png, 500",
    "splash.png, 500",
    "splash-dark.png, 500",
    "apple-touch-icon.png, 180",
    "web-app-manifest-192x192.png, 192",
    "web-app-manifest-512x512.png, 512"
  })
  void everyFileHasTheSizeTheAppSays(String file, int side) {
    for (Map<String, byte[]> files : List.of(OF_PNG, OF_SVG)) {
      BufferedImage picture = read(files.get(file));
      assertThat(picture.getWidth()).isEqualTo(side);
      assertThat(picture.getHeight()).isEqualTo(side);
    }
  }

  @Test
  void emptyMarginsGoAndEdgesStayClean() {
    BufferedImage favicon = read(OF_PNG.get("favicon.png"));
    assertThat(favicon.getRGB(256, 256)).isEqualTo(PURPLE);
    assertThat(favicon.getRGB(256, 2)).isEqualTo(PURPLE);
    assertThat(favicon.getRGB(0, 0) >>> 24).isZero();
    // Half transparent edges keep the colour: no dark fringe.
    for (int x = 0; x < 512; x++) {
      int pixel = favicon.getRGB(x, 100);
      if (pixel >>> 24 < 40) continue;
      assertThat(pixel >> 16 & 0xff).isBetween(0x6b - 8, 0x6b + 8);
      assertThat(pixel & 0xff).isBetween(0xa0 - 8, 0xa0 + 8);
    }
  }

  @Test
  void edgesAreSharpAtSixteenPixels() {
    BufferedImage halves = new BufferedImage(512, 512, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = halves.createGraphics();
    graphics.setColor(Color.BLACK);
    graphics.fillRect(0, 0, 256, 512);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(256, 0, 256, 512);
    graphics.dispose();
    BufferedImage small = new RasterDrawing(halves).within(16);
    assertThat(small.getRGB(7, 8) & 0xff).isLessThan(24);
    assertThat(small.getRGB(8, 8) & 0xff).isGreaterThan(231);
    assertThat(small.getRGB(5, 8) & 0xff).isLessThan(8);
  }

  @Test
  void vectorAndRasterOfOneDiscAreAlike() {
    byte[] svg = SamplePictures.svg("<circle cx=\"32\" cy=\"32\" r=\"24\" fill=\"#6B4FA0\"/>");
    BufferedImage drawn = read(of(svg).get("favicon-96x96.png"));
    BufferedImage scaled = read(OF_PNG.get("favicon-96x96.png"));
    long difference = 0;
    for (int y = 0; y < 96; y++)
      for (int x = 0; x < 96; x++)
        difference += Math.abs((drawn.getRGB(x, y) >>> 24) - (scaled.getRGB(x, y) >>> 24));
    assertThat(difference / (96.0 * 96)).isLessThan(2);
  }

  @Test
  void icoHoldsThreeSizesThatAnyReaderReads() throws IOException {
    byte[] ico = OF_SVG.getOrDefault("favicon.ico", new byte[0]);
    ByteBuffer header = ByteBuffer.wrap(ico).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(header.getShort(2)).isEqualTo((short) 1);
    assertThat(header.getShort(4)).isEqualTo((short) 3);
    assertThat(ico[6]).isEqualTo((byte) 16);
    assertThat(ico[22]).isEqualTo((byte) 32);
    assertThat(ico[38]).isEqualTo((byte) 48);
    BufferedImage largest = Rasters.decode(PictureType.ICO, ico);
    assertThat(largest.getWidth()).isEqualTo(48);
    assertThat(largest.getRGB(4, 24)).isEqualTo(PURPLE);
    assertThat(largest.getRGB(0, 0) >>> 24).isLessThan(60);
  }

  @Test
  void phonesGetAFullSquareWithTheMarkInItsSafeMiddle() {
    BufferedImage icon = read(OF_PNG.get("apple-touch-icon.png"));
    assertThat(icon.getRGB(0, 0)).isEqualTo(0xffffffff);
    assertThat(icon.getRGB(90, 90)).isEqualTo(PURPLE);
    assertThat(icon.getRGB(90, 20)).isEqualTo(0xffffffff);
    byte[] white = SamplePictures.png(SamplePictures.drawn(600, Color.WHITE));
    assertThat(read(of(white).get("apple-touch-icon.png")).getRGB(0, 0)).isEqualTo(0xff171717);
  }

  @Test
  void markThatStandsOnItsOwnColourFillsThePhonesIconWithIt() {
    BufferedImage icon = read(OF_SVG.get("apple-touch-icon.png"));
    for (int at : new int[] {0, 179}) assertThat(icon.getRGB(at, 179 - at)).isEqualTo(PURPLE);
  }

  @Test
  void darkMarkIsTurnedLightForTheDarkAndOthersAreLeft() {
    byte[] black = SamplePictures.png(SamplePictures.drawn(600, new Color(0x101820)));
    Map<String, byte[]> files = of(black);
    assertThat(read(files.get("splash.png")).getRGB(250, 250)).isEqualTo(0xff101820);
    Colour light = new Colour(read(files.get("splash-dark.png")).getRGB(250, 250) & 0xffffff);
    assertThat(light.contrast(Colour.NIGHT)).isGreaterThan(10);
    assertThat(OF_SVG.get("splash-dark.png")).isEqualTo(OF_SVG.get("splash.png"));
  }

  @ParameterizedTest
  @EnumSource(Typeface.class)
  void lettersOfEveryTypefaceStandInTheMiddleOfEveryShape(Typeface typeface) {
    for (Shaped shape : Shaped.values()) {
      LetterMark mark =
          new LetterMark("KŁ", typeface, shape, Colour.parse("ground", "#6B4FA0"), Colour.WHITE);
      Map<String, byte[]> files = IconSet.of(sources(new IconSet.Mark.Letters(mark)));
      String svg = new String(files.getOrDefault("favicon.svg", new byte[0]), UTF_8);
      assertThat(svg).contains("<path").doesNotContain("<text");
      BufferedImage icon = read(files.get("favicon.png"));
      assertThat(icon.getRGB(0, 0) >>> 24).isEqualTo(shape == Shaped.SQUARE ? 255 : 0);
      long ink = 0;
      for (int pixel : icon.getRGB(0, 0, 512, 512, null, 0, 512)) if (pixel == 0xffffffff) ink++;
      assertThat(ink).isGreaterThan(5_000);
    }
  }

  @Test
  void sameSourceGivesTheSameBytes() {
    assertThat(of(SamplePictures.sprig()).keySet()).isEqualTo(OF_SVG.keySet());
    of(SamplePictures.sprig())
        .forEach((file, bytes) -> assertThat(bytes).as(file).isEqualTo(OF_SVG.get(file)));
  }

  @Test
  void wideLogoKeepsItsShape() {
    BufferedImage wide = new BufferedImage(800, 200, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = wide.createGraphics();
    graphics.setColor(SamplePictures.PURPLE);
    graphics.fillRect(0, 0, 800, 200);
    graphics.dispose();
    BufferedImage logo = read(of(SamplePictures.png(wide)).get("logo.png"));
    assertThat(logo.getRGB(250, 250)).isEqualTo(PURPLE);
    assertThat(logo.getRGB(250, 180) >>> 24).isZero();
    assertThat(logo.getRGB(2, 250)).isEqualTo(PURPLE);
  }

  private static Map<String, byte[]> of(byte[] picture) {
    return IconSet.of(sources(new IconSet.Mark.Drawn(Picture.read(picture))));
  }

  private static IconSet.Sources sources(IconSet.Mark mark) {
    return new IconSet.Sources(
        mark, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static BufferedImage read(byte @org.jspecify.annotations.Nullable [] png) {
    try {
      assertThat(png).isNotNull();
      return ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(png)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
