package io.innkeeper.openrouter.provision;

import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The jobs of keys. A new key's id and name follow from its job's id, so a job that goes on after a
 * crash finds what it began.
 */
final class KeyWorks {
  static final String MAKE = "upstream-key.make";
  static final String ROTATE = "upstream-key.rotate";
  static final String ORGANISATION = "organisation";
  static final String OVERLAP = "overlapSeconds";

  private static final Duration LOOK = Duration.ofMillis(500);

  private final KeyMaking making;
  private final KeySwitch keys;
  private final Troubles troubles;
  private final Clock clock;

  KeyWorks(KeyMaking making, KeySwitch keys, Troubles troubles, Clock clock) {
    this.making = making;
    this.keys = keys;
    this.troubles = troubles;
    this.clock = clock;
  }

  /** One job at a time changes an organisation's key. */
  static String subject(UUID organisation) {
    return "upstream-key/" + organisation;
  }

  List<Work> works() {
    return List.of(new KeyWork(MAKE, this::making), new KeyWork(ROTATE, this::rotating));
  }

  private record KeyWork(String kind, Function<Job, List<Step>> listing) implements Work {
    @Override
    public List<Step> steps(Job job) {
      return listing.apply(job);
    }
  }

  private List<Step> making(Job job) {
    List<Step> steps = new ArrayList<>(common(job));
    steps.add(
        step(job, "Give it to the organisation", progress -> giveFirst(job, progress))
            .undoneBy(progress -> keys.takeBack(job.id(), job.by())));
    return steps;
  }

  /** What a person gave meanwhile counts more than what was made unasked. */
  private void giveFirst(Job job, Progress progress) {
    if (keys.useAsFirst(job.id(), job.by())) return;
    making.discard(job.id(), job.by());
    progress.say("The organisation was given a key meanwhile, so this one was taken away.");
  }

  private List<Step> common(Job job) {
    UUID id = job.id();
    UUID organisation = organisation(job);
    return List.of(
        step(job, "Note the new key's name", progress -> making.intend(id, organisation))
            .undoneBy(progress -> making.discard(id, job.by())),
        step(job, "Make the key at OpenRouter", progress -> making.make(id, job.by(), progress)),
        step(job, "Ask with the new key", progress -> making.ask(id, progress)));
  }

  private List<Step> rotating(Job job) {
    List<Step> steps = new ArrayList<>(common(job));
    steps.add(
        step(job, "Give it to the organisation", progress -> keys.use(job.id(), job.by()))
            .undoneBy(progress -> keys.takeBack(job.id(), job.by())));
    steps.add(step(job, "Let calls under way end", progress -> overlap(job, progress)));
    steps.add(step(job, "Switch the key before it off", progress -> switchOff(job, progress)));
    return steps;
  }

  /** The upstream's no to a switching-off undoes nothing: the next look does it. */
  private void switchOff(Job job, Progress progress) {
    for (String problem : keys.switchOff(organisation(job), job.by()))
      progress.say(problem + " The new key is in use; the key check switches the old one off.");
  }

  /** Both keys work meanwhile: every gateway has followed, and what began with the old one ends. */
  private void overlap(Job job, Progress progress) throws InterruptedException {
    if (progress.recall("until").isEmpty()) {
      long seconds = Long.parseLong(job.input().getOrDefault(OVERLAP, "0"));
      progress.remember("until", clock.instant().plusSeconds(seconds).toString());
    }
    Instant until = Instant.parse(progress.recall("until"));
    while (clock.instant().isBefore(until)) {
      progress.now(Duration.between(clock.instant(), until).toSeconds() + 1 + " s");
      Thread.sleep(LOOK);
      progress.checkCancelled();
    }
  }

  /** A step whose failure is also told where the organisation's key is shown. */
  private Step step(Job job, String name, Step.Act act) {
    return Step.of(
        name,
        progress -> {
          try {
            act.run(progress);
          } catch (Fault e) {
            troubles.note(organisation(job), e);
            throw e;
          }
        });
  }

  private static UUID organisation(Job job) {
    return UUID.fromString(job.input().get(ORGANISATION));
  }
}
