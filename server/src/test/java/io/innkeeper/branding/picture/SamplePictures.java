package io.innkeeper.branding.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures for tests, drawn here. */
public final class SamplePictures {
  public static final Color PURPLE = new Color(0x6B4FA0);

  private SamplePictures() {}

  /** A purple disc on nothing, with an empty margin around it. */
  public static byte[] disc(int side) {
    return png(drawn(side, PURPLE));
  }

  static BufferedImage drawn(int side, Color colour) {
    BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = Canvas.graphics(picture);
    graphics.setColor(colour);
    graphics.fillOval(side / 8, side / 8, side * 3 / 4, side * 3 / 4);
    graphics.dispose();
    return picture;
  }

  static byte[] png(BufferedImage picture) {
    return written(picture, "png");
  }

  static byte[] written(BufferedImage picture, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(picture, format, out)) throw new IllegalStateException("no " + format);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A sprig on a rounded square, as designers' programs write it. */
  public static byte[] sprig() {
    return svg(
        """
        <rect width="64" height="64" rx="14" fill="#6B4FA0"/>
        <path fill="#fff" d="M32 10c4 6 4 12 0 18c-4-6-4-12 0-18zM20 22c6 2 9 6 10 13c-7-2-10-6-10-13z\
        M44 22c-6 2-9 6-10 13c7-2 10-6 10-13zM31 30h2v24h-2z"/>
        """);
  }

  public static byte[] svg(String inner) {
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
            + " viewBox=\"0 0 64 64\">"
            + inner
            + "</svg>")
        .getBytes(UTF_8);
  }
}
