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
import io.innkeeper.infrastructure.BundleFile;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import io.innkeeper.infrastructure.reading.SealWish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Several environments as one file: which, in which form, and sealed with passwords or bare. */
final class BundleExportPage {
  static final String PATH = CredentialPage.PATH + "/export";
  private static final String ONE = "one:";

  private final ReadingRoom room;
  private final Pages pages;

  BundleExportPage(ConsoleParts parts, Pages pages) {
    this.room = parts.vault().reading();
    this.pages = pages;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, ADMIN, this::ask);
    routes.page("POST", PATH, ADMIN, this::file);
  }

  private Reply ask(Call call) {
    List<Environment> all = room.environments().list(false);
    return pages.dialog(call, CredentialPage.PATH, asking(all, typed(call, all)));
  }

  private static Typed typed(Call call, List<Environment> all) {
    Map<String, String> values = new HashMap<>();
    for (String name : List.of("reason", "recipients"))
      values.put(name, call.form(name).orElse(""));
    values.put("format", call.form("format").orElse("json"));
    values.put("passphrase", "");
    for (Environment one : all)
      values.put(ONE + one.id(), call.form(ONE + one.id()).isPresent() ? "on" : "");
    return Typed.now(values);
  }

  static ExportAskView asking(List<Environment> all, Typed typed) {
    Field reason = Field.text("reason", "Why do you need the passwords?");
    List<Field> fields = new ArrayList<>();
    for (Environment one : all) fields.add(typed.fill(Field.tick(ONE + one.id(), one.name())));
    fields.add(
        typed.fill(
            Field.segments(
                "format",
                "As",
                List.of(new Choice("json", "JSON", ""), new Choice("yaml", "YAML", "")))));
    fields.add(
        typed.fill(
            Field.of(Field.Kind.PASSWORD, "passphrase", "Passphrase to seal it with")
                .optional("with the passwords")
                .completing("new-password")
                .hinted("At least 12 characters.")));
    fields.add(
        typed.fill(
            Field.of(Field.Kind.AREA, "recipients", "Or keys to seal it for")
                .optional("one a line")
                .hinted("age1… Each of them opens it.")));
    fields.add(
        typed.fill(
            reason
                .optional("only with the passwords")
                .hinted("Everyone who may read the audit sees it.")));
    return new ExportAskView(
        "Export environments",
        "All, unless some are chosen. Without a passphrase or key no secret is in the file; with one"
            + " the passwords of their sources are, and your name and reason go into the audit first.",
        fields,
        PATH,
        CredentialPage.PATH);
  }

  private Reply file(Call call) {
    List<Environment> all = room.environments().list(false);
    Typed typed = typed(call, all);
    List<Environment> picked =
        all.stream().filter(one -> !typed.value(ONE + one.id()).isEmpty()).toList();
    List<Environment> wanted = picked.isEmpty() ? all : picked;
    String passphrase = call.form("passphrase").orElse("");
    if (passphrase.isEmpty() && typed.value("recipients").isBlank())
      return plain(wanted, typed.value("format").equals("yaml"));
    try {
      SealWish wish =
          SealWish.of(
              new EnvironmentSeal(
                  typed.value("format"),
                  typed.value("reason"),
                  passphrase,
                  typed.value("recipients").lines().toList()));
      return room.sealed().file(wanted, wish, call.actor());
    } catch (Fault e) {
      if (!typed.tells(e)) throw e;
      return pages.dialogAgain(call, CredentialPage.PATH, asking(all, typed.refusedBy(e)));
    }
  }

  private static Reply plain(List<Environment> wanted, boolean yaml) {
    String name = "environments." + (yaml ? "yaml" : "json");
    return Reply.text(
            yaml ? "application/yaml;charset=utf-8" : "application/json",
            BundleFile.text(wanted, yaml, one -> Map.of()))
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }
}
