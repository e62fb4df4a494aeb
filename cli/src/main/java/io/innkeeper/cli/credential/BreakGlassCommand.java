package io.innkeeper.cli.credential;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.client.Answer;
import io.innkeeper.client.BreakGlassProof;
import io.innkeeper.client.BreakGlassView;
import io.innkeeper.client.NewRecipient;
import io.innkeeper.client.age.AgeKey;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper break-glass …} */
@Command(
    name = "break-glass",
    description = "The sealed copy of all passwords for the day nothing else is left.",
    subcommands = {OpenGlassCommand.class, VerifyGlassCommand.class})
public final class BreakGlassCommand {
  private static final String ALL = "/break-glass";

  private final Desk desk;

  public BreakGlassCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(
      description = "Make a key whose owner can open the copy; needs no server.",
      footer = {"", "Keep the file away from this machine; its open half goes to “add”."})
  void key(
      @Parameters(paramLabel = "FILE", description = "Where its secret half is written.")
          Path file) {
    AgeKey key = AgeKey.make();
    Files.create(file, "# public key: " + key.recipient() + "\n" + key.written() + "\n");
    desk.terminal().out().println(key.recipient());
    desk.tell("Its secret half is in " + file + ". Print it, put it away, and delete the file.");
  }

  @Command(description = "Show how the copy stands and for whom it is sealed.")
  void status() {
    show(desk.client().get(ALL));
  }

  @Command(description = "Make the copy anew now; by itself it is made at each change.")
  void make() {
    show(desk.client().post(ALL, null));
  }

  @Command(description = "Open the copy on the server and compare it with what is stored.")
  void drill() {
    show(desk.client().post(ALL + "/drill", null));
  }

  @Command(description = "Seal the copy for somebody else too.")
  void add(
      @Parameters(paramLabel = "NAME", description = "Whose key it is.") String name,
      @Parameters(paramLabel = "RECIPIENT", description = "Its open half, age1….")
          String recipient) {
    show(desk.client().post(ALL + "/recipients", new NewRecipient(name, recipient)));
  }

  @Command(description = "Seal it for one less; copies taken along before stay open to them.")
  void remove(
      @Parameters(paramLabel = "ID", description = "The recipient's id.") UUID id,
      @Option(names = "--yes", paramLabel = "ID", description = "The id, instead of asking.")
          Optional<String> yes) {
    desk.demandConfirmed(id.toString(), yes, "Later copies can't be opened with that key.");
    desk.client().delete(Query.of(ALL + "/recipients/{}", id).path());
    desk.tell("Copies made from now on are not sealed for it.");
  }

  @Command(description = "Save the sealed copy, to be kept elsewhere.")
  void download(
      @Option(names = "--output", paramLabel = "FILE", description = "Where to.")
          Optional<Path> output) {
    Path file = output.orElse(Path.of("innkeeper-break-glass.age"));
    Files.save(file, out -> desk.client().download(ALL + "/file", Map.of(), out));
    desk.tell("Saved as " + file + ". Only the keys it is sealed for open it.");
  }

  @Command(description = "Note that you have opened the latest copy, by the proof in it.")
  void opened(
      @Parameters(paramLabel = "PROOF", description = "As “verify” told it.") String proof) {
    show(desk.client().post(ALL + "/opened", new BreakGlassProof(proof)));
  }

  private void show(Answer answer) {
    desk.show(answer, BreakGlassView.class, BreakGlassView::path, this::words);
  }

  private String words(BreakGlassView copy) {
    Facts facts =
        new Facts()
            .add("Copy", copy.path())
            .add("Made", copy.madeAt() == null ? "never" : desk.when().exact(copy.madeAt()))
            .maybe(
                "Holds",
                copy.credentials() == null
                    ? null
                    : copy.credentials() + " credentials, " + copy.passwords() + " passwords")
            .add("Up to date", copy.upToDate() ? "yes" : "no")
            .maybe("SHA-256", copy.sha256())
            .maybe("Drill", drill(copy))
            .maybe(
                "Opened by",
                copy.openedAt() == null
                    ? null
                    : copy.openedBy() + ", " + desk.when().exact(copy.openedAt()));
    for (BreakGlassView.RecipientView one : copy.recipients())
      facts.add("Sealed for", one.name() + "  " + one.recipient() + "  " + one.id());
    return facts.rendered();
  }

  private @org.jspecify.annotations.Nullable String drill(BreakGlassView copy) {
    if (copy.drilledAt() == null) return null;
    return copy.drillSaid() + " " + desk.when().exact(copy.drilledAt());
  }
}
