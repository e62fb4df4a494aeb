package io.innkeeper.branding.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** PNG files: written, and stripped of everything but the picture. */
final class Png {
  private static final int SIGNATURE = 8;
  private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  private Png() {}

  static byte[] of(BufferedImage canvas) {
    BufferedImage plain =
        new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = plain.createGraphics();
    graphics.drawImage(canvas, 0, 0, null);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      if (!ImageIO.write(plain, "png", stream)) throw new IllegalStateException("no PNG writer");
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written", e);
    }
    return out.toByteArray();
  }

  /**
   * The same picture without profiles, texts and whatever else a file may carry: compressed texts
   * are a way to fill memory, and metadata is nobody's business.
   */
  static byte[] stripped(byte[] png) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(png.length);
    out.write(png, 0, SIGNATURE);
    int at = SIGNATURE;
    while (at + 12 <= png.length) {
      int length = number(png, at);
      if (length < 0 || length > png.length - at - 12) throw new IOException("a chunk is cut off");
      String kind = new String(png, at + 4, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
      if (at == SIGNATURE && !kind.equals("IHDR")) throw new IOException("no header");
      CRC32 sum = new CRC32();
      sum.update(png, at + 4, length + 4);
      if ((int) sum.getValue() != number(png, at + 8 + length))
        throw new IOException("a chunk's checksum is wrong");
      if (PICTURE.contains(kind)) out.write(png, at, length + 12);
      at += length + 12;
      if (kind.equals("IEND")) return out.toByteArray();
    }
    throw new IOException("it ends too early");
  }

  static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | bytes[at + 3] & 0xff;
  }
}
