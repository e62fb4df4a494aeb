package io.innkeeper.job;

import static io.innkeeper.job.TestingJobs.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.client.InnkeeperClient;
import io.innkeeper.client.JobLogLine;
import io.innkeeper.client.JobView;
import io.innkeeper.client.Page;
import io.innkeeper.client.ProblemException;
import io.innkeeper.client.ServerEvent;
import io.innkeeper.client.StepView;
import io.innkeeper.http.Caller;
import io.innkeeper.http.Callers;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TestingDoor;
import io.innkeeper.store.Dialect;
import io.innkeeper.store.TestingStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobResourceTest {
  @TempDir private Path home;
  private final TestingWork work = new TestingWork();
  private final TestingWork.Pause pause = new TestingWork.Pause();
  private TestingStore store;
  private TestingJobs house;
  private TestingDoor door;
  private Jobs jobs;

  @BeforeEach
  void open() {
    store = TestingStore.open(Dialect.SQLITE);
    house = new TestingJobs(store.database(), home);
    jobs = house.open(work);
    Routes routes = new Routes();
    new JobResource(jobs).hang(routes);
    door = new TestingDoor(routes, new ByRole(), store.database(), home);
  }

  @AfterEach
  void close() {
    pause.letGo();
    door.close();
    house.close();
    store.close();
  }

  @Test
  void jobIsWatchedUntilItEnds() throws InterruptedException {
    work.step(
            "a",
            progress -> {
              progress.say("one");
              pause.run(progress);
            })
        .step("b", progress -> progress.say("two"));
    jobs.start();
    Job job = house.order(jobs, "tenant/1");
    pause.awaitBegun();
    List<ServerEvent> events = new ArrayList<>();
    as(Role.VIEWER)
        .events(
            "/jobs/" + job.id() + "/events",
            event -> {
              events.add(event);
              if (event.name().equals("job")) pause.letGo();
              return true;
            });
    assertThat(events).extracting(ServerEvent::name).startsWith("log", "job").endsWith("end");
    assertThat(events.getLast().data()).isEqualTo("\"finished\"");
    assertThat(events.stream().filter(event -> event.name().equals("log")))
        .extracting(ServerEvent::id)
        .containsExactly("1", "2");
  }

  @Test
  void jobIsReadWithItsSteps() throws InterruptedException {
    work.step("Get the image").step("Start");
    Job job = finished("tenant/1");
    JobView view = as(Role.VIEWER).get("/jobs/" + job.id()).as(JobView.class);
    assertThat(view.succeeded()).isTrue();
    assertThat(view.startedBy()).isEqualTo("anna");
    assertThat(view.steps()).extracting(StepView::state).containsExactly("done", "done");
    assertThat(view.input()).containsEntry("for", "tenant/1");
  }

  @Test
  void listIsFilteredAndContinued() throws InterruptedException {
    work.step("a");
    List<Job> ended = List.of(finished("tenant/1"), finished("tenant/2"), finished("tenant/1"));
    assertThat(list("").total()).isEqualTo(3);
    assertThat(list("?subject=tenant/1").items()).hasSize(2);
    assertThat(list("?state=active").items()).isEmpty();
    assertThat(list("?state=finished,failed").items()).hasSize(3);
    Page<JobView> first = list("?limit=2");
    assertThat(list("?limit=2&cursor=" + first.next()).items())
        .extracting(JobView::id)
        .containsExactly(ended.getFirst().id());
    assertThatThrownBy(() -> list("?state=asleep"))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("job-state"));
  }

  @Test
  void logIsReadInParts() throws InterruptedException {
    work.step("a", progress -> List.of("one", "two", "three").forEach(progress::say));
    String log = "/jobs/" + finished("tenant/1").id() + "/log?limit=2";
    Page<JobLogLine> first = as(Role.VIEWER).get(log).as(new TypeReference<>() {});
    Page<JobLogLine> rest =
        as(Role.VIEWER).get(log + "&cursor=" + first.next()).as(new TypeReference<>() {});
    assertThat(first.total()).isEqualTo(3);
    assertThat(rest.items()).extracting(JobLogLine::line).containsExactly("three");
    assertThat(rest.next()).isNull();
  }

  @Test
  void operatorsCancelAndViewersDoNot() throws InterruptedException {
    work.step("a", pause);
    jobs.start();
    Job job = house.order(jobs, "tenant/1");
    pause.awaitBegun();
    String cancellation = "/jobs/" + job.id() + "/cancellation";
    assertThatThrownBy(() -> as(Role.VIEWER).post(cancellation, null))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(403));
    as(Role.OPERATOR).post(cancellation, null);
    assertThat(ended(jobs, job).failure()).contains("Cancelled by operator.");
  }

  @Test
  void clientsSeeNoJobs() {
    assertThatThrownBy(() -> as(Role.CLIENT).get("/jobs"))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(403));
  }

  private Job finished(String subject) throws InterruptedException {
    if (jobs.count(JobFilter.ALL) == 0) jobs.start();
    return ended(jobs, house.order(jobs, subject));
  }

  private Page<JobView> list(String query) {
    return as(Role.VIEWER).get("/jobs" + query).as(new TypeReference<>() {});
  }

  private InnkeeperClient as(Role role) {
    return door.client(Optional.of(role.word()));
  }

  /** Whoever sends a role's word as a token has that role. */
  private static final class ByRole implements Callers {
    @Override
    public Optional<Caller> bySession(String token) {
      return Optional.empty();
    }

    @Override
    public Optional<Caller> byBearer(String token) {
      Principal principal =
          new Principal(
              Actor.Kind.TOKEN,
              new UUID(3, 3),
              token,
              Role.parse(token),
              Optional.of(new UUID(1, 1)),
              false);
      return Optional.of(new Caller(principal, ""));
    }
  }
}
