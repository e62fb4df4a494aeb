package io.innkeeper.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobFilter;
import io.innkeeper.job.Jobs;
import io.innkeeper.tenant.KilledInSteps.Deed;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenant.Wanted;
import io.innkeeper.testing.TestingServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verbs on tenants, with the whole program killed in the middle of each step of each. One death
 * hits several: a change of a tenant that stays, the opening of a new one, and an ending of the one
 * that was opened before.
 */
class KilledServerTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path home;
  // The moments differ from run to run, their seed is in the failure's words.
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final Course changes = new Course("change");
  private final Course openings = new Course("open");
  private final List<Course> endings =
      List.of(new Course("erase"), new Course("remove"), new Course("stop"));

  /** One verb on its way through the steps of its job, which itself says how many there are. */
  private static final class Course {
    private final String verb;
    private int step;
    private int steps = 1;

    Course(String verb) {
      this.verb = verb;
    }

    boolean through() {
      return step >= steps;
    }

    /** One that is through dies in its last step once more. */
    Deed on(String tenant, String memory) {
      return new Deed(verb + memory, tenant, Math.min(step, steps - 1));
    }

    void died(Job job) {
      steps = job.steps().size();
      step++;
    }
  }

  @Test
  void serverKilledDuringEveryJobStep() throws Exception {
    TestingServer first = TestingServer.on(home);
    Tenant stays = first.open(first.organisation("Klinika"), "Klinika");
    String secretKey = secretKey(first, stays);
    Tenant guest = first.open(first.organisation("Gospoda"), "Gospoda");
    first.stop();
    for (int death = 0; !through(); death++) {
      String memory = death % 2 == 0 ? "1GiB" : "2GiB";
      String next = "gosc-" + death;
      Optional<Course> ending = endings.stream().filter(one -> !one.through()).findFirst();
      List<Deed> deeds = new ArrayList<>();
      deeds.add(changes.on("klinika", "=" + memory));
      deeds.add(openings.on(next, ""));
      if (ending.isPresent()) deeds.add(ending.get().on(guest.slug().value(), ""));
      String at = kill(first.prefix(), deeds);
      TestingServer inn = TestingServer.named(first.prefix(), home);
      try {
        goneOnWith(inn, changes, stays, at);
        goneOnWith(inn, openings, inn.tenants().tenants().named(next), at);
        if (ending.isPresent()) goneOnWith(inn, ending.get(), guest, at);
        assertThat(inn.fresh(stays).spec().memoryBytes())
            .as(at)
            .isEqualTo(Sizes.parse("memory", memory));
        assertThat(secretKey(inn, stays)).as(at).isEqualTo(secretKey);
        nothingIsLeftOver(inn, at);
        guest = inn.tenants().tenants().named(next);
      } finally {
        inn.stop();
      }
    }
    TestingServer.named(first.prefix(), home).close();
  }

  private boolean through() {
    return changes.through() && openings.through() && endings.stream().allMatch(Course::through);
  }

  private static String secretKey(TestingServer inn, Tenant tenant) {
    return requireNonNull(
        inn.state(tenant).orElseThrow().actual().environment().get("WEBUI_SECRET_KEY"));
  }

  private void goneOnWith(TestingServer inn, Course course, Tenant tenant, String at)
      throws InterruptedException {
    Job job = finished(inn, tenant, "tenant." + course.verb, at);
    course.died(job);
    Tenant now = inn.fresh(tenant);
    Path folder = home.resolve("tenants").resolve(tenant.slug().value());
    switch (course.verb) {
      case "erase" -> {
        assertThat(now.wanted()).as(at).isEqualTo(Wanted.ERASED);
        assertThat(folder).as(at).doesNotExist();
      }
      case "remove" -> {
        assertThat(now.condition().state()).as(at).isEqualTo(State.REMOVED);
        assertThat(folder.resolve("data/webui.db")).as(at).exists();
      }
      case "stop" -> {
        assertThat(now.condition().state()).as(at).isEqualTo(State.STOPPED);
        assertThat(inn.state(now).filter(ContainerState::running)).as(at).isEmpty();
      }
      default -> {
        assertThat(now.condition().state()).as(at).isEqualTo(State.HEALTHY);
        assertThat(inn.tenants().plans().now(now).differences()).as(at).isEmpty();
      }
    }
  }

  private static Job finished(TestingServer inn, Tenant tenant, String kind, String at)
      throws InterruptedException {
    Jobs jobs = inn.server().rooms().foundation().jobs();
    JobFilter its =
        new JobFilter(Set.of(), Optional.of(tenant.subject()), Optional.of(kind), Optional.empty());
    Job job = jobs.await(jobs.list(its, Optional.empty(), 1).getFirst().id(), PATIENCE);
    assertThat(job.state())
        .as(() -> at + "; " + job.failure() + " " + job.steps())
        .isEqualTo(Job.State.FINISHED);
    return job;
  }

  /** Nobody has more than one container, and who is gone has none. */
  private static void nothingIsLeftOver(TestingServer inn, String at) {
    List<ContainerName> there =
        inn.tenants().tenants().all().stream()
            .filter(one -> one.wanted() != Wanted.REMOVED)
            .map(inn::container)
            .toList();
    assertThat(inn.containers())
        .as(at)
        .extracting(ContainerState::name)
        .containsExactlyInAnyOrderElementsOf(there);
  }

  /** Answers where and how it died. */
  private String kill(String prefix, List<Deed> deeds) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledInSteps.class.getName(),
                home.toString(),
                prefix,
                Integer.toString(random.nextInt(400))));
    deeds.forEach(deed -> command.add(deed.word()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isEqualTo(137);
    return "killed in %s, seed %d".formatted(deeds, seed);
  }
}
