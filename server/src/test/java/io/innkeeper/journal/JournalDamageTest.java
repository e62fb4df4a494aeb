package io.innkeeper.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.settings.ByteSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Four records, the second of which the disk gives back otherwise than it was written. */
class JournalDamageTest {
  private static final JournalSettings SETTINGS =
      new JournalSettings(ByteSize.parse("32MiB"), Duration.ofDays(30));
  private static final Clock FIRST_SECOND = Clock.fixed(Instant.ofEpochSecond(1), ZoneOffset.UTC);
  private static final int SIZE = Frame.HEADER + "record 1".length();
  private static final int SECOND = SegmentFile.MAGIC.length + SIZE;

  /** What became of the second record. */
  private enum Harm {
    PAYLOAD(SECOND + Frame.HEADER + 3, new byte[] {'?'}),
    CHECKSUM(SECOND + 5, new byte[] {'?', '?'}),
    LENGTH_TOO_SHORT(SECOND + 3, new byte[] {2}),
    LENGTH_BEYOND_THE_END(SECOND, new byte[] {0, 1, 1, 1}),
    LENGTH_THAT_NONE_HAS(SECOND, new byte[] {-1, -1, -1, -1}),
    ZEROS(SECOND, new byte[SIZE]);

    private final int at;
    private final byte[] bytes;

    Harm(int at, byte[] bytes) {
      this.at = at;
      this.bytes = bytes;
    }
  }

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void whatStandsBehindDamageInTheLiveSegmentIsRead(Harm harm) throws Exception {
    try (Journal journal = open()) {
      fill(journal);
      damage(harm.at, harm.bytes);
      assertThat(read(journal)).containsExactly("record 0", "damage", "record 2", "record 3");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatStandsBehindDamageIsNotCutAtTheNextStart(Harm harm) throws Exception {
    try (Journal journal = open()) {
      fill(journal);
    }
    damage(harm.at, harm.bytes);
    try (Journal journal = open()) {
      assertThat(journal.recovery().cutBytes()).isZero();
      assertThat(read(journal)).containsExactly("record 0", "damage", "record 2", "record 3");
    }
    try (Journal later = open()) {
      assertThat(read(later))
          .as("an older segment")
          .containsExactly("record 0", "damage", "record 2", "record 3");
    }
  }

  @Test
  void whatIsSaidToBeOnDiskCannotVanishAtTheLiveEnd() throws Exception {
    try (Journal journal = open()) {
      fill(journal);
      damage(SECOND, new byte[3 * SIZE]);
      assertThat(read(journal)).containsExactly("record 0", "damage");
      write(journal, "afterwards");
      assertThat(read(journal)).containsExactly("record 0", "damage", "afterwards");
    }
  }

  @Test
  void aDamagedMarkAtTheBeginningHidesNothing() throws Exception {
    try (Journal journal = open()) {
      fill(journal);
    }
    damage(2, new byte[] {'?'});
    try (Journal journal = open()) {
      assertThat(read(journal)).hasSize(5).startsWith("damage", "record 0").endsWith("record 3");
    }
  }

  @Test
  void aDamagedRecordSaysWhereItLies() throws Exception {
    try (Journal journal = open()) {
      fill(journal);
      damage(Harm.PAYLOAD.at, Harm.PAYLOAD.bytes);
      try (JournalReader reader = journal.read(Position.START)) {
        reader.next();
        JournalRecord damaged = reader.next();
        assertThat(damaged.at()).isEqualTo(new Position(1, SECOND));
        assertThat(damaged.next()).isEqualTo(reader.next().at());
        assertThat(damaged.payload()).hasSize(SIZE);
      }
    }
  }

  private Journal open() throws IOException {
    return Journal.open(directory, SETTINGS, FIRST_SECOND);
  }

  private void damage(int at, byte[] bytes) throws IOException {
    Path segment = SegmentFile.path(directory, 1);
    try (FileChannel file = FileChannel.open(segment, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(bytes), at);
    }
  }

  private static void fill(Journal journal) throws Exception {
    for (int i = 0; i < 4; i++) write(journal, "record " + i);
  }

  private static void write(Journal journal, String text) throws Exception {
    CompletableFuture<Boolean> safe = new CompletableFuture<>();
    journal.write((byte) 3, text.getBytes(UTF_8), safe::complete);
    assertThat(safe.get(10, TimeUnit.SECONDS)).isTrue();
  }

  private static List<String> read(Journal journal) throws IOException {
    List<String> texts = new ArrayList<>();
    try (JournalReader reader = journal.read(Position.START)) {
      reader.forEachRemaining(
          record -> texts.add(record.whole() ? new String(record.payload(), UTF_8) : "damage"));
    }
    return texts;
  }
}
