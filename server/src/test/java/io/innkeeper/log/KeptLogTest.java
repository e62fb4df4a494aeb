package io.innkeeper.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.innkeeper.log.KeptLog.Stretch;
import io.innkeeper.log.KeptLog.Wish;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The log in files: what is kept, in which order, and who may read it. */
class KeptLogTest {
  private static final long SMALL = 4_000;

  @TempDir Path folder;

  private static LoggingEvent event(Level level, String text, @Nullable Throwable failure) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    LoggingEvent event =
        new LoggingEvent("", context.getLogger("io.innkeeper.Some"), level, text, failure, null);
    event.setTimeStamp(1_764_000_000_000L);
    return event;
  }

  /** So many events, every tenth a warning, in files of four thousand bytes. */
  private void write(int from, int to) throws IOException {
    try (LogFile file = new LogFile(LogFolder.made(folder), SMALL)) {
      for (int i = from; i < to; i++)
        file.append(event(i % 10 == 0 ? Level.WARN : Level.INFO, "event " + i, null));
    }
  }

  private KeptLog log() {
    return KeptLog.open(folder, LogSettings.only(LogSettings.Level.INFO));
  }

  private static List<String> texts(Stretch stretch) {
    return stretch.entries().stream().map(LogEntry::text).toList();
  }

  private static List<String> events(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "event " + i).toList();
  }

  @Test
  void theEndIsReadBackOverFilesAndTheOldestAreGone() throws IOException {
    write(0, 1_000);

    Stretch last = log().last(Wish.ALL, 150);
    assertThat(texts(last)).isEqualTo(events(850, 1_000));
    assertThat(texts(log().before(last.begin(), Wish.ALL, 100))).isEqualTo(events(750, 850));
    assertThat(log().files()).hasSize(LogFolder.FILES).allMatch(file -> file.bytes() <= SMALL);
    Stretch all = log().last(Wish.ALL, 5_000);
    assertThat(all.entries().size()).isBetween(300, 600);
    assertThat(all.begin()).isZero();
    assertThat(all.entries().getLast().text()).isEqualTo("event 999");
  }

  @Test
  void whatIsGraveAndHoldsTheWordsIsFound() throws IOException {
    write(0, 100);

    assertThat(texts(log().last(new Wish(LogSettings.Level.WARN, ""), 3)))
        .containsExactly("event 70", "event 80", "event 90");
    assertThat(texts(log().last(new Wish(LogSettings.Level.DEBUG, "EVENT 4"), 99)))
        .containsExactly(
            "event 4",
            "event 40",
            "event 41",
            "event 42",
            "event 43",
            "event 44",
            "event 45",
            "event 46",
            "event 47",
            "event 48",
            "event 49");
  }

  @Test
  void whatComesIsToldOnceAlsoOverTheTurnOfAFile() throws IOException {
    write(0, 60);
    Stretch before = log().last(Wish.ALL, 1);
    write(60, 100);

    Stretch more = log().after(before.end(), Wish.ALL);
    assertThat(texts(more)).isEqualTo(events(60, 100));
    assertThat(log().after(more.end(), Wish.ALL).entries()).isEmpty();
  }

  @Test
  void aStackTraceIsPartOfItsEvent() throws IOException {
    try (LogFile file = new LogFile(LogFolder.made(folder), 1 << 20)) {
      file.append(event(Level.ERROR, "broke", new IllegalStateException("a")));
      file.append(event(Level.INFO, "went on", null));
    }

    List<LogEntry> all = log().last(Wish.ALL, 10).entries();
    assertThat(all).hasSize(2);
    assertThat(all.getFirst().more().getFirst()).contains("IllegalStateException: a");
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    log().copy(whole);
    assertThat(whole.toString(java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(all.getFirst().line() + all.getLast().line());
  }

  @Test
  void aLineThatACrashCutHarmsNoOther() throws IOException {
    write(0, 3);
    Path file = log().file(log().files().getFirst().name()).orElseThrow();
    Files.writeString(file, "2026-11-29T21:00:00.000Z INF", StandardOpenOption.APPEND);
    write(3, 5);

    assertThat(texts(log().last(Wish.ALL, 10))).isEqualTo(events(0, 5));
  }

  @Test
  void oneProcessKeepsItForItsOwnerAlone() throws IOException {
    LogSettings keeping = new LogSettings(LogSettings.Level.INFO, 1);
    LogOutput.apply(keeping); // other tests leave it quieter
    try (KeptLog first = KeptLog.open(folder, keeping);
        KeptLog second = KeptLog.open(folder, keeping)) {
      LoggerFactory.getLogger(KeptLogTest.class).warn("said once");
      assertThat(first.kept()).isTrue();
      assertThat(second.kept()).isFalse();
      assertThat(texts(second.last(new Wish(LogSettings.Level.WARN, "said once"), 10)))
          .containsExactly("said once");
      Path file = first.file(first.files().getFirst().name()).orElseThrow();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(first.file("../master.key")).isEmpty();
    }
    try (KeptLog third = KeptLog.open(folder, keeping)) {
      assertThat(third.kept()).isTrue();
    }
  }
}
