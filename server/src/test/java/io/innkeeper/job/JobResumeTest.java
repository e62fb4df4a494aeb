package io.innkeeper.job;

import static io.innkeeper.job.TestingJobs.ANNA;
import static io.innkeeper.job.TestingJobs.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job.State;
import io.innkeeper.job.Job.StepState;
import io.innkeeper.store.Database;
import io.innkeeper.store.Holder;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class JobResumeTest {
  @TempDir private Path home;
  private TestingJobs house;

  @BeforeEach
  void open(Database database) {
    house = new TestingJobs(database, home);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @StoreTest
  void stoppedJobGoesOnAtTheInterruptedStep() throws InterruptedException {
    TestingWork.Pause pause = new TestingWork.Pause();
    Jobs before = house.open(new TestingWork().step("a").step("b", pause).step("c"));
    before.start();
    Job job = house.order(before, "tenant/1");
    pause.awaitBegun();
    before.close();
    assertThat(before.get(job.id()).state()).isEqualTo(State.RUNNING);
    TestingWork again = new TestingWork().step("a").step("b").step("c");
    Jobs after = house.open(again);
    after.start();
    assertThat(ended(after, job).state()).isEqualTo(State.FINISHED);
    assertThat(again.done()).containsExactly("b", "c");
  }

  @StoreTest
  void stoppedWayBackGoesOnWithWhatIsLeft() throws InterruptedException {
    TestingWork.Pause pause = new TestingWork.Pause();
    Step.Act fails =
        progress -> {
          throw Fault.conflict("no", "No.");
        };
    Jobs before =
        house.open(new TestingWork().step("a").step("b", Step.NOTHING, pause).step("c", fails));
    before.start();
    Job job = house.order(before, "tenant/1");
    pause.awaitBegun();
    before.close();
    assertThat(before.get(job.id()).state()).isEqualTo(State.UNDOING);
    TestingWork again = new TestingWork().step("a").step("b").step("c");
    Jobs after = house.open(again);
    after.start();
    assertThat(ended(after, job).state()).isEqualTo(State.TAKEN_BACK);
    assertThat(again.done()).containsExactly("unb", "una");
  }

  @StoreTest
  void cancelledJobThatWasKilledIsTakenBackAfterwards() throws InterruptedException {
    Job job = interruptedInB();
    house.sql("update jobs set cancelled_by = 'anna'");
    TestingWork again = new TestingWork().step("a").step("b").step("c");
    Jobs after = house.open(again);
    after.start();
    Job ended = ended(after, job);
    assertThat(ended.state()).isEqualTo(State.CANCELLED);
    assertThat(ended.failure()).contains("Cancelled by anna.");
    assertThat(again.done()).containsExactly("unb", "una");
  }

  @StoreTest
  void jobOfADeadProcessGoesOnAtOnce() throws InterruptedException {
    Job job = interruptedInB();
    Holder here = Holder.here();
    Holder dead = new Holder(here.machine(), "999999999@1", here.nonce());
    claimedBy(dead.toString());
    Jobs after = house.open(new TestingWork().step("a").step("b").step("c"));
    after.start();
    assertThat(ended(after, job).state()).isEqualTo(State.FINISHED);
  }

  @StoreTest
  void jobOfALivingProcessIsLeftAloneUntilItsClaimRunsOut() throws InterruptedException {
    Job job = interruptedInB();
    claimedBy(Holder.here().toString());
    Jobs after = house.open(new TestingWork().step("a").step("b").step("c"));
    after.start();
    Job later = house.order(after, "tenant/2");
    assertThat(ended(after, later).state()).isEqualTo(State.FINISHED);
    assertThat(after.get(job.id()).steps().get(1).state()).isEqualTo(StepState.RUNNING);
    house.clock.pass(Claim.KEPT.plusSeconds(1));
    assertThat(ended(after, job).state()).isEqualTo(State.FINISHED);
  }

  @StoreTest
  void overtakenRunnerChangesNothing() throws InterruptedException {
    TestingWork.Pause pause = new TestingWork.Pause();
    TestingWork slow = new TestingWork().step("a", pause).step("b");
    Jobs overtaken = house.open(slow);
    overtaken.start();
    Job job = house.order(overtaken, "tenant/1");
    pause.awaitBegun();
    house.sql("update jobs set epoch = epoch + 1, claimed_until = 32503680000000");
    claimedBy(Holder.here().toString());
    pause.letGo();
    overtaken.close();
    assertThat(slow.done()).containsExactly("a");
    assertThat(overtaken.get(job.id()).steps().getFirst().state()).isEqualTo(StepState.RUNNING);
  }

  @StoreTest
  void claimOfALongStepIsRenewed() throws InterruptedException {
    TestingWork.Pause pause = new TestingWork.Pause();
    Jobs jobs = house.open(new TestingWork().step("a", pause));
    jobs.start();
    Job job = house.order(jobs, "tenant/1");
    pause.awaitBegun();
    long first = claimedUntil();
    house.clock.pass(Duration.ofSeconds(20));
    await().until(() -> claimedUntil() > first);
    pause.letGo();
    assertThat(ended(jobs, job).state()).isEqualTo(State.FINISHED);
  }

  @StoreTest
  void jobWithOtherStepsThanNowIsLeftForAPerson() throws InterruptedException {
    Job job = interruptedInB();
    Jobs newer = house.open(new TestingWork().step("a").step("b2"));
    newer.start();
    Job ended = ended(newer, job);
    assertThat(ended.state()).isEqualTo(State.FAILED);
    assertThat(ended.failure().orElseThrow()).contains("Another version of Innkeeper");
    assertThat(house.audited()).containsExactly("job.failed job Testing tenant/1 failed");
  }

  @StoreTest
  void shutdownIsNotACancellation() throws InterruptedException {
    Job job = interruptedInB();
    Jobs after = house.open(new TestingWork().step("a").step("b").step("c"));
    assertThat(after.get(job.id()).failure()).isEmpty();
    after.cancel(job.id(), ANNA);
    after.start();
    assertThat(ended(after, job).state()).isEqualTo(State.CANCELLED);
  }

  /** A job whose runner was stopped within its second of three steps. */
  private Job interruptedInB() throws InterruptedException {
    TestingWork.Pause pause = new TestingWork.Pause();
    Jobs before = house.open(new TestingWork().step("a").step("b", pause).step("c"));
    before.start();
    Job job = house.order(before, "tenant/1");
    pause.awaitBegun();
    before.close();
    return before.get(job.id());
  }

  private void claimedBy(String holder) {
    long until = house.clock.instant().plus(Claim.KEPT).toEpochMilli();
    house.database.change(
        handle ->
            handle.execute("update jobs set claimed_by = ?, claimed_until = ?", holder, until));
  }

  private long claimedUntil() {
    return house.database.read(
        handle -> handle.createQuery("select claimed_until from jobs").mapTo(Long.class).one());
  }
}
