package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.client.EnvironmentSeal;
import io.innkeeper.console.view.ExportAskView;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.fault.Fault;
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
  private final Pages pages;
  private final EnvironmentHeads heads;

  SealedFilePage(ConsoleParts parts, Pages pages, EnvironmentHeads heads) {
    this.room = parts.vault().reading();
    this.pages = pages;
    this.heads = heads;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, ADMIN, this::ask);
    routes.page("POST", PATH, ADMIN, this::file);
  }

  private Reply ask(Call call) {
    return pages.dialog(call, CredentialPage.PATH, asking(heads.asked(call), typed(call)));
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
    Field reason =
        Field.text("reason", "Why do you need it?")
            .hinted("At least a few words. Everyone who may read the audit sees them.");
    return new ExportAskView(
        "Save " + one.name() + " with the passwords of its sources?",
        "They leave sealed, for a passphrase or for keys. Your name and reason are written to the"
            + " audit first.",
        List.of(
            typed.fill(room.reading().demandsReason() ? reason : reason.optional("optional")),
            typed.fill(
                Field.segments(
                    "format",
                    "As",
                    List.of(new Choice("json", "JSON", ""), new Choice("yaml", "YAML", "")))),
            typed.fill(
                Field.of(Field.Kind.PASSWORD, "passphrase", "Passphrase to seal it with")
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
    Environment one = heads.asked(call);
    Typed typed = typed(call);
    try {
      SealWish wish =
          SealWish.of(
              new EnvironmentSeal(
                  typed.value("format"),
                  typed.value("reason"),
                  call.form("passphrase").orElse(null),
                  typed.value("recipients").lines().toList()));
      return room.sealed().file(one, wish, call.actor());
    } catch (Fault e) {
      if (!typed.tells(e)) throw e;
      return pages.dialogAgain(call, CredentialPage.PATH, asking(one, typed.refusedBy(e)));
    }
  }
}
