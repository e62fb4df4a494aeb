package io.innkeeper.cli.key;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.job.JobWatch;
import io.innkeeper.client.Answer;
import io.innkeeper.client.IssuedKeyView;
import io.innkeeper.client.KeyRotation;
import io.innkeeper.client.KeyView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code innkeeper key …} */
@Command(name = "key", description = "Keys: what the gateway lets make model calls.")
public final class KeyCommand {
  private static final String ALL = "/organisations/{}/keys";
  private static final String ONE = "/organisations/{}/keys/{}";
  private static final String ORG = "Whose key, by slug or id.";
  private static final String KEY = "Its id or name.";

  private final Desk desk;
  private final KeyText text;

  @Spec private @Nullable CommandSpec spec;

  public KeyCommand(Desk desk) {
    this.desk = desk;
    this.text = new KeyText(desk.when());
  }

  @Command(description = "List keys: the workspaces' own, then virtual ones by name.")
  void list(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Option(names = "--all", description = "Expired and revoked ones too.") boolean all,
      @Mixin Limit limit) {
    new Lists(desk)
        .show(
            Query.of(ALL, org).when(all, "all"),
            KeyView.class,
            text.table(),
            limit,
            "No keys. Make one: innkeeper key create ORG NAME");
  }

  @Command(description = "Show one key and its limits.")
  void show(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Parameters(paramLabel = "KEY", description = KEY) String key) {
    show(desk.client().get(path(org, key)), text::facts);
  }

  @Command(description = "Make a virtual key; its value is shown once.")
  void create(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Parameters(paramLabel = "NAME", description = "What it is for.") String name,
      @Option(
              names = "--tenant",
              paramLabel = "TENANT",
              description = "Whose spending it counts as; nobody's when not given.")
          Optional<String> tenant,
      @Mixin KeyValues values) {
    issued(
        desk.client()
            .post(Query.of(ALL, org).path(), values.create(name, tenant, desk.when().clock())));
  }

  @Command(description = "Change a virtual key; what is not given stays.")
  void change(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Parameters(paramLabel = "KEY", description = KEY) String key,
      @Option(names = "--name", paramLabel = "NAME", description = "Its new name.")
          Optional<String> name,
      @Option(names = "--no-budget", description = "Remove its budget.") boolean noBudget,
      @Option(names = "--no-expiry", description = "Let it count without end.") boolean noExpiry,
      @Mixin KeyValues values) {
    if (values.nothing() && name.isEmpty() && !noBudget && !noExpiry && spec != null)
      throw new ParameterException(
          spec.subcommands().get("change"), "Nothing to change was given.");
    String path = path(org, key);
    long version = desk.client().get(path).version().orElseThrow();
    show(
        desk.client()
            .patch(path, version, values.change(name, noBudget, noExpiry, desk.when().clock())),
        one -> "Changed " + one.name() + ".");
  }

  @Command(description = "Give a key a new value, shown once; the one before counts for a while.")
  void rotate(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Parameters(paramLabel = "KEY", description = KEY) String key,
      @Option(
              names = "--overlap",
              paramLabel = "MINUTES",
              description = "How long the value before still counts; 60 when not given.")
          Optional<Integer> overlap) {
    String path = path(org, key) + "/rotation";
    issued(desk.client().post(path, new KeyRotation(overlap.orElse(null))));
  }

  @Command(description = "Make a virtual key worthless for good, within a second.")
  void revoke(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Parameters(paramLabel = "KEY", description = KEY) String key,
      @Option(names = "--yes", paramLabel = "KEY", description = "The key, instead of asking.")
          Optional<String> yes) {
    String path = path(org, key);
    desk.demandConfirmed(key, yes, "Revoking " + key + " can't be undone.");
    desk.client().delete(path);
    desk.tell("The key " + key + " opens nothing any more.");
  }

  private String path(String org, String key) {
    return Query.of(ONE, org, new NamedKey(desk, org).id(key)).path();
  }

  /** A workspace's own key is never shown: a job hands it over. */
  private void issued(Answer answer) {
    IssuedKeyView issued = answer.as(IssuedKeyView.class);
    if (issued.value() != null) {
      desk.show(answer, IssuedKeyView.class, one -> "" + one.value(), KeyText::issued);
      return;
    }
    if (issued.jobId() != null && !desk.options().json()) {
      new JobWatch(desk, issued.jobId()).toItsEnd();
      desk.tell("The workspace has a new key.");
      return;
    }
    desk.show(
        answer,
        IssuedKeyView.class,
        one -> one.key().id().toString(),
        one -> "The workspace gets its new key when it starts.");
  }

  private void show(Answer answer, java.util.function.Function<KeyView, String> words) {
    desk.show(answer, KeyView.class, key -> key.id().toString(), words);
  }
}
