package io.innkeeper;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedFilesTest {
  private static final int KILOBYTES = 4_096;
  private static final Path MAPS = Path.of("/proc/self/smaps");

  @TempDir Path folder;

  @Test
  void pagesThatWereReadAreGivenBackAndComeAgain() throws IOException {
    assumeTrue(Files.isReadable(MAPS), "only Linux tells what is resident");
    byte[] bytes = new byte[KILOBYTES << 10];
    new Random(7).nextBytes(bytes);
    Path file = Files.write(folder.resolve("mapped"), bytes);
    try (FileChannel channel = FileChannel.open(file, READ, WRITE)) {
      channel.force(true); // a page that isn't on the disk yet can't be given back
      MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, bytes.length);
      mapped.load();
      assertThat(resident(file)).isGreaterThan(KILOBYTES / 2);

      MappedFiles.giveBack();

      assertThat(resident(file)).isLessThan(KILOBYTES / 2);
      byte[] again = new byte[bytes.length];
      mapped.get(0, again);
      assertThat(again).isEqualTo(bytes);
    }
  }

  /** Kilobytes of a mapped file that are in memory as this process's. */
  private static long resident(Path file) throws IOException {
    List<String> lines = Files.readAllLines(MAPS);
    long kilobytes = 0;
    boolean here = false;
    for (String line : lines) {
      if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) here = line.endsWith(file.toString());
      if (here && line.startsWith("Rss:")) kilobytes += Long.parseLong(line.split("\\s+")[1]);
    }
    return kilobytes;
  }
}
