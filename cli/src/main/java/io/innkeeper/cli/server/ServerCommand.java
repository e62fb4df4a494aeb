package io.innkeeper.cli.server;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.client.ServerView;
import picocli.CommandLine.Command;

/** {@code innkeeper server …} */
@Command(
    name = "server",
    description = "The server itself: what it takes up, its log, starting it again.",
    subcommands = {ServerLogsCommand.class, RestartCommand.class})
public final class ServerCommand {
  static final String SERVER = "/server";

  private final Desk desk;
  private final ServerText text;

  public ServerCommand(Desk desk) {
    this.desk = desk;
    this.text = new ServerText(desk.when());
  }

  @Command(description = "Show which server this is, and what it took up when last measured.")
  void show() {
    desk.show(desk.client().get(SERVER), ServerView.class, ServerView::version, text::facts);
  }

  @Command(description = "Measure its store, folders and programs now, and show them.")
  void measure() {
    desk.show(
        desk.client().post(SERVER + "/measurement", null),
        ServerView.class,
        ServerView::version,
        text::facts);
  }
}
