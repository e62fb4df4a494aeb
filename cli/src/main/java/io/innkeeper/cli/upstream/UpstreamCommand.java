package io.innkeeper.cli.upstream;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.GivenSecret;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.job.JobWatch;
import io.innkeeper.cli.job.Waiting;
import io.innkeeper.client.Answer;
import io.innkeeper.client.GivenUpstreamKey;
import io.innkeeper.client.ListedUpstreamKeyView;
import io.innkeeper.client.OrganisationView;
import io.innkeeper.client.UpstreamKeyRotation;
import io.innkeeper.client.UpstreamKeyView;
import io.innkeeper.client.UpstreamKeysView;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper upstream …} */
@Command(
    name = "upstream",
    description = "Keys at OpenRouter, which model calls go out with.",
    subcommands = ManagementKeyCommand.class)
public final class UpstreamCommand {
  private static final String ONE = "/organisations/{}/upstream-key";
  private static final String ALL = "/upstream-keys";
  private static final String ORG = "Whose key, by slug or id.";

  private final Desk desk;
  private final UpstreamText text;

  public UpstreamCommand(Desk desk) {
    this.desk = desk;
    this.text = new UpstreamText(desk.when());
  }

  @Command(description = "List the keys that the account has now, and whose they are.")
  void list(@Mixin Limit limit) {
    show(new Query(ALL), limit, "The account at OpenRouter has no keys.");
  }

  @Command(description = "List keys named like ours that nobody here knows.")
  void orphans(@Mixin Limit limit) {
    show(new Query(ALL).with("kind", "orphan"), limit, "No orphans.");
  }

  @Command(name = "delete-orphan", description = "Delete a key that nobody here knows, for good.")
  void deleteOrphan(
      @Parameters(paramLabel = "HASH", description = "Its hash, as orphans tells it.") String hash,
      @Option(names = "--yes", paramLabel = "NAME", description = "Its name, instead of asking.")
          Optional<String> yes) {
    ListedUpstreamKeyView orphan =
        new Lists(desk)
            .all(new Query(ALL).with("kind", "orphan"), ListedUpstreamKeyView.class).stream()
                .filter(one -> one.hash().equals(hash))
                .findFirst()
                .orElseThrow(
                    () ->
                        new Refusal(
                            ExitCode.NOT_FOUND,
                            "There is no orphan with this hash.",
                            "See them with: innkeeper upstream orphans"));
    desk.demandConfirmed(
        orphan.name(), yes, "Whoever still calls with the key " + orphan.label() + " is refused.");
    desk.client().delete(Query.of(ALL + "/{}", hash).with("name", orphan.name()).path());
    desk.tell("The key " + orphan.label() + " is deleted at OpenRouter.");
  }

  @Command(description = "Show how an organisation's key stands.")
  void show(@Parameters(paramLabel = "ORG", description = ORG) String org) {
    desk.show(
        desk.client().get(Query.of(ONE, org).path()),
        UpstreamKeyView.class,
        UpstreamKeyView::state,
        text::facts);
  }

  @Command(
      description =
          "Make an organisation a new key and put it in the place of the one in use; without one,"
              + " its first.")
  void rotate(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Option(
              names = "--overlap",
              paramLabel = "SECONDS",
              description = "How long the key before still works; 60 when not given.")
          Optional<Integer> overlap,
      @Mixin Waiting waiting) {
    Answer answer =
        desk.client()
            .post(
                Query.of(ONE + "/rotation", org).path(),
                new UpstreamKeyRotation(overlap.orElse(null)));
    UpstreamKeyView ordered = answer.as(UpstreamKeyView.class);
    if (ordered.jobId() == null || !waiting.wanted(desk)) {
      desk.show(
          answer,
          UpstreamKeyView.class,
          one -> "" + one.jobId(),
          one -> "A job makes the new key. Watch it: innkeeper job watch " + one.jobId());
      return;
    }
    new JobWatch(desk, ordered.jobId()).toItsEnd();
    show(org);
  }

  @Command(
      description = "Give a key by hand; it is sealed, and left as it is at OpenRouter.",
      footer = {"", "For example: innkeeper upstream paste brzoza < key.txt"})
  void paste(
      @Parameters(paramLabel = "ORG", description = ORG) String org, @Mixin GivenSecret secret) {
    GivenUpstreamKey given = new GivenUpstreamKey(secret.read(desk.terminal(), "Upstream key:"));
    desk.show(
        desk.client().put(Query.of(ONE, org).path(), given),
        OrganisationView.class,
        OrganisationView::slug,
        one -> one.slug() + " has a new upstream key. Its next model call goes out with it.");
  }

  @Command(description = "Look at all keys now: mend what differs, make what is missing.")
  void sync() {
    desk.show(
        desk.client().post(ALL + "/check", null),
        UpstreamKeysView.class,
        one -> Long.toString(one.orphans()),
        text::look);
  }

  private void show(Query query, Limit limit, String whenNone) {
    new Lists(desk).show(query, ListedUpstreamKeyView.class, text.table(), limit, whenNone);
  }
}
