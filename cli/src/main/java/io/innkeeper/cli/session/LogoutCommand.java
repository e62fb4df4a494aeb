package io.innkeeper.cli.session;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.SignIn;
import io.innkeeper.client.ClientFailure;
import io.innkeeper.client.Fingerprint;
import io.innkeeper.client.InnkeeperClient;
import io.innkeeper.client.ProblemException;
import io.innkeeper.client.ServerTrust;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Ends the session on the server and forgets it here. */
@Command(name = "logout", description = "Sign out.")
public final class LogoutCommand implements Runnable {
  private final Desk desk;

  public LogoutCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    Optional<SignIn> kept = desk.signInFile().read();
    if (kept.isEmpty()) {
      desk.tell("You were not signed in.");
      return;
    }
    desk.signInFile().delete();
    end(kept.get());
    desk.tell("Signed out of " + kept.get().server() + ".");
  }

  private void end(SignIn kept) {
    ServerTrust trust =
        new ServerTrust(Optional.ofNullable(kept.fingerprint()).map(Fingerprint::new));
    try (InnkeeperClient client =
        new InnkeeperClient(kept.server(), trust, Optional.of(kept.token()))) {
      client.delete("/sessions/current");
    } catch (ProblemException e) {
      // It had ended before: that is all we want.
      if (e.problem().status() != 401) throw e;
    } catch (ClientFailure e) {
      desk.terminal().err().println(e.said());
      desk.terminal()
          .err()
          .println("The session is forgotten here; on the server it ends by itself.");
    }
  }
}
