package io.innkeeper.cli.environment;

import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.Answer;
import io.innkeeper.client.CertificateRequest;
import io.innkeeper.client.EnvironmentChange;
import io.innkeeper.client.EnvironmentView;
import io.innkeeper.client.ErasedEnvironmentView;
import io.innkeeper.client.NewEnvironment;
import io.innkeeper.client.Page;
import io.innkeeper.client.ShownCertificateView;
import io.innkeeper.client.SourceInput;
import io.innkeeper.client.SourceTestView;
import io.innkeeper.client.SyncRunView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper environment …} */
@Command(
    name = "environment",
    description = "Environments of VMware Cloud Foundation, whose passwords are kept.",
    subcommands = {
      SyncCommand.class,
      CheckExpiryCommand.class,
      DriftCommand.class,
      TasksCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      KeepingCommands.Restore.class,
      KeepingCommands.Schedule.class,
      KeepingCommands.History.class
    })
public final class EnvironmentCommand {
  static final String ALL = "/environments";
  static final String ONE = ALL + "/{}";
  static final String NAME = "Its name or id.";

  private static final TypeReference<Page<SourceTestView>> TESTS = new TypeReference<>() {};

  private final Desk desk;
  private final EnvironmentText text;

  public EnvironmentCommand(Desk desk) {
    this.desk = desk;
    this.text = new EnvironmentText(desk);
  }

  @Command(description = "List environments, by name.")
  void list(
      @Option(names = "--removed", description = "Removed ones too, whose history is kept.")
          boolean removed,
      @Mixin Limit limit) {
    new Lists(desk)
        .show(
            new Query(ALL).when(removed, "removed"),
            EnvironmentView.class,
            text.table(),
            limit,
            "No environments. Add one: innkeeper environment add --help");
  }

  @Command(description = "Show an environment: its sources and how reading them went.")
  void show(@Parameters(paramLabel = "ENVIRONMENT", description = NAME) String name) {
    desk.show(
        desk.client().get(Query.of(ONE, name).path()),
        EnvironmentView.class,
        EnvironmentView::status,
        text::facts);
  }

  @Command(
      description = "Add an environment; passwords are asked for, or read a line each.",
      footer = {
        "",
        "For example: innkeeper environment add Lab --manager sddc.lab.example --manager-user"
            + " svc@vsphere.local"
      })
  void add(
      @Parameters(paramLabel = "NAME", description = "How it is to be called.") String name,
      @Option(names = "--description", paramLabel = "WORDS", description = "What it is.")
          Optional<String> description,
      @Option(
              names = "--by-file",
              description = "Its passwords come from a file (Cloud Builder 5).")
          boolean byFile,
      @Mixin ExpiryEvery expiry,
      @Mixin SourceOptions sources) {
    NewEnvironment wanted =
        new NewEnvironment(
            name,
            description.orElse(null),
            byFile ? true : null,
            sources.manager(desk.terminal()),
            sources.installer(desk.terminal()),
            expiry.minutes());
    told(desk.client().post(ALL, wanted), "“%s” is added and read soon.");
  }

  @Command(
      description =
          "Change an environment; what is not given stays. Where a source leads elsewhere, its"
              + " password is needed again.")
  void change(
      @Parameters(paramLabel = "ENVIRONMENT", description = NAME) String name,
      @Option(names = "--name", paramLabel = "NAME", description = "Another name.")
          Optional<String> other,
      @Option(names = "--description", paramLabel = "WORDS", description = "What it is.")
          Optional<String> description,
      @Option(
              names = "--drop",
              paramLabel = "SOURCE",
              description = "It has no manager, or no installer, any more.")
          @Nullable List<String> dropped,
      @Mixin ExpiryEvery expiry,
      @Mixin SourceOptions sources) {
    @Nullable SourceInput manager = sources.manager(desk.terminal());
    @Nullable SourceInput installer = sources.installer(desk.terminal());
    boolean nothing = manager == null && installer == null && dropped == null && !expiry.given();
    if (nothing && other.isEmpty() && description.isEmpty())
      throw new Refusal(
          ExitCode.USAGE, "Nothing to change was given.", "See: environment change --help");
    EnvironmentChange wanted =
        new EnvironmentChange(
            other.orElse(null),
            description.orElse(null),
            null,
            manager,
            installer,
            expiry.removed(dropped),
            expiry.minutes());
    String path = Query.of(ONE, name).path();
    long version = desk.client().get(path).version().orElseThrow();
    told(desk.client().patch(path, version, wanted), "“%s” is changed.");
  }

  private void told(Answer answer, String words) {
    desk.show(
        answer, EnvironmentView.class, EnvironmentView::name, one -> words.formatted(one.name()));
  }

  @Command(
      description =
          "Read it no more and forget its sources' passwords; its credentials and history stay,"
              + " and it can be restored.")
  void remove(
      @Parameters(paramLabel = "ENVIRONMENT", description = NAME) String name,
      @Option(names = "--yes", paramLabel = "NAME", description = "Its name, instead of asking.")
          Optional<String> yes) {
    desk.demandConfirmed(name, yes, "It is not read any more.");
    desk.client().delete(Query.of(ONE, name).path());
    desk.tell("“" + name + "” is removed; its credentials and their history are kept.");
  }

  @Command(description = "Erase a removed environment with all its history, for good.")
  void erase(
      @Parameters(paramLabel = "ID", description = "Its id: a removed one has no name.") String id,
      @Option(names = "--yes", paramLabel = "ID", description = "Its id, instead of asking.")
          Optional<String> yes) {
    desk.demandConfirmed(id, yes, "All its passwords are gone for good.");
    desk.show(
        desk.client().post(Query.of(ONE + "/erasure", id).path(), null),
        ErasedEnvironmentView.class,
        one -> "" + one.credentials(),
        one ->
            "Erased: %d credentials with %d passwords."
                .formatted(one.credentials(), one.passwords()));
  }

  @Command(
      description =
          "Show the certificate of a host, to compare its fingerprint before trusting it.")
  void certificate(
      @Parameters(paramLabel = "HOST", description = "A name or an address.") String host,
      @Option(names = "--port", paramLabel = "PORT", description = "443 when not given.")
          Optional<Integer> port) {
    desk.show(
        desk.client().post(ALL + "/certificate", new CertificateRequest(host, port.orElse(null))),
        ShownCertificateView.class,
        ShownCertificateView::sha256,
        text::certificate);
  }

  @Command(description = "Try its sources: user, rights, and what they are.")
  void test(@Parameters(paramLabel = "ENVIRONMENT", description = NAME) String name) {
    Answer answer = desk.client().post(Query.of(ONE + "/test", name).path(), null);
    if (desk.options().json()) {
      desk.json(answer.json());
      return;
    }
    List<SourceTestView> all = answer.as(TESTS).items();
    desk.table(text.tests(), all, "It has no source to try.");
    if (all.stream().anyMatch(one -> !one.works()))
      throw new Refusal(ExitCode.FINDINGS, "Not every source can be read.", "");
  }

  @Command(description = "List its syncs, the latest first.")
  void runs(
      @Parameters(paramLabel = "ENVIRONMENT", description = NAME) String name, @Mixin Limit limit) {
    new Lists(desk)
        .show(
            Query.of(ONE + "/runs", name),
            SyncRunView.class,
            text.runs(),
            limit,
            "It has never been read. Read it: innkeeper environment sync " + name);
  }
}
