package io.innkeeper.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.schedule.PastRun.State;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class TaskBoardTest {
  private final TestingClock clock = new TestingClock();
  private final TestingTask task = new TestingTask();
  private static final Actor ANNA =
      new Actor(Actor.Kind.OPERATOR, Optional.empty(), "anna", "127.0.0.1", "r-1");
  @TempDir private Path home;
  private Database database;
  private AuditTrail audit;
  private Schedule schedule;
  private TaskBoard board;

  @BeforeEach
  void open(Database store) {
    database = store;
    audit = new AuditTrail(store, SecretBox.open(home.resolve("master.key")), clock);
    schedule = new Schedule(store, clock, "schedule");
    schedule.add(task.task("sweep"));
    board = new TaskBoard(store, audit, clock, () -> List.of(schedule));
  }

  @AfterEach
  void close() {
    task.letGo();
    schedule.close();
  }

  private List<PastRun> runs() {
    return board.runs("sweep", Optional.empty(), 10);
  }

  /** Looks once and waits until as many runs have ended. */
  private void pass(int ended) {
    schedule.pass();
    await().until(() -> runs().stream().filter(run -> run.ended().isPresent()).count() == ended);
  }

  @StoreTest
  void everyRunIsKeptWithWhatItDid() {
    pass(1);
    clock.pass(Duration.ofHours(1));
    task.failFromNowOn(true);
    pass(2);
    assertThat(runs()).extracting(PastRun::state).containsExactly(State.FAILED, State.DONE);
    assertThat(runs())
        .extracting(PastRun::result)
        .containsExactly("The other side does not answer.", "Swept.");
  }

  @StoreTest
  void personLetsATaskRunNowAndTheAuditSaysWho() {
    pass(1);
    clock.pass(Duration.ofMinutes(1));
    board.runNow("sweep", ANNA);
    board.runNow("sweep", ANNA);
    pass(2);
    schedule.pass();
    assertThat(task.runs).hasValue(2);
    assertThat(runs().getFirst().by()).isEqualTo("anna");
    assertThat(audit.lines(AuditFilter.ALL, Optional.empty(), 10))
        .extracting(AuditLine::verb)
        .containsExactly("task.run");
  }

  @StoreTest
  void unknownTaskIsRefused() {
    assertThatThrownBy(() -> board.runNow("nothing", ANNA))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("no task “nothing”");
  }

  @StoreTest
  void runThatWasCutOffIsToldFromOneThatGoesOn() {
    Instant before = clock.instant();
    database.change(handle -> TaskRun.begun(handle, "sweep", before, ""));
    assertThat(runs()).extracting(PastRun::state).containsExactly(State.RUNNING);
    clock.pass(Duration.ofMinutes(1));
    pass(1);
    assertThat(runs()).extracting(PastRun::state).containsExactly(State.DONE, State.CUT_OFF);
  }

  @StoreTest
  void oldRunsAreForgotten() {
    pass(1);
    clock.pass(Duration.ofDays(91));
    pass(2);
    assertThat(board.forgetOld()).isEqualTo("1 old runs were forgotten.");
    assertThat(runs()).hasSize(1);
  }
}
