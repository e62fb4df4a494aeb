package io.innkeeper.cli.env;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code innkeeper env rotate} */
@Command(
    name = "rotate",
    description =
        "Put a new key in place of the one before: made, written, tried, and only then is the old one"
            + " disabled. Needs no server.",
    footer = {
      "",
      "A server that runs goes on with the old key until it is told (--apply) or restarted. Either tell"
          + " it, or keep the old key for that time (--keep-old)."
    })
public final class RotateCommand implements Runnable {
  private final Desk desk;

  @Mixin private final Where where = new Where();
  @Mixin private final Wishes wishes = new Wishes();
  @Mixin private final Upstream upstream = new Upstream();
  @Mixin private final ManagementKey management = new ManagementKey();

  @Option(names = "--keep-old", description = "Leave the old key enabled, to be disabled later.")
  private boolean keepOld;

  public RotateCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    Stage stage = where.stage();
    wishes.check();
    Subject subject = Subject.of(stage, where.file(stage), wishes, desk.terminal());
    try (OpenRouterApi api = upstream.open(desk.terminal())) {
      rotate(subject, new OpenRouterKeys(api, management.read(desk.terminal())));
    }
  }

  private void rotate(Subject subject, OpenRouterKeys keys) {
    KeySearch found = KeySearch.of(keys, subject.text(), subject.id(), subject.name());
    List<UpstreamKey> old = found.listed().map(List::of).orElse(found.others());
    if (old.isEmpty() && found.working().isEmpty()) throw nothingThere(subject);
    Optional<SpendingLimit> there =
        found.limit().or(() -> old.stream().findFirst().map(UpstreamKey::limit));
    SpendingLimit limit = wishes.limit(subject.text(), there, desk.terminal());
    changes(subject, keys, limit, old).show(desk, subject, limit, wishes.dryRun());
    if (wishes.dryRun()) return;
    if (wishes.apply()) new RunningServer(desk).demandReady(subject);
    subject.file().demandWritable();
    wishes.demandConfirmed(desk);
    ApiKey key = issued(subject, keys, limit);
    Outcome.of(subject, key, limit, true)
        .tell(
            desk,
            "%s has a new key %s, %s."
                .formatted(subject.file().named(), key.label(), limit.said()));
    if (wishes.apply()) Outcome.apply(desk, subject, key);
    retire(keys, old);
  }

  private ApiKey issued(Subject subject, OpenRouterKeys keys, SpendingLimit limit) {
    try (Steps steps = new Steps(desk.terminal().err())) {
      ApiKey key = new Issuing(keys, subject, limit).run(steps).secret();
      steps.keep();
      return key;
    }
  }

  private Changes changes(
      Subject subject, OpenRouterKeys keys, SpendingLimit limit, List<UpstreamKey> old) {
    Map<Variable, String> values =
        subject.values(keys.api(), limit, Optional.empty(), Optional.empty());
    Changes changes = Changes.of(subject, values, true).and("a new key, " + limit.said());
    for (UpstreamKey each : keepOld ? List.<UpstreamKey>of() : old)
      changes = changes.and("then %s is disabled".formatted(each.label()));
    return changes;
  }

  /** The new key serves already, so a failure here takes nothing back. */
  private void retire(OpenRouterKeys keys, List<UpstreamKey> old) {
    if (old.isEmpty())
      desk.terminal()
          .err()
          .println("The old key is not of this account, so it is still enabled; disable it there.");
    for (UpstreamKey each : old) {
      if (keepOld) {
        desk.tell("The old key %s is still enabled.".formatted(each.label()));
        continue;
      }
      try {
        keys.disable(each);
      } catch (Refusal failed) {
        throw new Refusal(
            failed.code(),
            "The new key is in place, but the old one is still enabled. " + failed.said(),
            "Disable %s at OpenRouter.".formatted(each.label()));
      }
      desk.tell("The old key %s is disabled.".formatted(each.label()));
    }
  }

  private static Refusal nothingThere(Subject subject) {
    return new Refusal(
        ExitCode.NOT_FOUND,
        "There is no key of %s to rotate, neither in %s nor at OpenRouter."
            .formatted(subject.id(), subject.file().named()),
        "Make the first one: innkeeper env generate");
  }
}
