package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.client.EnvironmentSeal;
import io.innkeeper.console.view.ExportAskView;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import io.innkeeper.infrastructure.reading.SealWish;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An environment as a file with the passwords of its sources, sealed: the question, the file. */
final class SealedFilePage {
  private static final String PATH = CredentialPage.ONE + "/sealed-file";

  private final ReadingRoom room;
  private final FileQuestion question;

  SealedFilePage(ConsoleParts parts, Pages pages, EnvironmentHeads heads) {
    this.room = parts.vault().reading();
    this.question = new FileQuestion(room, pages, heads, this::asking);
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, ADMIN, this::ask);
    routes.page("POST", PATH, ADMIN, this::file);
  }

  private Reply ask(Call call) {
    return question.ask(call, typed(call));
  }

  private static Typed typed(Call call) {
    Map<String, String> values = new HashMap<>();
    values.put("reason", call.form("reason").orElse(""));
    values.put("format", call.form("format").orElse("json"));
    values.put("recipients", call.form("recipients").orElse(""));
    values.put("passphrase", "");
    return Typed.now(values);
  }

  private ExportAskView asking(Environment one, Typed typed) {
    return new ExportAskView(
        "Save " + one.name() + " with the passwords of its sources?",
        "They leave sealed, for a passphrase or for keys. Your name and reason are written to the"
            + " audit first.",
        List.of(
            typed.fill(question.reason()),
            typed.fill(
                Field.segments(
                    "format",
                    "As",
                    List.of(new Choice("json", "JSON", ""), new Choice("yaml", "YAML", "")))),
            typed.fill(
                FileQuestion.passphrase()
                    .optional("or a key")
                    .completing("new-password")
                    .hinted("At least 12 characters.")),
            typed.fill(
                Field.of(Field.Kind.AREA, "recipients", "Keys to seal it for")
                    .optional("one a line")
                    .hinted("age1… Each of them opens it."))),
        EnvironmentHeads.address(one) + "/sealed-file",
        EnvironmentHeads.address(one) + "/settings");
  }

  private Reply file(Call call) {
    Typed typed = typed(call);
    return question.answer(call, typed, one -> file(call, one, typed));
  }

  private Reply file(Call call, Environment one, Typed typed) {
    SealWish wish =
        SealWish.of(
            new EnvironmentSeal(
                typed.value("format"),
                typed.value("reason"),
                call.form("passphrase").orElse(null),
                typed.value("recipients").lines().toList()));
    return room.sealed().file(one, wish, call.actor());
  }
}
