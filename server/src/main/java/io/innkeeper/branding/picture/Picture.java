package io.innkeeper.branding.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.fault.Fault;
import java.awt.image.BufferedImage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One picture that passed the door: its type by its content, its size measured, an SVG cleaned. Its
 * digest is its name.
 */
public final class Picture {
  public static final int MOST_BYTES = 2 * 1024 * 1024;

  private static final int GOOD_SIDE = 512;

  private final PictureType type;
  private final byte[] bytes;
  private final int width;
  private final int height;
  private final List<String> removed;

  private Picture(PictureType type, byte[] bytes, int width, int height, List<String> removed) {
    this.type = type;
    this.bytes = bytes.clone();
    this.width = width;
    this.height = height;
    this.removed = List.copyOf(removed);
  }

  /**
   * The door.
   *
   * @throws Fault INVALID for what is no usable picture
   */
  public static Picture read(byte[] given) {
    if (given.length == 0) throw Fault.invalid("picture-empty", "The picture is empty.");
    if (given.length > MOST_BYTES)
      throw Fault.of(
              Fault.Kind.TOO_LARGE,
              "picture-too-many-bytes",
              "The picture has %.1f MB; at most 2 MB are taken.".formatted(given.length / 1e6))
          .advising("Save it smaller: 1,024 by 1,024 is more than is ever shown.");
    PictureType type = PictureType.of(given);
    if (type == PictureType.SVG) {
      CleanSvg clean = SvgCleaner.clean(given);
      VectorDrawing drawn = new VectorDrawing(clean);
      BufferedImage shape = drawn.within(GOOD_SIDE);
      return new Picture(
          type, clean.text().getBytes(UTF_8), shape.getWidth(), shape.getHeight(), clean.removed());
    }
    BufferedImage decoded = Rasters.decode(type, given);
    refuseInvisible(decoded);
    return new Picture(type, given, decoded.getWidth(), decoded.getHeight(), List.of());
  }

  /** One that passed before and was kept. */
  public static Picture kept(
      PictureType type, byte[] bytes, int width, int height, List<String> removed) {
    return new Picture(type, bytes, width, height, removed);
  }

  /**
   * Whether one that was kept would pass the door today.
   *
   * @throws Fault INVALID when the rules for SVGs have become stricter since
   */
  public void recheck() {
    if (type == PictureType.SVG) SvgCleaner.clean(bytes);
  }

  private static void refuseInvisible(BufferedImage decoded) {
    if (Canvas.visible(Canvas.of(decoded)).isEmpty())
      throw Fault.invalid("picture-invisible", "Everything in the picture is transparent.");
  }

  Drawing drawing() {
    return type == PictureType.SVG
        ? new VectorDrawing(SvgCleaner.clean(bytes))
        : new RasterDrawing(Rasters.decode(type, bytes));
  }

  public PictureType type() {
    return type;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** What cleaning took out, in words. */
  public List<String> removed() {
    return removed;
  }

  /** Whether it is so small that the larger files come out soft. */
  public boolean coarse() {
    return type != PictureType.SVG && Math.max(width, height) < GOOD_SIDE;
  }

  /** SHA-256 of what is kept, 64 hexadecimal digits. */
  public String digest() {
    return digest(bytes);
  }

  public static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
