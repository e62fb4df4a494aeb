package io.innkeeper;

import io.innkeeper.access.FirstAdmin;
import io.innkeeper.store.Home;
import java.io.PrintStream;

/** What a person sees when the server is ready: where it is, how to know it, who may sign in. */
final class Greeting {
  private final PrintStream terminal;
  private final boolean watched;

  /**
   * @param watched whether a person looks at the output; a log keeps what it hears, so it hears no
   *     password
   */
  Greeting(PrintStream terminal, boolean watched) {
    this.terminal = terminal;
    this.watched = watched;
  }

  void say(Server server, InnkeeperSettings settings) {
    if (!server.control()) {
      terminal.println("Innkeeper is ready and serves model calls");
      return;
    }
    terminal.println("Innkeeper is ready: https://" + host(settings) + ":" + server.port());
    terminal.println(
        "Certificate (SHA-256"
            + (server.certificate().selfMade() ? ", self-signed" : "")
            + "): "
            + server.certificate().fingerprint());
    if (server.firstAdmin() instanceof FirstAdmin.Created created)
      say(created, new Home(settings.home()));
    terminal.flush();
  }

  private void say(FirstAdmin.Created created, Home home) {
    String name = created.operator().name().toString();
    if (!created.generated())
      terminal.println("First admin: " + name + ", with the password that was given.");
    else if (watched)
      terminal.println("First admin: " + name + ", password: " + created.password().unwrap());
    else terminal.println("First admin: " + name + ", its password is in " + home.firstAdmin());
    terminal.println("The password must be changed at the first sign-in.");
  }

  private static String host(InnkeeperSettings settings) {
    String host = settings.http().host();
    if (host.equals("0.0.0.0") || host.equals("::")) return "localhost";
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
