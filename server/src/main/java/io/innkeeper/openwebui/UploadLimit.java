package io.innkeeper.openwebui;

/**
 * The largest upload a workspace may take, tied to its memory limit: the app reads an upload whole,
 * and indexing text costs far more than the file.
 *
 * <p>Measured on 0.12.4 with text files one after the other: 430 MB at a 1 MB file, 780 at 5, 1070
 * at 10, killed at 20 with a limit of 1 GiB. That is about 330 MB for the app itself and 75 MB for
 * each megabyte of text. We count 384 MiB and 80 MiB, so a chat beside the upload fits too.
 */
public final class UploadLimit {
  /** A workspace with less memory starts, but can't index a file. */
  public static final long LEAST_MEMORY_BYTES = 512L * 1024 * 1024;

  private static final long MEBIBYTE = 1024 * 1024;
  private static final long APP_MEBIBYTES = 384;
  private static final long MEBIBYTES_PER_MEGABYTE = 80;
  private static final long MOST_MEGABYTES = 200;

  private UploadLimit() {}

  /** Megabytes, between 1 and 200: 1 GiB gives 8, 2 GiB gives 20, 4 GiB gives 46. */
  public static int megabytes(long memoryBytes) {
    long spare = memoryBytes / MEBIBYTE - APP_MEBIBYTES;
    return (int) Math.clamp(spare / MEBIBYTES_PER_MEGABYTE, 1, MOST_MEGABYTES);
  }
}
