package io.innkeeper.cli.ingress;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.GivenSecret;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.job.JobWatch;
import io.innkeeper.cli.job.Waiting;
import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.client.Answer;
import io.innkeeper.client.CertificateRevocation;
import io.innkeeper.client.CertificateView;
import io.innkeeper.client.ConsoleCertificateView;
import io.innkeeper.client.GivenCertificate;
import io.innkeeper.client.JobView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper certificate …} */
@Command(name = "certificate", description = "Certificates that hostnames show.")
public final class CertificateCommand {
  private static final String OF_NAME = "/hostnames/{}/certificate";
  private static final String ONE = "/certificates/{}";
  private static final String CONSOLE = "/console-certificate";
  private static final String NAME = "The hostname.";
  private static final String ID = "Its id, as list tells it.";

  private final Desk desk;

  public CertificateCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "List certificates with their ends.")
  void list(
      @Option(names = "--all", description = "Earlier ones too, which nobody is shown any more.")
          boolean all,
      @Mixin Limit limit) {
    new Lists(desk)
        .show(
            new Query("/certificates").when(all, "all"),
            CertificateView.class,
            table(),
            limit,
            "No certificates.");
  }

  @Command(description = "Ask the authority for a certificate for a hostname.")
  void request(
      @Parameters(paramLabel = "NAME", description = NAME) String name, @Mixin Waiting waiting) {
    follow(
        desk.client().post(Query.of(OF_NAME, name).path(), null),
        waiting,
        name + " shows a new certificate.");
  }

  @Command(
      description = "Give a hostname a certificate of your own; it is checked first.",
      footer = {
        "",
        "For example: innkeeper certificate upload chat.client.example chain.pem --file key.pem"
      })
  void upload(
      @Parameters(paramLabel = "NAME", description = NAME) String name,
      @Parameters(
              paramLabel = "CHAIN",
              description = "The chain in PEM, the hostname's own certificate first.")
          Path chain,
      @Mixin GivenSecret key) {
    desk.show(
        desk.client().put(Query.of(OF_NAME, name).path(), given(chain, key)),
        CertificateView.class,
        one -> one.id().toString(),
        one ->
            "%s shows a certificate of %s, good until %s."
                .formatted(name, one.issuer(), desk.when().exact(one.validUntil())));
  }

  @Command(description = "Ask the authority for the successor of one it issued.")
  void renew(@Parameters(paramLabel = "ID", description = ID) UUID id, @Mixin Waiting waiting) {
    follow(
        desk.client().post(Query.of(ONE + "/renew", id).path(), null),
        waiting,
        "It has a successor, which is shown now.");
  }

  @Command(description = "Let a certificate count no longer, here and at the authority.")
  void revoke(
      @Parameters(paramLabel = "ID", description = ID) UUID id,
      @Option(names = "--key-lost", description = "Somebody else may have its key.")
          boolean keyLost,
      @Option(names = "--yes", paramLabel = "NAME", description = "Its first name, not asked for.")
          Optional<String> yes) {
    CertificateView now = desk.client().get(Query.of(ONE, id).path()).as(CertificateView.class);
    String name = now.names().isEmpty() ? id.toString() : now.names().getFirst();
    desk.demandConfirmed(name, yes, "Browsers refuse this certificate from then on.");
    desk.show(
        desk.client()
            .post(Query.of(ONE + "/revoke", id).path(), new CertificateRevocation(keyLost)),
        CertificateView.class,
        CertificateView::state,
        one -> "The certificate counts no longer.");
  }

  @Command(name = "console", description = "Show the console's own certificate.")
  void console() {
    own(desk.client().get(CONSOLE));
  }

  @Command(
      name = "console-upload",
      description = "Give the console a certificate of your own; it is shown at once.",
      footer = {"", "For example: innkeeper certificate console-upload chain.pem --file key.pem"})
  void consoleUpload(
      @Parameters(paramLabel = "CHAIN", description = "The chain in PEM, its own first.")
          Path chain,
      @Mixin GivenSecret key) {
    own(desk.client().put(CONSOLE, given(chain, key)));
  }

  @Command(
      name = "console-request",
      description = "Ask the authority for the console's certificate.")
  void consoleRequest(@Mixin Waiting waiting) {
    follow(
        desk.client().post(CONSOLE + "/request", null),
        waiting,
        "The console shows a new certificate.");
  }

  @Command(
      name = "console-reset",
      description = "Let the console show a certificate that vouches for itself.")
  void consoleReset(
      @Option(
              names = "--yes",
              paramLabel = "WORD",
              description = "The word console, not asked for.")
          Optional<String> yes) {
    desk.demandConfirmed(
        "console", yes, "Browsers warn of the console's certificate from then on.");
    own(desk.client().post(CONSOLE + "/reset", null));
  }

  private void own(Answer answer) {
    desk.show(
        answer,
        ConsoleCertificateView.class,
        ConsoleCertificateView::fingerprint,
        one ->
            new Facts()
                .add("Source", one.source())
                .add("Names", String.join(", ", one.names()))
                .add("Issuer", one.issuer())
                .add("SHA-256", one.fingerprint())
                .add("Until", desk.when().exact(one.validUntil()))
                .maybe("Problem", one.problem() == null ? "" : one.problem())
                .rendered());
  }

  private GivenCertificate given(Path chain, GivenSecret key) {
    if (!key.named())
      throw new Refusal(
          ExitCode.USAGE, "A certificate needs its key.", "Name its PEM file with --file.");
    return new GivenCertificate(text(chain), key.read(desk.terminal(), "Its key:"));
  }

  private void follow(Answer answer, Waiting waiting, String done) {
    JobView job = answer.as(JobView.class);
    if (!waiting.wanted(desk)) {
      desk.show(
          answer,
          JobView.class,
          one -> one.id().toString(),
          one -> "A job sees to it. Watch it: innkeeper job watch " + one.id());
      return;
    }
    JobView ended = new JobWatch(desk, job.id()).toItsEnd();
    if (desk.options().json())
      desk.json(desk.client().get(Query.of("/jobs/{}", ended.id()).path()).json());
    desk.tell(done);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Refusal(ExitCode.USAGE, "The file " + file + " can't be read.", "");
    }
  }

  private Table<CertificateView> table() {
    return new Table<CertificateView>()
        .column("Id", one -> one.id().toString())
        .column("Names", one -> String.join(", ", one.names()))
        .column("From", CertificateView::issuer)
        .column("Kind", CertificateView::source)
        .column("State", CertificateView::state)
        .column("Until", one -> desk.when().exact(one.validUntil()))
        .column("Renewed", one -> desk.when().exact(one.renewAt()));
  }
}
