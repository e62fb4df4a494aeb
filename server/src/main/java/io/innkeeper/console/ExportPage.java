package io.innkeeper.console;

import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.CredentialExport;
import io.innkeeper.console.view.ExportAskView;
import io.innkeeper.console.view.Field;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.CredentialFilter;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.reading.ExportWish;
import io.innkeeper.infrastructure.reading.ListWish;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import java.util.List;
import java.util.Map;

/** An environment's accounts as a file: the question, and the file. */
final class ExportPage {
  private static final String PATH = CredentialPage.ONE + "/export";

  private final ReadingRoom room;
  private final Pages pages;
  private final EnvironmentHeads heads;

  ExportPage(ConsoleParts parts, Pages pages, EnvironmentHeads heads) {
    this.room = parts.vault().reading();
    this.pages = pages;
    this.heads = heads;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, VIEWER, this::ask);
    routes.page("POST", PATH, VIEWER, this::file);
  }

  private Reply ask(Call call) {
    return question(call).ask(call, typed(call));
  }

  private FileQuestion question(Call call) {
    return new FileQuestion(room, pages, heads, (one, typed) -> asking(call, one, typed));
  }

  private static Typed typed(Call call) {
    return Typed.now(
        Map.of(
            "reason", call.form("reason").orElse(""),
            "format", call.form("format").orElse("csv"),
            "passphrase", ""));
  }

  private ExportAskView asking(Call call, Environment one, Typed typed) {
    CredentialChoice choice = CredentialChoice.of(call, one);
    return new ExportAskView(
        "Export the passwords of " + one.name() + "?",
        which(choice.wish().filter())
            + " in one file. Your name and reason are written to the audit first.",
        List.of(
            typed.fill(question(call).reason()),
            typed.fill(
                Field.segments(
                    "format",
                    "As",
                    List.of(
                        new Field.Choice("csv", "CSV", ""),
                        new Field.Choice("xlsx", "Excel", "")))),
            typed.fill(
                FileQuestion.passphrase()
                    .optional("optional")
                    .hinted(
                        "At least 12 characters. It opens with innkeeper credential open, or age."))),
        new Address(EnvironmentHeads.address(one) + "/export", choice.address().query()).toString(),
        choice.address().toString());
  }

  private String which(CredentialFilter filter) {
    if (!filter.narrows()) return "Every password of this environment leaves";
    return "Only what is chosen leaves ("
        + Numbers.of(room.credentials().count(filter), "account", "accounts")
        + ": "
        + filter.words()
        + "),";
  }

  private Reply file(Call call) {
    return question(call).answer(call, typed(call), one -> file(call, one));
  }

  private Reply file(Call call, Environment one) {
    CredentialExport given =
        new CredentialExport(
            call.form("format").orElse("csv"),
            call.form("reason").orElse(""),
            call.form("passphrase").orElse(""),
            false,
            false);
    return room.exports()
        .file(
            one,
            ListWish.of(one.id(), call::query),
            ExportWish.of(given),
            call.principal(),
            call.actor());
  }
}
