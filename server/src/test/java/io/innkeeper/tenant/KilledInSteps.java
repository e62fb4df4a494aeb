package io.innkeeper.tenant;

import io.innkeeper.client.TenantChange;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenants.Ordered;
import io.innkeeper.testing.TestingServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/**
 * A process that orders several verbs at once and dies as by {@code kill -9} when each of their
 * jobs is in the middle of its step: {@code KilledInSteps HOME PREFIX MILLIS VERB:TENANT:STEP…}.
 */
public final class KilledInSteps {
  private final TestingServer inn;
  private final CountDownLatch within;
  private final Map<String, Integer> steps = new ConcurrentHashMap<>();

  private KilledInSteps(TestingServer inn, int jobs) {
    this.inn = inn;
    this.within = new CountDownLatch(jobs);
  }

  public static void main(String[] words) throws Exception {
    List<Deed> deeds = new ArrayList<>();
    for (int each = 3; each < words.length; each++) deeds.add(Deed.parse(words[each]));
    TestingServer inn = TestingServer.named(words[1], Path.of(words[0]));
    new KilledInSteps(inn, deeds.size()).die(deeds, Long.parseLong(words[2]));
  }

  /** One verb on one tenant, and the step of its job in which the process dies. */
  record Deed(String verb, String tenant, int step) {
    static Deed parse(String word) {
      String[] parts = word.split(":");
      return new Deed(parts[0], parts[1], Integer.parseInt(parts[2]));
    }

    String word() {
      return verb + ":" + tenant + ":" + step;
    }
  }

  private void die(List<Deed> deeds, long millis) throws InterruptedException {
    Jobs jobs = inn.server().rooms().foundation().jobs();
    jobs.register(inn.tenants().works().stream().map(this::halting).toList());
    for (Deed deed : deeds) {
      steps.put(kind(deed), deed.step());
      Job job = ordered(deed).job().orElseThrow();
      jobs.watch(job.id(), KilledInSteps::dieAtItsEnd);
    }
    within.await();
    Thread.sleep(millis);
    Runtime.getRuntime().halt(137);
  }

  private static void dieAtItsEnd(Job job) {
    if (!job.state().ended()) return;
    System.out.println(job.title() + " ended: " + job.failure() + " " + job.steps());
    Runtime.getRuntime().halt(3);
  }

  private static String kind(Deed deed) {
    return "tenant." + deed.verb().replaceAll("=.*", "");
  }

  private Ordered ordered(Deed deed) {
    Tenants verbs = inn.tenants().tenants();
    String[] verb = deed.verb().split("=");
    if (verb[0].equals("open")) return inn.order(owner(), deed.tenant());
    Tenant tenant = verbs.named(deed.tenant());
    return switch (verb[0]) {
      case "change" ->
          verbs.change(tenant.id(), bigger(tenant, verb[1]), tenant.version(), TestingServer.BY);
      case "remove" -> verbs.remove(tenant.id(), TestingServer.BY);
      case "erase" -> verbs.erase(tenant.id(), deed.tenant(), TestingServer.BY);
      case "stop" -> verbs.stop(tenant.id(), TestingServer.BY);
      default -> throw new IllegalArgumentException(deed.verb());
    };
  }

  private Organisation owner() {
    return inn.server().rooms().entrance().organisations().named("klinika");
  }

  private TenantSpec bigger(Tenant tenant, String memory) {
    TenantChange change = new TenantChange(null, null, null, memory, null, null, null, null);
    return new TenantInput(inn.tenants().settings()).changed(tenant.spec(), change);
  }

  /** The same work, which stays in the step in which the process is to die. */
  private Work halting(Work work) {
    return new Work() {
      @Override
      public String kind() {
        return work.kind();
      }

      @Override
      public List<Step> steps(Job job) {
        List<Step> list = work.steps(job);
        int last = steps.getOrDefault(kind(), -1);
        return IntStream.range(0, list.size())
            .mapToObj(at -> at == last ? staying(list.get(at)) : list.get(at))
            .toList();
      }
    };
  }

  private Step staying(Step step) {
    return new Step(
        step.name(),
        progress -> {
          within.countDown();
          step.act().run(progress);
          Thread.sleep(Duration.ofMinutes(2));
        },
        step.undo());
  }
}
