package io.innkeeper.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.settings.ByteSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal's thread when more than a disk fails; each segment takes one flush. */
class JournalWriterTest {
  private static final ByteSize TINY = ByteSize.parse("16");

  @TempDir private Path directory;

  private JournalWriter writer(JournalWriter.Segments segments) throws IOException {
    JournalWriter writer =
        new JournalWriter(directory, SegmentFile.create(directory, 1), TINY, segments);
    writer.start();
    return writer;
  }

  private static CompletableFuture<Boolean> add(JournalWriter writer, String text) {
    CompletableFuture<Boolean> safe = new CompletableFuture<>();
    writer.add((byte) 3, text.getBytes(UTF_8), Optional.of(safe::complete));
    return safe;
  }

  private static boolean heard(CompletableFuture<Boolean> safe) throws Exception {
    return safe.get(10, TimeUnit.SECONDS);
  }

  private List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    Position all = new Position(Long.MAX_VALUE, 0);
    try (JournalReader reader = new JournalReader(directory, Position.START, all)) {
      reader.forEachRemaining(record -> texts.add(new String(record.payload(), UTF_8)));
    }
    return texts;
  }

  @Test
  void whatIsAppendedIsInTheFileBeforeAnybodyGoesOn() throws Exception {
    ByteSize large = ByteSize.parse("32MiB");
    try (JournalWriter writer =
        new JournalWriter(
            directory, SegmentFile.create(directory, 1), large, SegmentFile::create)) {
      writer.start();
      for (int i = 0; i < 200; i++) {
        add(writer, "keeps the thread flushing");
        assertThat(writer.add((byte) 3, ("call " + i).getBytes(UTF_8), Optional.empty())).isTrue();
        assertThat(texts()).as("as a killed process would leave it").endsWith("call " + i);
      }
    }
  }

  @Test
  void whatNobodyWaitsForIsInTheFileWithoutAnyFlush() throws Exception {
    try (JournalWriter writer = writer(SegmentFile::create)) {
      assertThat(writer.add((byte) 3, "call".getBytes(UTF_8), Optional.empty())).isTrue();
      assertThat(texts()).containsExactly("call");
      assertThat(writer.figures().flushes()).isZero();
    }
  }

  @Test
  void anErrorIsTroubleThatEndsAndLosesNothing() throws Exception {
    AtomicInteger failures = new AtomicInteger(2);
    try (JournalWriter writer =
        writer(
            (place, number) -> {
              if (failures.getAndDecrement() > 0) throw new OutOfMemoryError("no heap");
              return SegmentFile.create(place, number);
            })) {
      assertThat(heard(add(writer, "before"))).isTrue();
      await().until(() -> writer.trouble().equals(Optional.of("no heap")));
      assertThat(heard(add(writer, "meanwhile"))).as("nobody waits for memory").isFalse();
      await().until(() -> writer.trouble().isEmpty());
      assertThat(heard(add(writer, "after"))).isTrue();
      assertThat(texts()).containsExactly("before", "meanwhile", "after");
    }
  }

  @Test
  void aListenersErrorKeepsNobodyElseWaiting() throws Exception {
    try (JournalWriter writer = writer(SegmentFile::create)) {
      Durable failing =
          safe -> {
            throw new StackOverflowError();
          };
      writer.add((byte) 3, "one".getBytes(UTF_8), Optional.of(failing));
      assertThat(heard(add(writer, "two"))).isTrue();
      assertThat(writer.trouble()).isEmpty();
    }
  }

  @Test
  void aThreadThatEndsIsLastingTrouble() throws Exception {
    try (JournalWriter writer =
        writer(
            (place, number) -> {
              throw new Unspeakable();
            })) {
      assertThat(heard(add(writer, "before"))).isTrue();
      await()
          .until(
              () ->
                  writer.trouble().filter(why -> why.contains("must be started anew")).isPresent());
      assertThat(writer.add((byte) 3, "late".getBytes(UTF_8), Optional.empty())).isFalse();
      assertThat(heard(add(writer, "later"))).isFalse();
    }
  }

  @Test
  void aClosedJournalTellsThatItTakesNothing() throws Exception {
    JournalWriter writer = writer(SegmentFile::create);
    writer.add((byte) 3, "last".getBytes(UTF_8), Optional.empty());
    writer.close();
    assertThat(texts()).containsExactly("last");
    assertThat(heard(add(writer, "too late"))).isFalse();
  }

  /** Not even its handling succeeds. */
  private static final class Unspeakable extends Error {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new OutOfMemoryError("none left to say so");
    }
  }
}
