package io.innkeeper.branding.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door for pictures: what is told by content, what is cleaned, what is refused. */
class PictureTest {
  // A purple square on nothing, 64 by 64, lossless and lossy.
  private static final List<String> WEBP =
      List.of(
          "UklGRjAAAABXRUJQVlA4TCMAAAAvP8APEA8wT7M2oPMf8FDbtg3j/5+2U7Y+RvR/AlCf6eeVBwA=",
          "UklGRpoAAABXRUJQVlA4WAoAAAAQAAAAPwAAPwAAQUxQSBsAAAABDzD/ERFCbds2jP9/2k7Z+hjR/wlAfaafVx4A"
              + "VlA4IFgAAABQBQCdASpAAEAAPp1AmEmlpCKhN+gAsBOJQBoLlfZQmbwa1I85QnkPOTztKs+el3OpCqQA/vTS"
              + "//xz//jRf/9Hxf/B1fMvz5iZgnRksP/peU3ZVn7/M5oA");

  @Test
  void typeIsToldByContent() {
    assertThat(Picture.read(SamplePictures.disc(64)).type()).isEqualTo(PictureType.PNG);
    assertThat(Picture.read(SamplePictures.sprig()).type()).isEqualTo(PictureType.SVG);
    BufferedImage plain = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    assertThat(Picture.read(SamplePictures.written(plain, "jpeg")).type())
        .isEqualTo(PictureType.JPEG);
    assertThat(Picture.read(Ico.of(List.of(Canvas.of(plain)))).type()).isEqualTo(PictureType.ICO);
    assertRefused("picture-type", "GIF89a.........".getBytes(ISO_8859_1));
    assertRefused("picture-type", "<!doctype html><html><body>".getBytes(UTF_8));
    assertRefused("picture-type", "MZ not a picture".getBytes(UTF_8));
    assertRefused("picture-empty", new byte[0]);
  }

  @Test
  void webpIsRead() {
    for (String webp : WEBP) {
      Picture picture = Picture.read(Base64.getDecoder().decode(webp));
      assertThat(picture.type()).isEqualTo(PictureType.WEBP);
      assertThat(picture.width()).isEqualTo(64);
      int middle = picture.drawing().within(32).getRGB(16, 16);
      assertThat(middle >>> 24).isEqualTo(255);
      assertThat(middle >> 16 & 0xff).isBetween(0x6b - 6, 0x6b + 6);
    }
  }

  @Test
  void pixelBombIsRefusedBeforeItIsUnpacked() {
    assertRefused("picture-too-large", png(60_000, 60_000, new byte[0]));
    assertRefused("picture-too-large", png(4_000, 4_000, new byte[0]));
    assertRefused("picture-too-small", SamplePictures.disc(16));
  }

  @Test
  void textsThatUnfoldAreNotUnfolded() {
    byte[] bomb = deflated(new byte[64 * 1024 * 1024]);
    byte[] disc = SamplePictures.disc(128);
    byte[] text = chunk("zTXt", concat("Comment\0\0".getBytes(ISO_8859_1), bomb));
    byte[] mixed = concat(Arrays.copyOf(disc, 33), text, Arrays.copyOfRange(disc, 33, disc.length));
    assertThat(Picture.read(mixed).width()).isEqualTo(128);
  }

  @Test
  void brokenPicturesAreRefusedWithASentence() {
    byte[] disc = SamplePictures.disc(256);
    for (int cut = 9; cut < disc.length - 1; cut += disc.length / 40)
      assertRefused("picture-unreadable", Arrays.copyOf(disc, cut));
    byte[] flipped = disc.clone();
    flipped[60] ^= 0x40;
    assertRefused("picture-unreadable", flipped);
    assertRefused("picture-too-many-bytes", new byte[Picture.MOST_BYTES + 1]);
    assertRefused(
        "picture-invisible",
        SamplePictures.png(new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB)));
  }

  @Test
  void icoThatPointsOutsideItselfIsRefused() {
    byte[] ico = Ico.of(List.of(Canvas.of(SamplePictures.drawn(48, SamplePictures.PURPLE))));
    for (int at = 6; at < 40; at++) {
      byte[] wrong = ico.clone();
      wrong[at] = (byte) 0xff;
      try {
        Picture.read(wrong);
      } catch (Fault refused) {
        assertThat(refused.kind()).isEqualTo(Fault.Kind.INVALID);
      }
    }
    byte[] outside = ico.clone();
    outside[18] = (byte) 0xff;
    outside[19] = (byte) 0xff;
    outside[20] = (byte) 0xff;
    assertRefused("picture-unreadable", outside);
  }

  @Test
  void svgIsCleanedAndSaysOfWhat() {
    Picture picture =
        Picture.read(
            SamplePictures.svg(
                """
                <script>alert(1)</script>
                <rect width="64" height="64" fill="#6B4FA0" onload="alert(2)" onclick="x()"/>
                <a href="https://evil.example"><circle r="4"/></a>
                <use xlink:href="https://evil.example/x.svg#a"/>
                <rect x="1" y="1" width="2" height="2" fill="url(https://evil.example/p)"/>
                <rect width="2" height="2" style="fill:#fff;background:url(//evil.example)"/>
                <foreignObject><div xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>
                <animate attributeName="href" to="javascript:alert(3)"/>
                """));
    String kept = new String(picture.bytes(), UTF_8);
    assertThat(kept)
        .doesNotContain("script", "alert", "evil", "onload", "foreignObject", "animate", "<a ");
    assertThat(picture.removed())
        .contains("1 script", "2 event handlers", "1 link", "1 foreign object", "1 animation");
    assertThat(Picture.read(picture.bytes()).removed()).isEmpty();
  }

  @Test
  void stylesOfDesignProgramsStayAndWhatTheyLoadGoes() {
    Picture picture =
        Picture.read(
            SamplePictures.svg(
                """
                <style>@import url(https://evil.example/a.css);
                .a{fill:#6B4FA0;stroke:none} .b{fill:url(https://evil.example)}
                .c{stroke-dasharray:0.0001}</style>
                <rect class="a" width="64" height="64"/>
                """));
    assertThat(new String(picture.bytes(), UTF_8))
        .contains(".a{fill:#6B4FA0;stroke:none}")
        .doesNotContain("evil", "@import", "dasharray");
    assertThat(picture.drawing().within(16).getRGB(8, 8)).isEqualTo(0xff6b4fa0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><svg"
            + " xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><title>&b;</title></svg>",
        "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg"
            + " xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><desc>&x;</desc></svg>"
      })
  void entitiesAreRefused(String svg) {
    assertRefused("svg-entities", svg.getBytes(UTF_8));
  }

  @Test
  void copiesThatUnfoldAreRefused() {
    StringBuilder bomb = new StringBuilder("<g id=\"a0\"><rect width=\"9\" height=\"9\"/></g>");
    for (int i = 1; i < 12; i++)
      bomb.append("<g id=\"a")
          .append(i)
          .append("\">")
          .append(("<use href=\"#a" + (i - 1) + "\"/>").repeat(10))
          .append("</g>");
    assertRefused("svg-copies", SamplePictures.svg(bomb.toString()));
    assertRefused("svg-copies", SamplePictures.svg("<g id=\"a\"><use href=\"#a\"/></g>"));
    assertRefused(
        "svg-copies",
        SamplePictures.svg(
            "<mask id=\"m\"><rect mask=\"url(#m)\" width=\"9\" height=\"9\"/></mask>"
                + "<rect mask=\"url(#m)\" width=\"9\" height=\"9\"/>"));
    assertRefused(
        "svg-copies",
        SamplePictures.svg(
            "<style>.m{mask:url(#m)}</style><mask id=\"m\"><rect class=\"m\" width=\"9\""
                + " height=\"9\"/></mask><rect class=\"m\" width=\"9\" height=\"9\"/>"));
    for (String named :
        List.of("url( #m )", "url('#m')", "URL(#m)", "alpha url( '#m' )", "none, url(#m)")) {
      assertRefused(
          "svg-copies",
          SamplePictures.svg(
              "<mask id=\"m\"><rect mask=\"%1$s\" width=\"9\" height=\"9\"/></mask>"
                      .formatted(named)
                  + "<rect mask=\"url(#m)\" width=\"9\" height=\"9\"/>"));
      assertRefused(
          "svg-copies",
          SamplePictures.svg(
              "<style>.m{mask:%s}</style>".formatted(named)
                  + "<mask id=\"m\"><rect class=\"m\" width=\"9\" height=\"9\"/></mask>"
                  + "<rect class=\"m\" width=\"9\" height=\"9\"/>"));
    }
    assertRefused("svg-too-complex", SamplePictures.svg("<g>".repeat(99) + "</g>".repeat(99)));
  }

  @Test
  void whatWouldBeAnotherLogoWithoutItIsRefused() {
    assertRefused("svg-text", SamplePictures.svg("<text x=\"1\" y=\"9\">Wrzos</text>"));
    assertRefused("svg-image", SamplePictures.svg("<image href=\"data:image/png;base64,AAAA\"/>"));
    assertRefused("svg-empty", SamplePictures.svg("<g/>"));
    assertRefused(
        "svg-size", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>".getBytes(UTF_8));
    assertRefused("svg-unreadable", "<svg viewBox='0 0 1 1'><g></svg>".getBytes(UTF_8));
  }

  private static void assertRefused(String code, byte[] picture) {
    assertThatThrownBy(() -> Picture.read(picture))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.code()).isEqualTo(code);
              assertThat(fault.said()).isNotBlank();
            });
  }

  /** A PNG that says it is of this size, with whatever as its pixels. */
  private static byte[] png(int width, int height, byte[] pixels) {
    byte[] header = new byte[13];
    java.nio.ByteBuffer.wrap(header).putInt(width).putInt(height).put((byte) 8).put((byte) 6);
    return concat(
        "\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1),
        chunk("IHDR", header),
        chunk("IDAT", deflated(pixels)),
        chunk("IEND", new byte[0]));
  }

  private static byte[] chunk(String kind, byte[] content) {
    byte[] named = concat(kind.getBytes(ISO_8859_1), content);
    CRC32 sum = new CRC32();
    sum.update(named);
    return concat(number(content.length), named, number((int) sum.getValue()));
  }

  private static byte[] number(int value) {
    return java.nio.ByteBuffer.allocate(4).putInt(value).array();
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[65_536];
    while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
    deflater.end();
    return out.toByteArray();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) out.writeBytes(part);
    return out.toByteArray();
  }
}
