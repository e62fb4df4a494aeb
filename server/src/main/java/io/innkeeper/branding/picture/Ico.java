package io.innkeeper.branding.picture;

import com.twelvemonkeys.imageio.plugins.bmp.ICOImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** ICO files: several sizes of one picture, written as bitmaps that every browser reads. */
final class Ico {
  private static final int HEADER = 6;
  private static final int ENTRY = 16;
  private static final int BITMAP_HEADER = 40;
  private static final int LARGEST = 256;
  private static final int MOST_ENTRIES = 64;

  private Ico() {}

  /** One file of these squares, the smallest first. */
  static byte[] of(List<BufferedImage> squares) {
    int size = HEADER + squares.size() * ENTRY;
    for (BufferedImage square : squares) size += bytes(square.getWidth());
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) 0).putShort((short) 1).putShort((short) squares.size());
    int at = HEADER + squares.size() * ENTRY;
    for (BufferedImage square : squares) {
      int side = square.getWidth();
      out.put((byte) side).put((byte) side).putShort((short) 0);
      out.putShort((short) 1).putShort((short) 32).putInt(bytes(side)).putInt(at);
      at += bytes(side);
    }
    for (BufferedImage square : squares) bitmap(out, square);
    return out.array();
  }

  private static void bitmap(ByteBuffer out, BufferedImage square) {
    int side = square.getWidth();
    // Twice as high as it is: the mask is counted too.
    out.putInt(BITMAP_HEADER)
        .putInt(side)
        .putInt(2 * side)
        .putShort((short) 1)
        .putShort((short) 32);
    out.putInt(0).putInt(4 * side * side).putInt(0).putInt(0).putInt(0).putInt(0);
    for (int y = side - 1; y >= 0; y--)
      for (int x = 0; x < side; x++) out.putInt(square.getRGB(x, y));
    for (int y = side - 1; y >= 0; y--) {
      byte[] row = new byte[maskRow(side)];
      for (int x = 0; x < side; x++)
        if (square.getRGB(x, y) >>> 24 == 0) row[x / 8] |= (byte) (0x80 >> x % 8);
      out.put(row);
    }
  }

  private static int bytes(int side) {
    return BITMAP_HEADER + 4 * side * side + maskRow(side) * side;
  }

  private static int maskRow(int side) {
    return (side + 31) / 32 * 4;
  }

  /** The largest picture inside: a PNG as it is, or an ICO that holds this one alone. */
  static byte[] largest(byte[] ico) throws IOException {
    if (ico.length < HEADER + ENTRY) throw new IOException("it ends too early");
    ByteBuffer in = ByteBuffer.wrap(ico).order(ByteOrder.LITTLE_ENDIAN);
    int count = in.getShort(4) & 0xffff;
    if (count == 0 || count > MOST_ENTRIES || ico.length < HEADER + count * ENTRY)
      throw new IOException("its directory is wrong");
    int best = HEADER;
    for (int i = 1; i < count; i++)
      if (side(ico, HEADER + i * ENTRY) > side(ico, best)) best = HEADER + i * ENTRY;
    int length = in.getInt(best + 8);
    int from = in.getInt(best + 12);
    if (length < BITMAP_HEADER || from < 0 || from > ico.length - length)
      throw new IOException("its directory points outside");
    byte[] picture = Arrays.copyOfRange(ico, from, from + length);
    if (picture[0] == (byte) 0x89) return picture;
    return alone(ico, best, picture);
  }

  private static byte[] alone(byte[] ico, int entry, byte[] bitmap) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(bitmap).order(ByteOrder.LITTLE_ENDIAN);
    int width = header.getInt(4);
    int height = header.getInt(8);
    if (width < 1 || width > LARGEST || height < 1 || height > 2 * LARGEST)
      throw new IOException("its bitmap is larger than an icon");
    ByteBuffer out =
        ByteBuffer.allocate(HEADER + ENTRY + bitmap.length).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) 0).putShort((short) 1).putShort((short) 1);
    out.put(ico, entry, 8).putInt(bitmap.length).putInt(HEADER + ENTRY).put(bitmap);
    return out.array();
  }

  static BufferedImage decode(byte[] alone) throws IOException {
    return Rasters.read(new ICOImageReaderSpi(), alone);
  }

  private static int side(byte[] ico, int entry) {
    int width = ico[entry] & 0xff;
    return width == 0 ? LARGEST : width;
  }
}
