package io.innkeeper.cli.session;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.SignIn;
import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.client.MeView;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Says who calls, and where. */
@Command(name = "whoami", description = "Show who you are, and on which server.")
public final class WhoamiCommand implements Runnable {
  private final Desk desk;

  public WhoamiCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    desk.show(desk.client().get("/me"), MeView.class, MeView::name, this::words);
  }

  private String words(MeView me) {
    Optional<SignIn> kept =
        desk.signInFile().read().filter(signIn -> signIn.name().equals(me.name()));
    return new Facts()
        .add("Name", me.name())
        .maybe("Shown as", me.displayName())
        .add("Role", me.role())
        .maybe("Organisation", me.organisation())
        .add("By", me.kind().equals("token") ? "API token" : "sign-in")
        .add("Server", desk.client().server())
        .maybe("Until", kept.map(SignIn::expiresAt).map(desk.when()::exact).orElse(null))
        .rendered();
  }
}
