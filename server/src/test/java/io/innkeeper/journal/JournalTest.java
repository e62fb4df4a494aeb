package io.innkeeper.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.settings.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final JournalSettings SETTINGS =
      new JournalSettings(ByteSize.parse("32MiB"), Duration.ofDays(30));

  /** The first second, so that the first segment is number 1. */
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1), ZoneOffset.UTC);

  @TempDir private Path directory;

  @Test
  void whatWasConfirmedIsReadAgainInOrder() throws Exception {
    try (Journal journal = open()) {
      for (int i = 0; i < 100; i++) confirmed(journal, "record " + i);
    }
    assertThat(texts()).hasSize(100).startsWith("record 0").endsWith("record 99");
  }

  @Test
  void manyWritersShareFewFlushes() throws Exception {
    int writers = 64;
    try (Journal journal = open()) {
      CountDownLatch safe = new CountDownLatch(writers * 50);
      for (int writer = 0; writer < writers; writer++) {
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int i = 0; i < 50; i++) {
                    journal.write((byte) 3, "x".getBytes(UTF_8), ok -> safe.countDown());
                  }
                });
      }
      assertThat(safe.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(journal.figures().records()).isEqualTo(3200);
      assertThat(journal.figures().flushes()).isLessThan(3200);
    }
    assertThat(texts()).hasSize(3200);
  }

  /** The named promise: whatever byte a crash cut the last segment at, whole records survive. */
  @Test
  void journalTornAnywhere() throws Exception {
    try (Journal journal = open()) {
      for (int i = 0; i < 8; i++) confirmed(journal, "record number " + i);
    }
    Path segment = SegmentFile.path(directory, 1);
    byte[] whole = Files.readAllBytes(segment);
    List<Long> ends = ends();
    for (int cut = 0; cut <= whole.length; cut++) {
      Path place = Files.createTempDirectory(directory, "cut");
      byte[] torn = java.util.Arrays.copyOf(whole, cut);
      Files.write(SegmentFile.path(place, 1), torn);
      int atCut = cut;
      long expected = ends.stream().filter(end -> end <= atCut).count();
      try (Journal journal = Journal.open(place, SETTINGS, CLOCK)) {
        assertThat(read(journal)).as("cut at %d", cut).hasSize((int) expected);
        confirmed(journal, "afterwards");
        assertThat(read(journal)).hasSize((int) expected + 1).endsWith("afterwards");
      }
    }
  }

  @Test
  void aLastRecordThatIsDamagedIsPutAside() throws Exception {
    try (Journal journal = open()) {
      for (int i = 0; i < 4; i++) confirmed(journal, "record number " + i);
    }
    Path segment = SegmentFile.path(directory, 1);
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length - 3] ^= 1;
    Files.write(segment, bytes);
    try (Journal journal = open()) {
      assertThat(read(journal)).hasSize(3);
      assertThat(journal.recovery().cutBytes()).isPositive();
      assertThat(journal.recovery().kept()).hasValueSatisfying(kept -> assertThat(kept).exists());
    }
  }

  @Test
  void positionsGrowAcrossSegmentsAndRestarts() throws Exception {
    JournalSettings tiny = new JournalSettings(ByteSize.parse("1KiB"), Duration.ofDays(30));
    for (int start = 0; start < 3; start++) {
      try (Journal journal = Journal.open(directory, tiny, CLOCK)) {
        for (int i = 0; i < 40; i++) confirmed(journal, "a record of some length " + i);
      }
    }
    List<Position> positions = new ArrayList<>();
    try (Journal journal = open();
        JournalReader reader = journal.read(Position.START)) {
      reader.forEachRemaining(record -> positions.add(record.at()));
    }
    assertThat(positions).hasSize(120).isSorted().doesNotHaveDuplicates();
    assertThat(positions.getLast().segment()).isGreaterThan(3);
  }

  @Test
  void readingGoesOnWhereItEnded() throws Exception {
    try (Journal journal = open()) {
      for (int i = 0; i < 10; i++) confirmed(journal, "record " + i);
      Position middle;
      try (JournalReader reader = journal.read(Position.START)) {
        for (int i = 0; i < 4; i++) reader.next();
        middle = reader.next().next();
      }
      try (JournalReader reader = journal.read(middle)) {
        assertThat(new String(reader.next().payload(), UTF_8)).isEqualTo("record 5");
      }
    }
  }

  @Test
  void onlyDrainedAndOldSegmentsAreForgotten() throws Exception {
    for (int start = 0; start < 3; start++) {
      try (Journal journal = open()) {
        confirmed(journal, "start " + start);
      }
    }
    try (Journal journal = open()) {
      Instant soon = Instant.now().plusSeconds(60);
      assertThat(journal.forget(new Position(2, 0), soon.minusSeconds(3600))).isZero();
      assertThat(journal.forget(new Position(2, 0), soon)).isEqualTo(1);
      assertThat(read(journal)).containsExactly("start 1", "start 2");
    }
  }

  @Test
  void aFolderInTheLostOnesPlaceIsKnownAndBeginsBehindIt() throws Exception {
    Clock later = Clock.offset(CLOCK, Duration.ofDays(1));
    Position lost;
    try (Journal journal = open()) {
      confirmed(journal, "lost");
      lost = journal.durable();
      assertThat(journal.holds(lost)).isTrue();
    }
    try (Journal journal = Journal.open(directory.resolve("other"), SETTINGS, later)) {
      assertThat(journal.holds(lost)).isFalse();
      assertThat(journal.recovery().end()).isGreaterThan(lost);
      assertThat(journal.durable()).isGreaterThan(lost);
    }
  }

  private Journal open() throws IOException {
    return Journal.open(directory, SETTINGS, CLOCK);
  }

  private static void confirmed(Journal journal, String text) throws Exception {
    CompletableFuture<Boolean> safe = new CompletableFuture<>();
    journal.write((byte) 3, text.getBytes(UTF_8), safe::complete);
    assertThat(safe.get(10, TimeUnit.SECONDS)).isTrue();
  }

  private List<String> texts() throws IOException {
    try (Journal journal = open()) {
      return read(journal);
    }
  }

  private List<Long> ends() throws IOException {
    List<Long> ends = new ArrayList<>();
    try (JournalReader reader =
        new JournalReader(directory, Position.START, new Position(1, Long.MAX_VALUE))) {
      reader.forEachRemaining(record -> ends.add(record.next().offset()));
    }
    return ends;
  }

  private static List<String> read(Journal journal) throws IOException {
    List<String> texts = new ArrayList<>();
    try (JournalReader reader = journal.read(Position.START)) {
      reader.forEachRemaining(record -> texts.add(new String(record.payload(), UTF_8)));
    }
    return texts;
  }
}
