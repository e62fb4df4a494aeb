package io.innkeeper.job;

import static io.innkeeper.job.TestingJobs.ANNA;
import static io.innkeeper.job.TestingJobs.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job.State;
import io.innkeeper.job.Job.StepState;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {
  @TempDir private Path home;
  private final TestingWork work = new TestingWork();
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
  void stepsRunInOrderAndTheEndIsAudited() throws InterruptedException {
    work.step("a", progress -> progress.remember("port", "8080"))
        .step("b", progress -> progress.say("port " + progress.recall("port")));
    Jobs jobs = started();
    Job job = ended(jobs, house.order(jobs, "tenant/1"));
    assertThat(job.state()).isEqualTo(State.FINISHED);
    assertThat(work.done()).containsExactly("a", "b");
    assertThat(states(job)).containsExactly(StepState.DONE, StepState.DONE);
    assertThat(jobs.log(job.id(), 0)).extracting(LogLine::line).containsExactly("port 8080");
    assertThat(house.audited()).containsExactly("job.finished job Testing tenant/1 done");
  }

  @StoreTest
  void failedStepIsTakenBackWithAllBeforeIt() throws InterruptedException {
    Fault fault = Fault.conflict("port", "Port 443 is taken.").advising("Stop what listens there.");
    work.step("a").step("b").step("c", failing(fault)).step("d");
    Jobs jobs = started();
    Job job = ended(jobs, house.order(jobs, "tenant/1"));
    assertThat(job.state()).isEqualTo(State.TAKEN_BACK);
    assertThat(job.failure()).contains("Port 443 is taken. Stop what listens there.");
    assertThat(work.done()).containsExactly("a", "b", "c", "unc", "unb", "una");
    assertThat(states(job))
        .containsExactly(StepState.UNDONE, StepState.UNDONE, StepState.FAILED, StepState.SKIPPED);
    assertThat(house.audited()).containsExactly("job.taken-back job Testing tenant/1 failed");
  }

  @StoreTest
  void wayBackKnowsWhyItIsGone() throws InterruptedException {
    List<String> why = Collections.synchronizedList(new ArrayList<>());
    Fault fault = Fault.conflict("port", "Port 443 is taken.");
    work.step("a", progress -> why.add(progress.why()), progress -> why.add(progress.why()))
        .step("b", failing(fault));
    Jobs jobs = started();
    Job unused = ended(jobs, house.order(jobs, "tenant/1"));
    assertThat(why).containsExactly("", "Port 443 is taken.");
  }

  @StoreTest
  void wayBackThatFailsIsToldAndTheRestStillGoesBack() throws InterruptedException {
    Fault stuck = Fault.of(Fault.Kind.UNAVAILABLE, "away", "The engine is away.");
    work.step("a").step("b", Step.NOTHING, failing(stuck)).step("c", failing(stuck));
    Jobs jobs = started();
    Job job = ended(jobs, house.order(jobs, "tenant/1"));
    assertThat(job.state()).isEqualTo(State.FAILED);
    assertThat(job.failure())
        .contains("The engine is away. “b” could not be taken back: The engine is away.");
    assertThat(work.done()).containsExactly("a", "b", "c", "unc", "unb", "una");
  }

  @StoreTest
  void failureNobodyForesawShowsNothingOfItself() throws InterruptedException {
    Jobs jobs = started(work.step("a", failing(new IllegalStateException("a secret"))));
    Job job = ended(jobs, house.order(jobs, "tenant/1"));
    assertThat(job.state()).isEqualTo(State.TAKEN_BACK);
    assertThat(job.failure().orElseThrow()).contains("server's log").doesNotContain("secret");
  }

  @StoreTest
  void oneJobAtATimeChangesASubject() throws InterruptedException {
    TestingWork.Pause pause = new TestingWork.Pause();
    Jobs jobs = started(work.step("a", pause));
    Job first = house.order(jobs, "tenant/1");
    Fault refused = catchThrowableOfType(Fault.class, () -> house.order(jobs, "tenant/1"));
    assertThat(refused.code()).isEqualTo("job-running");
    assertThat(refused.details()).containsEntry("jobId", first.id().toString());
    assertThat(jobs.running("tenant/1")).map(Job::id).contains(first.id());
    pause.letGo();
    ended(jobs, first);
    assertThat(ended(jobs, house.order(jobs, "tenant/1")).state()).isEqualTo(State.FINISHED);
  }

  @StoreTest
  void orderThatIsRolledBackNeverRuns() throws InterruptedException {
    Jobs jobs = started(work.step("a"));
    Job.Order order = new Job.Order(TestingWork.KIND, "Lost", "tenant/1", Map.of(), ANNA);
    assertThatThrownBy(
        () ->
            house.database.change(
                handle -> {
                  jobs.order(handle, order);
                  throw Fault.conflict("no", "No.");
                }));
    ended(jobs, house.order(jobs, "tenant/2"));
    assertThat(jobs.list(JobFilter.of("tenant/1"), Optional.empty(), 10)).isEmpty();
  }

  @StoreTest
  void neverMoreAtOnceThanAllowed() throws InterruptedException {
    neverMoreThan(2, work, 2);
  }

  @StoreTest
  void aKindThatLeavesRoomForOthersNeverFillsAllPlaces() throws InterruptedException {
    neverMoreThan(1, work.most(1), 4);
  }

  private void neverMoreThan(int most, TestingWork work, int parallel) throws InterruptedException {
    AtomicInteger running = new AtomicInteger();
    List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
    work.step(
        "a",
        progress -> {
          seen.add(running.incrementAndGet());
          Thread.yield();
          running.decrementAndGet();
        });
    Jobs jobs = house.open(work, parallel);
    List<Job> ordered = new ArrayList<>();
    for (int number = 0; number < 12; number++) ordered.add(house.order(jobs, "tenant/" + number));
    jobs.start();
    for (Job job : ordered) assertThat(ended(jobs, job).state()).isEqualTo(State.FINISHED);
    assertThat(seen).hasSize(12).allMatch(count -> count <= most);
  }

  @StoreTest
  void waitingJobIsCancelledAtOnce() {
    Jobs jobs = house.open(work.step("a"));
    Job job = jobs.cancel(house.order(jobs, "tenant/1").id(), ANNA);
    assertThat(job.state()).isEqualTo(State.CANCELLED);
    assertThat(job.failure()).contains("Cancelled by anna.");
    assertThat(house.audited()).containsExactly("job.cancel job Testing tenant/1 done");
    Fault again = catchThrowableOfType(Fault.class, () -> jobs.cancel(job.id(), ANNA));
    assertThat(again.code()).isEqualTo("job-ended");
  }

  @StoreTest
  void runningJobThatIsCancelledIsTakenBack() throws InterruptedException {
    TestingWork.Pause pause = new TestingWork.Pause();
    Jobs jobs = started(work.step("a").step("b", pause).step("c"));
    Job ordered = house.order(jobs, "tenant/1");
    pause.awaitBegun();
    jobs.cancel(ordered.id(), ANNA);
    Job job = ended(jobs, ordered);
    assertThat(job.state()).isEqualTo(State.CANCELLED);
    assertThat(work.done()).containsExactly("a", "b", "unb", "una");
    assertThat(states(job)).containsExactly(StepState.UNDONE, StepState.UNDONE, StepState.SKIPPED);
    assertThat(house.audited())
        .containsExactly(
            "job.cancel job Testing tenant/1 done", "job.cancelled job Testing tenant/1 done");
  }

  @StoreTest
  void whatAnInterruptedStepRemembersReachesItsWayBack() throws InterruptedException {
    TestingWork.Pause pause = new TestingWork.Pause();
    List<String> recalled = Collections.synchronizedList(new ArrayList<>());
    work.step(
        "a",
        progress -> {
          try {
            pause.run(progress);
          } finally {
            Thread.currentThread().interrupt();
            progress.remember("container", "c1");
          }
        },
        progress -> recalled.add(progress.recall("container")));
    Jobs jobs = started();
    Job ordered = house.order(jobs, "tenant/1");
    pause.awaitBegun();
    jobs.cancel(ordered.id(), ANNA);
    assertThat(ended(jobs, ordered).memory()).containsEntry("container", "c1");
    assertThat(recalled).containsExactly("c1");
  }

  @StoreTest
  void watcherHearsEachChangeAndTheLatestWords() throws InterruptedException {
    TestingWork.Pause pause = new TestingWork.Pause();
    work.step(
        "a",
        progress -> {
          progress.now("0:01 of 3:00");
          progress.now("0:02 of 3:00");
          pause.run(progress);
        });
    Jobs jobs = house.open(work);
    Job job = house.order(jobs, "tenant/1");
    List<Job> heard = Collections.synchronizedList(new ArrayList<>());
    try (Jobs.Watch watch = jobs.watch(job.id(), heard::add)) {
      jobs.start();
      pause.awaitBegun();
      assertThat(jobs.get(job.id()).steps().getFirst().now()).isEqualTo("0:02 of 3:00");
      pause.letGo();
      ended(jobs, job);
    }
    assertThat(heard.stream().map(Job::state).distinct())
        .containsExactly(State.WAITING, State.RUNNING, State.FINISHED);
    assertThat(heard)
        .extracting(each -> each.steps().getFirst().now())
        .contains("0:01 of 3:00", "0:02 of 3:00");
  }

  @StoreTest
  void logLineCannotBecomeTwo() throws InterruptedException {
    Jobs jobs = started(work.step("a", progress -> progress.say("one\nERROR two\u001b[31m")));
    Job job = ended(jobs, house.order(jobs, "tenant/1"));
    assertThat(jobs.log(job.id(), 0))
        .extracting(LogLine::line)
        .containsExactly("one ERROR two [31m");
    assertThat(jobs.log(job.id(), 1)).isEmpty();
  }

  @StoreTest
  void jobsAreListedNewestFirstAndForgottenInTime() throws InterruptedException {
    Jobs jobs = started(work.step("a"));
    Job first = ended(jobs, house.order(jobs, "tenant/1"));
    house.clock.pass(Duration.ofDays(60));
    Job second = ended(jobs, house.order(jobs, "tenant/2"));
    assertThat(jobs.list(JobFilter.ALL, Optional.empty(), 10))
        .extracting(Job::id)
        .containsExactly(second.id(), first.id());
    assertThat(jobs.list(JobFilter.ALL, Optional.of(second.id().toString()), 10)).hasSize(1);
    assertThat(jobs.count(JobFilter.ALL.in(State.FINISHED))).isEqualTo(2);
    house.clock.pass(Duration.ofDays(31));
    assertThat(jobs.forgetOld()).isOne();
    assertThat(jobs.find(first.id())).isEmpty();
  }

  private Jobs started(TestingWork with) {
    Jobs jobs = house.open(with);
    jobs.start();
    return jobs;
  }

  private Jobs started() {
    return started(work);
  }

  private static Step.Act failing(RuntimeException failure) {
    return progress -> {
      throw failure;
    };
  }

  private static List<StepState> states(Job job) {
    return job.steps().stream().map(Job.StepRecord::state).toList();
  }
}
