package io.innkeeper.cli.env;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.client.ClientFailure;
import io.innkeeper.client.Json;

/**
 * What is so after a command, as programs are told.
 *
 * @param key its label
 * @param limit USD as text, or {@code unlimited}
 */
record Outcome(
    String file,
    String organisation,
    String externalId,
    String key,
    String limit,
    boolean changed) {

  static Outcome of(Subject subject, ApiKey key, SpendingLimit limit, boolean changed) {
    return new Outcome(
        subject.file().named().toString(),
        subject.name(),
        subject.id().text(),
        key.label(),
        limit.text(),
        changed);
  }

  /** Has the running server take over the key; the file stays whatever comes of it. */
  static void apply(Desk desk, Subject subject, ApiKey key) {
    try {
      String slug = new RunningServer(desk).tell(subject, key).slug();
      desk.tell("The running server has it too: " + slug + ".");
    } catch (ClientFailure failed) {
      desk.terminal()
          .err()
          .println(
              subject.file().named()
                  + " is right; only the running server does not know it yet. Repeat with:"
                  + " innkeeper env generate --apply --file "
                  + subject.file().named());
      throw failed;
    }
  }

  void tell(Desk desk, String sentence) {
    if (desk.options().json()) desk.json(Json.LENIENT.valueToTree(this));
    else if (desk.options().quiet()) desk.terminal().out().println(externalId);
    else desk.tell(sentence);
    boolean told = !desk.options().json() && !desk.options().quiet();
    if (!told || !changed || Quoting.plain(organisation)) return;
    desk.terminal()
        .err()
        .println(
            "The name stands in quotes. Shells and Docker Compose take them off; docker run"
                + " --env-file does not, so give the name there with --env.");
  }
}
