package io.innkeeper.cli.environment;

import static io.innkeeper.cli.environment.EnvironmentCommand.ALL;
import static io.innkeeper.cli.environment.EnvironmentCommand.NAME;
import static io.innkeeper.cli.environment.EnvironmentCommand.ONE;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.client.EnvironmentRestoration;
import io.innkeeper.client.EnvironmentView;
import io.innkeeper.client.PasswordChangeView;
import io.innkeeper.client.SourceView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is kept of environments, and when they are read. */
final class KeepingCommands {
  private KeepingCommands() {}

  /** {@code innkeeper environment restore} */
  @Command(
      name = "restore",
      description = "Read a removed environment again; the passwords of its sources are asked for.")
  public static final class Restore implements Runnable {
    private final Desk desk;

    @Parameters(paramLabel = "ID", description = "Its id: a removed one has no name.")
    private String id = "";

    public Restore(Desk desk) {
      this.desk = desk;
    }

    @Override
    public void run() {
      EnvironmentView now = desk.client().get(Query.of(ONE, id).path()).as(EnvironmentView.class);
      EnvironmentRestoration given =
          new EnvironmentRestoration(
              password(now, "manager", "SDDC Manager"),
              password(now, "installer", "VCF Installer"));
      desk.show(
          desk.client().post(Query.of(ONE + "/restoration", id).path(), given),
          EnvironmentView.class,
          EnvironmentView::name,
          one -> "“" + one.name() + "” is restored and read soon.");
    }

    private @Nullable String password(EnvironmentView of, String kind, String product) {
      boolean there = of.sources().stream().map(SourceView::kind).anyMatch(kind::equals);
      return there
          ? SourceOptions.password(desk.terminal(), "Password for " + product + ":")
          : null;
    }
  }

  /** {@code innkeeper environment schedule} */
  @Command(
      name = "schedule",
      description = "When which source is read by itself, the next one first.")
  public static final class Schedule implements Runnable {
    private final Desk desk;

    public Schedule(Desk desk) {
      this.desk = desk;
    }

    @Override
    public void run() {
      if (desk.options().json()) {
        desk.json(new Lists(desk).json(new Query(ALL)));
        return;
      }
      List<EnvironmentView> all = new Lists(desk).all(new Query(ALL), EnvironmentView.class);
      EnvironmentText text = new EnvironmentText(desk);
      desk.table(text.schedule(), EnvironmentText.sources(all), "No environments.");
    }
  }

  /** {@code innkeeper environment history} */
  @Command(
      name = "history",
      description = "Which of its passwords came to be known when; no password itself.")
  public static final class History implements Runnable {
    private final Desk desk;

    @Parameters(paramLabel = "ENVIRONMENT", description = NAME)
    private String name = "";

    @Option(names = "--search", paramLabel = "TEXT", description = "Host or user contain this.")
    private Optional<String> search = Optional.empty();

    @Option(names = "--changes", description = "Not the first password of each account.")
    private boolean changes;

    @Mixin private Limit limit = new Limit();

    public History(Desk desk) {
      this.desk = desk;
    }

    @Override
    public void run() {
      new Lists(desk)
          .show(
              Query.of(ONE + "/history", name).when(changes, "changes").with("q", search),
              PasswordChangeView.class,
              new EnvironmentText(desk).history(),
              limit,
              "No password is known yet.");
    }
  }
}
