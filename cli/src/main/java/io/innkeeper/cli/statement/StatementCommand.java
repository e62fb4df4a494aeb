package io.innkeeper.cli.statement;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.Answer;
import io.innkeeper.client.StatementChangeLine;
import io.innkeeper.client.StatementCorrection;
import io.innkeeper.client.StatementIssue;
import io.innkeeper.client.StatementMark;
import io.innkeeper.client.StatementSummary;
import io.innkeeper.client.StatementView;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper statement …} */
@Command(name = "statement", description = "Statements: what an organisation owes for a month.")
public final class StatementCommand {
  private static final String ORG = "Its slug or id.";
  private static final String NUMBER = "Its number, such as 2026/10/0031, or its id.";

  private final Desk desk;

  public StatementCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "List issued statements, the latest months first.")
  void list(
      @Option(names = "--org", paramLabel = "ORG", description = "Only this organisation's.")
          Optional<String> org,
      @Option(
              names = "--state",
              paramLabel = "STATE",
              description = "Only such: ready (they wait to be issued), issued, sent or paid.")
          Optional<String> state,
      @Option(names = "--month", paramLabel = "MONTH", description = "Only of this month.")
          Optional<YearMonth> month,
      @Mixin Limit limit) {
    Query query =
        org.map(one -> Query.of("/organisations/{}/statements", one))
            .orElse(new Query("/statements"));
    new Lists(desk)
        .show(
            query.with("state", state).with("month", month),
            StatementSummary.class,
            StatementText.list(),
            limit,
            "No statements.");
  }

  @Command(
      description = "Show an issued statement, or a month's draft with what was checked.",
      footer = {
        "",
        "For example: innkeeper statement show 2026/10/0031",
        "         or: innkeeper statement show brzoza 2026-10"
      })
  void show(
      @Parameters(paramLabel = "NUMBER|ORG", description = "A number or id; or an organisation.")
          String which,
      @Parameters(
              paramLabel = "MONTH",
              arity = "0..1",
              description = "A month of the organisation.")
          Optional<YearMonth> month) {
    Query query =
        month
            .map(one -> Query.of("/organisations/{}/statements/{}", which, one))
            .orElseGet(() -> one(which));
    tell(desk.client().get(query.path()));
  }

  @Command(
      description = "Issue a month's statement; once issued it never changes.",
      footer = {"", "For example: innkeeper statement issue brzoza 2026-10 --yes 2026-10"})
  void issue(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Parameters(paramLabel = "MONTH", description = "Such as 2026-10.") YearMonth month,
      @Option(
              names = "--accept",
              paramLabel = "CHECK",
              description = "Accept what this check found, such as estimates; can be repeated.")
          List<String> accept,
      @Option(names = "--yes", paramLabel = "MONTH", description = "Issue it without asking.")
          Optional<String> yes) {
    Query at = Query.of("/organisations/{}/statements/{}", org, month);
    StatementView draft = desk.client().get(at.path()).as(StatementView.class);
    desk.demandConfirmed(month.toString(), yes, StatementText.issuing(draft));
    StatementIssue order =
        new StatementIssue(accept == null ? List.of() : accept, draft.fingerprint());
    tell(desk.client().post(at.path() + "/issue", order));
  }

  @Command(
      description = "Correct an issued statement by a new document that refers to it.",
      footer = {
        "",
        "For example: innkeeper statement correct 2026/10/0031 --reason \"As agreed\""
            + " --line=\"-12.50 Discount\"",
        "Without --line the differences to what the books say now are taken."
      })
  void correct(
      @Parameters(paramLabel = "NUMBER", description = NUMBER) String number,
      @Option(
              names = "--reason",
              required = true,
              paramLabel = "TEXT",
              description = "Why; it stands on the paper.")
          String reason,
      @Option(
              names = "--line",
              paramLabel = "\"AMOUNT WORDS\"",
              description = "A difference and what it is for; can be repeated.")
          List<String> lines) {
    List<StatementChangeLine> changes =
        lines == null ? null : lines.stream().map(StatementCommand::line).toList();
    tell(
        desk.client()
            .post(one(number).path() + "/corrections", new StatementCorrection(reason, changes)));
  }

  @Command(description = "Note that a statement was sent.")
  void sent(
      @Parameters(paramLabel = "NUMBER", description = NUMBER) String number, @Mixin Mark mark) {
    mark(number, "/sent", mark);
  }

  @Command(description = "Note that a statement was paid.")
  void paid(
      @Parameters(paramLabel = "NUMBER", description = NUMBER) String number, @Mixin Mark mark) {
    mark(number, "/paid", mark);
  }

  /** When it happened, or that it did not. */
  static final class Mark {
    @Option(names = "--on", paramLabel = "DAY", description = "The day; today when not given.")
    private Optional<LocalDate> on = Optional.empty();

    @Option(names = "--undo", description = "It was not after all.")
    private boolean undo;
  }

  private void mark(String number, String which, Mark mark) {
    String path = one(number).path() + which;
    tell(
        mark.undo
            ? desk.client().delete(path)
            : desk.client().put(path, new StatementMark(mark.on.orElse(null))));
  }

  @Command(description = "Save an issued statement as a file.")
  void download(
      @Parameters(paramLabel = "NUMBER", description = NUMBER) String number,
      @Option(
              names = "--form",
              paramLabel = "FORM",
              defaultValue = "pdf",
              description = "pdf, csv or xlsx; pdf when not given.")
          String form,
      @Option(
              names = "--output",
              paramLabel = "FILE",
              description = "Where to; by its number when not given, - for the terminal.")
          Optional<String> output) {
    String path = new Query(one(number).path() + "/paper").with("form", form).path();
    String file = output.orElse(number.replaceAll("[^0-9A-Za-z]+", "-") + "." + form);
    if (file.equals("-")) {
      desk.client().download(path, desk.terminal().out());
      return;
    }
    save(path, Path.of(file));
    desk.tell("Saved as " + file + ".");
  }

  /** Whole or not at all: what breaks off leaves no half file. */
  private void save(String path, Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Path part = Files.createTempFile(folder, ".statement", ".part");
      try {
        try (OutputStream out = Files.newOutputStream(part)) {
          desk.client().download(path, out);
        }
        Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new Refusal(
          ExitCode.INPUT, "Tried to save " + file + " but could not: " + e.getMessage(), "");
    }
  }

  private static Query one(String number) {
    return Query.of("/statements/{}", number.replace('/', '-'));
  }

  private void tell(Answer answer) {
    desk.show(answer, StatementView.class, StatementText::name, StatementText::whole);
  }

  private static StatementChangeLine line(String typed) {
    List<String> parts = new ArrayList<>(List.of(typed.strip().split("\\s+", 2)));
    try {
      if (parts.size() == 2)
        return new StatementChangeLine(parts.get(1), new BigDecimal(parts.get(0)));
    } catch (NumberFormatException e) {
      throw wrong(typed);
    }
    throw wrong(typed);
  }

  private static Refusal wrong(String typed) {
    return new Refusal(
        ExitCode.USAGE,
        "“" + typed + "” is not an amount and words, such as \"-12.50 Discount\".",
        "");
  }
}
