package io.innkeeper.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.innkeeper.settings.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal on a disk of four megabytes. */
class DiskFullTest {
  private static final JournalSettings SETTINGS =
      new JournalSettings(ByteSize.parse("1MiB"), Duration.ofDays(30));

  @TempDir private Path place;
  private Path disk;
  private Path filler;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(place.resolve("disk"));
    filler = disk.resolve("filler");
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()) == 0);
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", disk.toString());
  }

  @Test
  void diskFull() throws Exception {
    try (Journal journal = Journal.open(disk.resolve("journal"), SETTINGS, Clock.systemUTC())) {
      List<String> written = new ArrayList<>();
      Files.write(filler, new byte[2 << 20]);
      CompletableFuture<Boolean> last;
      int number = 0;
      do {
        String text = "record " + number++ + " " + "x".repeat(5_000);
        written.add(text);
        last = new CompletableFuture<>();
        journal.write((byte) 3, text.getBytes(UTF_8), last::complete);
      } while (last.get(10, TimeUnit.SECONDS));
      assertThat(journal.trouble()).isPresent();

      for (int i = 0; i < 100; i++) {
        String late = "a record of the full disk " + i + " " + "x".repeat(5_000);
        written.add(late);
        CompletableFuture<Boolean> heard = new CompletableFuture<>();
        journal.write((byte) 3, late.getBytes(UTF_8), heard::complete);
        if (i % 40 == 0) {
          assertThat(heard.get(10, TimeUnit.SECONDS)).as("nobody waits for room").isFalse();
        }
      }

      Files.delete(filler);
      await().until(() -> journal.trouble().isEmpty());
      CompletableFuture<Boolean> after = new CompletableFuture<>();
      journal.write((byte) 3, "after".getBytes(UTF_8), after::complete);
      assertThat(after.get(10, TimeUnit.SECONDS)).isTrue();
      assertThat(read(journal))
          .as("every record, also those of the full disk")
          .containsAll(written);
    }
  }

  private static List<String> read(Journal journal) throws IOException {
    List<String> texts = new ArrayList<>();
    try (JournalReader reader = journal.read(Position.START)) {
      reader.forEachRemaining(record -> texts.add(new String(record.payload(), UTF_8)));
    }
    return texts;
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
