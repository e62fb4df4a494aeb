package io.innkeeper.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.innkeeper.advisor.Advice.Severity;
import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class AdvisorTest {
  private static final Actor BY = Actor.innkeeper("test");
  private static final Advice SSH = Advice.high("ssh-root", "Root.", "Because.", "mend");
  private static final Advice IMAGE = Advice.low("image-age.brzoza", "Old.", "Because.", "");

  @TempDir private Path home;
  private final TestingClock clock = new TestingClock();
  private List<Advice> now = List.of(SSH, IMAGE);

  @StoreTest
  void whatIsNewAndWhatIsGoneIsTold(Database database) {
    Advisor advisor = advisor(database);
    Advisor.Report first = advisor.look();
    Instant since = clock.instant();
    assertThat(first.fresh()).isEqualTo(2);
    assertThat(first.rows())
        .extracting(row -> row.advice().place())
        .containsExactly("ssh-root", "image-age.brzoza");

    clock.pass(Duration.ofDays(1));
    now = List.of(IMAGE);
    Advisor.Report second = advisor.look();
    assertThat(second.fresh()).isZero();
    assertThat(second.gone()).isEqualTo(1);
    assertThat(second.rows().getFirst().since()).isEqualTo(since);
    assertThat(second.rows().getLast().goneAt()).contains(clock.instant());

    clock.pass(Duration.ofDays(1));
    now = List.of(SSH, IMAGE);
    Advisor.Report third = advisor.look();
    assertThat(third.fresh()).isEqualTo(1);
    assertThat(third.rows().getFirst().since()).isEqualTo(clock.instant());
    assertThat(third.rows()).allSatisfy(row -> assertThat(row.goneAt()).isEmpty());

    clock.pass(Duration.ofDays(100));
    now = List.of();
    assertThat(advisor.look().gone()).isEqualTo(2);
    clock.pass(Duration.ofDays(100));
    assertThat(advisor.look().rows()).isEmpty();
  }

  @StoreTest
  void somebodyLivesWithAFindingUntilADay(Database database) {
    Advisor advisor = advisor(database);
    Advisor.Report report = advisor.look();
    assertThat(Advisor.anyOpen(report, Severity.HIGH, clock.instant())).isTrue();

    LocalDate day = LocalDate.of(2026, 12, 24);
    advisor.accept("ssh-root", "The office moves", day, BY);
    assertThat(Advisor.anyOpen(advisor.look(), Severity.MEDIUM, clock.instant())).isFalse();
    assertThat(Advisor.anyOpen(advisor.report(), Severity.LOW, clock.instant())).isTrue();

    clock.pass(Duration.ofDays(40));
    assertThat(Advisor.anyOpen(advisor.look(), Severity.HIGH, clock.instant())).isTrue();
    advisor.accept("ssh-root", "Again", LocalDate.of(2027, 1, 24), BY);
    assertThat(advisor.withdraw("ssh-root", BY).open(clock.instant())).isTrue();
    assertThat(
            new AuditTrail(database, SecretBox.open(home.resolve("master.key")), clock)
                .lines(AuditFilter.ALL, Optional.empty(), 10))
        .extracting(line -> line.verb())
        .containsExactly("advice.withdraw", "advice.accept", "advice.accept");
  }

  @StoreTest
  void livingWithItNeedsAReasonAndADay(Database database) {
    Advisor advisor = advisor(database);
    Advisor.Report unused = advisor.look();
    Fault both = refused(advisor, "ssh-root", " ", LocalDate.of(2026, 11, 25));
    assertThat(both.fields()).extracting(Fault.Field::name).containsExactly("why", "until");
    assertThat(refused(advisor, "ssh-root", "x", LocalDate.of(2028, 1, 1)).fields()).hasSize(1);
    assertThat(refused(advisor, "nothing", "x", LocalDate.of(2027, 1, 1)).code())
        .isEqualTo("no-such-advice");
  }

  private static Fault refused(Advisor advisor, String place, String why, LocalDate till) {
    return catchThrowableOfType(Fault.class, () -> advisor.accept(place, why, till, BY));
  }

  private Advisor advisor(Database database) {
    return new Advisor(
        database,
        new AuditTrail(database, SecretBox.open(home.resolve("master.key")), clock),
        new Ids(clock),
        clock,
        () -> now);
  }
}
