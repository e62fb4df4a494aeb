package io.innkeeper.cli.upkeep;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.client.Answer;
import io.innkeeper.client.SettingView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper settings} */
@Command(
    name = "settings",
    description = "Show the server's effective settings and where each came from.")
public final class SettingsCommand implements Runnable {
  private final Desk desk;

  @Parameters(arity = "0..1", paramLabel = "TEXT", description = "Only keys that hold this.")
  private Optional<String> text = Optional.empty();

  @Option(names = "--changed", description = "Only what is not the default.")
  private boolean changed;

  public SettingsCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    Answer answer = desk.client().get("/settings");
    if (desk.options().json()) {
      desk.json(answer.json());
      return;
    }
    String wanted = text.orElse("").toLowerCase(Locale.ROOT);
    List<SettingView> shown =
        List.of(answer.as(SettingView[].class)).stream()
            .filter(setting -> setting.key().contains(wanted))
            .filter(setting -> !changed || !byDefault(setting))
            .toList();
    desk.table(table(), shown, "No such settings.");
  }

  private static Table<SettingView> table() {
    return new Table<SettingView>()
        .column("Key", SettingView::key)
        .column("Value", SettingView::value)
        .column("From", SettingView::origin, each -> byDefault(each) ? Tone.FAINT : Tone.PLAIN)
        .column("Decides", SettingView::says);
  }

  private static boolean byDefault(SettingView setting) {
    return setting.origin().equals("default");
  }
}
