package io.innkeeper.cli.setting;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.Answer;
import io.innkeeper.client.CatalogueView;
import io.innkeeper.client.EffectiveView;
import io.innkeeper.client.RevealedView;
import io.innkeeper.client.VariableView;
import io.innkeeper.client.VariablesView;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper setting …} */
@Command(
    name = "setting",
    description = "The app’s settings: of all tenants, an organisation’s, a tenant’s own.",
    subcommands = {SetCommand.class, RemoveCommand.class, ImportCommand.class, DiffCommand.class})
public final class SettingCommand {
  private final Desk desk;

  public SettingCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "List what is set; for a tenant all that it gets, and whose word it is.")
  void list(
      @Mixin Place place,
      @Option(names = "--own", description = "Of a tenant only its own layer.") boolean own) {
    Answer answer = desk.client().get(place.query().when(own, "own").path());
    if (desk.options().json()) desk.json(answer.json());
    else
      desk.table(
          SettingText.table(), answer.as(VariablesView.class).variables(), "Nothing is set here.");
  }

  @Command(
      description = "Show one setting, as it is set there and what it does.",
      footer = {"", "For example: innkeeper setting show --org brzoza TASK_MODEL_EXTERNAL"})
  void show(
      @Mixin Place place,
      @Parameters(paramLabel = "NAME", description = "The variable.") String name,
      @Option(
              names = "--reveal",
              description = "A secret in the clear; that you asked is written down.")
          boolean reveal) {
    if (reveal) {
      desk.show(
          desk.client().post(place.below("/{}/reveal", name).path(), null),
          RevealedView.class,
          RevealedView::value,
          RevealedView::value);
      return;
    }
    VariablesView all = desk.client().get(place.query().path()).as(VariablesView.class);
    Optional<VariableView> set =
        all.variables().stream().filter(one -> one.name().equals(name)).findFirst();
    Optional<CatalogueView> known =
        new Lists(desk)
            .all(Query.of("/variables/catalogue").with("q", name), CatalogueView.class).stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    if (set.isEmpty() && known.isEmpty())
      throw new Refusal(
          ExitCode.NOT_FOUND,
          name + " is not set here, and Open WebUI does not know it.",
          "Look for it: innkeeper setting known WORD");
    set.ifPresentOrElse(
        one -> desk.tell(name + "=" + SettingText.value(one) + "   from " + one.from()),
        () -> desk.tell(name + " is not set here."));
    known.ifPresent(one -> desk.terminal().out().print(SettingText.facts(one)));
  }

  @Command(description = "Look for settings that Open WebUI knows, by name or what they do.")
  void known(
      @Parameters(paramLabel = "WORD", arity = "0..1", description = "Part of it; all if none.")
          Optional<String> word,
      @Option(names = "--version", paramLabel = "VERSION", description = "Known to this one.")
          Optional<String> version,
      @Mixin Limit limit) {
    new Lists(desk)
        .show(
            Query.of("/variables/catalogue").with("q", word).with("version", version),
            CatalogueView.class,
            SettingText.catalogue(),
            limit,
            "Open WebUI knows nothing of that kind.");
  }

  @Command(description = "Write what is set as an .env file, without secrets.")
  void export(
      @Mixin Place place,
      @Option(
              names = "--secrets",
              description = "Secrets in the clear too; that you asked is written down.")
          boolean secrets) {
    desk.client().copy(place.below("/env").when(secrets, "secrets").path(), desk.terminal().out());
  }

  @Command(description = "What a tenant’s app really uses, beside what is wanted.")
  void effective(
      @Parameters(paramLabel = "TENANT", description = "Its slug or id.") String tenant,
      @Option(names = "--now", description = "Ask the app now; else what it said last.")
          boolean now,
      @Option(names = "--all", description = "What is as wanted too.") boolean all) {
    String path = Query.of("/tenants/{}/effective", tenant).path();
    Answer answer = now ? desk.client().post(path, null) : desk.client().get(path);
    if (desk.options().json()) {
      desk.json(answer.json());
      return;
    }
    EffectiveView view = answer.as(EffectiveView.class);
    if (view.readAt() == null) {
      desk.tell("Its app was never asked. Ask it: innkeeper setting effective --now " + tenant);
      return;
    }
    List<EffectiveView.Line> lines =
        view.lines().stream()
            .filter(line -> all || !List.of("same", "first-start").contains(line.state()))
            .toList();
    desk.table(SettingText.effective(), lines, "Everything is as wanted, " + said(view) + ".");
    if (!lines.isEmpty()) desk.tell("As the app said " + said(view) + ".");
  }

  private String said(EffectiveView view) {
    return desk.when().ago(view.readAt());
  }
}
