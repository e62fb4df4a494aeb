package io.innkeeper.branding.picture;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import io.innkeeper.fault.Fault;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Pixels out of files that strangers made: measured first, one at a time, every failure said. */
final class Rasters {
  /** As many as 2,900 by 2,900: 34 MB once unpacked. */
  static final int MOST_PIXELS = 1 << 23;

  static final int LONGEST_SIDE = 8_192;
  static final int SMALLEST_SIDE = 32;

  // What unpacks to tens of megabytes is unpacked one after the other.
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private Rasters() {}

  /** Unpacks a raster picture of this type. */
  static BufferedImage decode(PictureType type, byte[] bytes) {
    ONE_AT_A_TIME.lock();
    try {
      return switch (type) {
        case PNG -> read(spi("png"), Png.stripped(bytes));
        case JPEG -> read(spi("jpeg"), bytes);
        case WEBP -> read(new WebPImageReaderSpi(), bytes);
        case ICO -> icon(Ico.largest(bytes));
        case SVG -> throw new IllegalArgumentException("no pixels in an SVG");
      };
    } catch (IOException | RuntimeException e) {
      if (e instanceof Fault refused) throw refused;
      throw unreadable(type, e);
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  private static BufferedImage icon(byte[] largest) throws IOException {
    return largest[0] == (byte) 0x89
        ? read(spi("png"), Png.stripped(largest))
        : Ico.decode(largest);
  }

  static BufferedImage read(ImageReaderSpi spi, byte[] bytes) throws IOException {
    ImageReader reader = spi.createReaderInstance();
    try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(stream, true, true);
      measure(reader.getWidth(0), reader.getHeight(0));
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  private static void measure(int width, int height) {
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
      throw Fault.invalid(
              "picture-too-large",
              "The picture says it is %d by %d pixels; at most 8 million are unpacked."
                  .formatted(width, height))
          .advising("Save it at 1,024 by 1,024; no more is ever shown.");
    }
    if (width < SMALLEST_SIDE && height < SMALLEST_SIDE) {
      throw Fault.invalid(
              "picture-too-small", "The picture is only %d by %d pixels.".formatted(width, height))
          .advising("Give one of at least 512 by 512, or an SVG.");
    }
  }

  private static ImageReaderSpi spi(String format) {
    return ImageIO.getImageReadersByFormatName(format).next().getOriginatingProvider();
  }

  private static Fault unreadable(PictureType type, Exception cause) {
    String kind = String.valueOf(cause.getMessage());
    Fault fault =
        Fault.invalid(
            "picture-unreadable",
            "The picture begins like a " + type.name() + " but could not be read to its end.");
    return (kind.contains("Unsupported Image Type") || kind.contains("Inconsistent metadata")
            ? fault.advising("It may be made for print (CMYK). Save it as RGB.")
            : fault.advising("Save it again, as PNG or SVG."))
        .because(cause);
  }
}
