package io.innkeeper.cli.session;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.Fingerprint;
import io.innkeeper.client.ServerTrust;
import java.net.URI;
import java.util.Optional;

/** The first meeting with a server: a person compares its fingerprint before anything is sent. */
record Acquaintance(Desk desk) {

  /** What to believe from now on. */
  ServerTrust with(URI server, Optional<String> given) {
    if (given.isPresent()) return ServerTrust.pinned(Desk.fingerprint(given.get()));
    Optional<Fingerprint> before = desk.compared(server);
    ServerTrust.Shown shown = ServerTrust.shownBy(server);
    if (before.filter(shown.fingerprint()::equals).isPresent())
      return ServerTrust.pinned(shown.fingerprint());
    if (shown.vouched()) return ServerTrust.authorities();
    demandCompared(server, shown.fingerprint(), before);
    return ServerTrust.pinned(shown.fingerprint());
  }

  private void demandCompared(URI server, Fingerprint shown, Optional<Fingerprint> before) {
    String met =
        before
            .map(
                old ->
                    "The certificate of %s has changed.%n  before %s%n  now    %s"
                        .formatted(server, old, shown))
            .orElseGet(
                () ->
                    "You have not met %s before. Its certificate has the SHA-256 fingerprint%n  %s"
                        .formatted(server, shown));
    if (!desk.terminal().interactive()) {
      throw new Refusal(
          ExitCode.CERTIFICATE,
          met,
          "Compare it with what the server shows at its start, then give it as --fingerprint.");
    }
    desk.terminal().err().println(met);
    desk.terminal().err().println("The server shows it at its start; it must be the same.");
    Optional<String> answer = desk.terminal().ask("Is it the same? (yes/no)");
    if (answer.map(String::strip).filter("yes"::equalsIgnoreCase).isPresent()) return;
    throw new Refusal(
        ExitCode.CERTIFICATE, "The server is not believed, so nothing was sent to it.", "");
  }
}
