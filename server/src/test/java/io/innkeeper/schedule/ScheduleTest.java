package io.innkeeper.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.store.Database;
import io.innkeeper.store.Holder;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class ScheduleTest {
  private final TestingClock clock = new TestingClock();
  private final TestingTask task = new TestingTask();
  private final List<Schedule> opened = new ArrayList<>();
  private Database database;

  @BeforeEach
  void open(Database store) {
    database = store;
  }

  @AfterEach
  void close() {
    task.letGo();
    opened.forEach(Schedule::close);
  }

  /** What another process, or the next start, is. */
  private Schedule schedule() {
    Schedule schedule = new Schedule(database, clock, "schedule");
    schedule.add(task.task("sweep"));
    opened.add(schedule);
    return schedule;
  }

  private static ScheduledTask only(Schedule schedule) {
    return schedule.tasks().getFirst();
  }

  /** Looks once and waits until what was due has ended. */
  private static void pass(Schedule schedule) {
    schedule.pass();
    await().until(() -> only(schedule).ended().isPresent());
  }

  @StoreTest
  void taskRunsAtOnceAndThenWhenItIsDue() {
    Schedule schedule = schedule();
    pass(schedule);
    clock.pass(Duration.ofMinutes(59));
    pass(schedule);
    assertThat(task.runs).hasValue(1);
    assertThat(only(schedule).due()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
    clock.pass(Duration.ofMinutes(1));
    pass(schedule);
    assertThat(task.runs).hasValue(2);
  }

  @StoreTest
  void missedRunIsCaughtUpOnce() {
    Schedule before = schedule();
    pass(before);
    before.close();
    clock.pass(Duration.ofHours(10));
    Schedule after = schedule();
    pass(after);
    pass(after);
    assertThat(task.runs).hasValue(2);
    assertThat(only(after).due()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
  }

  @StoreTest
  void twoHoldersNeverRunOneTaskAtOnce() {
    task.waitInside();
    Schedule one = schedule();
    Schedule other = schedule();
    one.pass();
    await().until(() -> task.runs.get() == 1);
    other.pass();
    one.pass();
    clock.pass(Duration.ofSeconds(45));
    one.pass();
    clock.pass(Duration.ofSeconds(45));
    other.pass();
    assertThat(task.runs).hasValue(1);
    assertThat(task.mostAtOnce()).isEqualTo(1);
  }

  @StoreTest
  void schedulesThatRaceForTheLeaseRunATaskOnce() {
    Schedule one = schedule();
    Schedule other = schedule();
    one.start();
    other.start();
    await().until(() -> only(one).ended().isPresent());
    one.close();
    other.close();
    assertThat(task.runs).hasValue(1);
  }

  @StoreTest
  void anotherGoesOnOnceTheHolderIsSilent() {
    task.waitInside();
    Schedule silent = schedule();
    silent.pass();
    await().until(() -> task.runs.get() == 1);
    clock.pass(Lease.KEPT);
    Schedule other = schedule();
    other.pass();
    await().until(() -> task.runs.get() == 2);
    silent.pass();
    assertThat(Lease.take(database, clock, "schedule", "a third")).isEmpty();
  }

  @StoreTest
  void overtakenHolderWritesNothing() {
    Lease overtaken = Lease.take(database, clock, "schedule", "one").orElseThrow();
    clock.pass(Lease.KEPT);
    Lease now = Lease.take(database, clock, "schedule", "other").orElseThrow();
    assertThat(overtaken.renew()).isFalse();
    assertThat(holds(overtaken)).isFalse();
    overtaken.release();
    assertThat(holds(now)).isTrue();
  }

  private boolean holds(Lease lease) {
    try {
      database.change(lease::hold);
      return true;
    } catch (LeaseLost e) {
      return false;
    }
  }

  @StoreTest
  void anotherGoesOnAtOnceWhenTheHolderHasDied() {
    Holder here = Holder.here();
    Holder dead = new Holder(here.machine(), "999999999@1", here.nonce());
    assertThat(Lease.take(database, clock, "schedule", dead.toString())).isPresent();
    Schedule other = schedule();
    pass(other);
    assertThat(task.runs).hasValue(1);
  }

  @StoreTest
  void runThatWasCutOffIsRepeated() {
    task.waitInside();
    Schedule before = schedule();
    before.pass();
    await().until(() -> task.runs.get() == 1);
    before.close();
    assertThat(only(before).ended()).isEmpty();
    task.letGo();
    Schedule after = schedule();
    pass(after);
    assertThat(task.runs).hasValue(2);
  }

  @StoreTest
  void failureIsRecordedAndTriedAgain() {
    Schedule schedule = schedule();
    task.failFromNowOn(true);
    pass(schedule);
    assertThat(only(schedule).failure()).contains("The other side does not answer.");
    assertThat(only(schedule).due()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
    task.failFromNowOn(false);
    clock.pass(Duration.ofMinutes(15));
    pass(schedule);
    await().until(() -> only(schedule).failure().isEmpty());
    assertThat(only(schedule).due()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
  }

  @StoreTest
  void failingTaskDoesNotHoldUpTheOthers() {
    TestingTask other = new TestingTask();
    Schedule schedule = schedule();
    schedule.add(other.task("other"));
    task.failFromNowOn(true);
    pass(schedule);
    await().until(() -> other.runs.get() == 1);
  }

  @StoreTest
  void clockThatWasAheadDoesNotSilenceATask() {
    Schedule schedule = schedule();
    clock.pass(Duration.ofDays(365));
    pass(schedule);
    clock.pass(Duration.ofDays(-365));
    Instant corrected = clock.instant();
    assertThat(only(schedule).due()).isEqualTo(corrected);
  }
}
