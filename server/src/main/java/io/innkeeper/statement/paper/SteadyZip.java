package io.innkeeper.statement.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.function.BinaryOperator;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook's zip without the time it was made at. The workbook's library writes zips with sizes
 * that Java's reader of streams refuses, and its reader of files would want them on disk; the
 * directory at a zip's end names every part, so the parts are taken from there.
 */
final class SteadyZip {
  /** The first month a zip can name would be written with the machine's time zone besides. */
  private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

  private static final int DIRECTORY_END = 22;
  private static final int DIRECTORY_ENTRY = 46;
  private static final int LOCAL_HEADER = 30;

  private final ByteBuffer zip;

  private SteadyZip(byte[] zip) {
    this.zip = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The same texts in the same order, all of the same time.
   *
   * @param zip without a comment at its end, all its parts packed texts in UTF-8
   * @param change given a part's name and text, what it is to hold
   */
  static byte[] of(byte[] zip, BinaryOperator<String> change) throws IOException {
    return new SteadyZip(zip).copied(change);
  }

  private byte[] copied(BinaryOperator<String> change) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(zip.capacity());
    try (ZipOutputStream steady = new ZipOutputStream(out)) {
      int end = zip.capacity() - DIRECTORY_END;
      int entry = zip.getInt(end + 16);
      for (int left = zip.getShort(end + 10); left > 0; left--) {
        String name = new String(zip.array(), entry + DIRECTORY_ENTRY, length(entry + 28), UTF_8);
        ZipEntry file = new ZipEntry(name);
        file.setTimeLocal(ALWAYS);
        steady.putNextEntry(file);
        steady.write(change.apply(name, text(zip.getInt(entry + 42))).getBytes(UTF_8));
        steady.closeEntry();
        entry += DIRECTORY_ENTRY + length(entry + 28) + length(entry + 30) + length(entry + 32);
      }
    }
    return out.toByteArray();
  }

  /** What the part holds whose own header is there. */
  private String text(int header) throws IOException {
    int start = header + LOCAL_HEADER + length(header + 26) + length(header + 28);
    Inflater inflater = new Inflater(true);
    try (InflaterInputStream in =
        new InflaterInputStream(
            new ByteArrayInputStream(zip.array(), start, zip.capacity() - start), inflater)) {
      return new String(in.readAllBytes(), UTF_8);
    } finally {
      inflater.end();
    }
  }

  private int length(int at) {
    return Short.toUnsignedInt(zip.getShort(at));
  }
}
