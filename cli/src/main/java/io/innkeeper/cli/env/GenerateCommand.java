package io.innkeeper.cli.env;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code innkeeper env generate} */
@Command(
    name = "generate",
    description =
        "Make the organisation's key at OpenRouter and write the file; what is right stays as it"
            + " is. Needs no server.",
    footer = {
      "",
      "For example: innkeeper env generate --production --organisation \"Brzoza Podatki\" --limit 50"
    })
public final class GenerateCommand implements Runnable {
  private final Desk desk;

  @Mixin private final Where where = new Where();
  @Mixin private final Wishes wishes = new Wishes();
  @Mixin private final Upstream upstream = new Upstream();
  @Mixin private final ManagementKey management = new ManagementKey();

  public GenerateCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    where.stage();
    wishes.check();
    Stage stage = where.stage(desk.terminal());
    Subject subject = Subject.of(stage, where.file(stage), wishes, desk.terminal());
    try (OpenRouterApi api = upstream.open(desk.terminal())) {
      generate(subject, new OpenRouterKeys(api, management.read(desk.terminal())));
    }
  }

  private void generate(Subject subject, OpenRouterKeys keys) {
    KeySearch found = KeySearch.of(keys, subject.text(), subject.id(), subject.name());
    refuseUnknownSecret(found, subject);
    SpendingLimit limit = wishes.limit(subject.text(), found.limit(), desk.terminal());
    found.demandChangeable(limit);
    Changes changes = changes(subject, keys, found, limit);
    changes.show(desk, subject, limit, wishes.dryRun());
    sayOthers(found.others());
    if (wishes.dryRun()) return;
    if (wishes.apply()) new RunningServer(desk).demandReady(subject);
    ApiKey key = changes.none() ? found.working().orElseThrow() : act(subject, keys, found, limit);
    Outcome.of(subject, key, limit, !changes.none())
        .tell(
            desk,
            changes.none()
                ? subject.file().named() + " is right as it is."
                : "Wrote %s: %s as %s, key %s, %s."
                    .formatted(
                        subject.file().named(),
                        subject.name(),
                        subject.id(),
                        key.label(),
                        limit.said()));
    if (wishes.apply()) Outcome.apply(desk, subject, key);
    else if (!changes.none())
      desk.tell("A server with this file as .env in its home takes it over at its next start.");
  }

  private static Changes changes(
      Subject subject, OpenRouterKeys keys, KeySearch found, SpendingLimit limit) {
    boolean fresh = found.working().isEmpty();
    Changes changes = Changes.of(subject, values(subject, keys, found, limit), fresh);
    if (fresh) return changes.and("a new key, " + limit.said());
    return found
        .listed()
        .filter(key -> !key.limit().equals(limit))
        .map(
            key ->
                changes.and(
                    "the limit of %s: %s → %s"
                        .formatted(key.label(), key.limit().said(), limit.said())))
        .orElse(changes);
  }

  private ApiKey act(Subject subject, OpenRouterKeys keys, KeySearch found, SpendingLimit limit) {
    subject.file().demandWritable();
    wishes.demandConfirmed(desk);
    try (Steps steps = new Steps(desk.terminal().err())) {
      ApiKey key =
          found
              .working()
              .map(working -> keep(steps, subject, keys, found, limit, working))
              .orElseGet(() -> new Issuing(keys, subject, limit).run(steps).secret());
      steps.keep();
      return key;
    }
  }

  /** The file's key stays; its limit and the file are brought in step. */
  private static ApiKey keep(
      Steps steps,
      Subject subject,
      OpenRouterKeys keys,
      KeySearch found,
      SpendingLimit limit,
      ApiKey working) {
    found
        .listed()
        .filter(key -> !key.limit().equals(limit))
        .ifPresent(key -> changeLimit(steps, keys, key, limit));
    EnvText text = subject.text().with(values(subject, keys, found, limit));
    boolean same = text.text().equals(subject.text().text());
    if (!same || !subject.file().tight())
      steps.take(() -> subject.file().write(text), undo -> undo);
    return working;
  }

  private static void changeLimit(
      Steps steps, OpenRouterKeys keys, UpstreamKey key, SpendingLimit limit) {
    steps.take(
        () -> {
          keys.limit(key, limit);
          return key;
        },
        changed ->
            new Undo(
                "The key's limit is as it was before.",
                "The key's limit could not be put back to %s; set it at OpenRouter."
                    .formatted(key.limit().said()),
                () -> keys.limit(key, key.limit())));
  }

  private static Map<Variable, String> values(
      Subject subject, OpenRouterKeys keys, KeySearch found, SpendingLimit limit) {
    return subject.values(
        keys.api(), limit, found.working(), found.listed().map(UpstreamKey::hash));
  }

  private static void refuseUnknownSecret(KeySearch found, Subject subject) {
    if (found.working().isPresent() || found.others().isEmpty()) return;
    UpstreamKey there = found.others().getFirst();
    throw new Refusal(
        ExitCode.CONFLICT,
        "OpenRouter has a key of this organisation, “%s” (%s), but %s doesn't hold its secret, which"
                .formatted(there.name(), there.label(), subject.file().named())
            + " is told only once.",
        "Write the secret into the file, or replace the key: innkeeper env rotate");
  }

  private void sayOthers(List<UpstreamKey> others) {
    for (UpstreamKey other : others)
      desk.terminal()
          .err()
          .println(
              "OpenRouter has another enabled key of this organisation: “%s” (%s). Disable it there if nothing uses it."
                  .formatted(other.name(), other.label()));
  }
}
