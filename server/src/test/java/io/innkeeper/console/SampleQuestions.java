package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Commands;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Check;
import io.innkeeper.console.view.PasswordView;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.SignInView;
import java.util.List;
import java.util.Optional;

/** Sign-in, questions and commands to look at. */
final class SampleQuestions {
  private static final String PRINT = "4F:9A:12:C7 88:0D:5E:B1 63:2F:A0:9C …";

  private SampleQuestions() {}

  static SignInView signIn() {
    return new SignInView(
        "inn-01", "Halny Hosting", "", "/tenants", Optional.empty(), PRINT, false);
  }

  static SignInView wrong() {
    return new SignInView(
        "inn-01",
        "",
        "marta",
        "",
        Optional.of(new SignInView.Refusal("That name and password don’t go together.", 4)),
        PRINT,
        false);
  }

  static PasswordView firstPassword() {
    return new PasswordView(
        true,
        "admin",
        List.of(
            Field.of(Field.Kind.PASSWORD, "password", "New password")
                .completing("new-password")
                .hinted("At least 12 characters. A few words are easier to remember."),
            Field.of(Field.Kind.PASSWORD, "again", "The same again")
                .completing("new-password")
                .saying(Check.bad("The two are not the same."))));
  }

  static PasswordView password() {
    return new PasswordView(
        false,
        "marta",
        List.of(
            Field.of(Field.Kind.PASSWORD, "old", "Password now").completing("current-password"),
            Field.of(Field.Kind.PASSWORD, "password", "New password")
                .completing("new-password")
                .hinted("At least 12 characters. A few words are easier to remember."),
            Field.of(Field.Kind.PASSWORD, "again", "The same again").completing("new-password")));
  }

  static Question erase() {
    return new Question(
        "Erase Drukarnia Kwadrat for ever?",
        Sentence.NONE,
        List.of(
            "2.12 GB of chats, files and settings of 6 people",
            "its secret key and its" + " service account",
            "its slug becomes free again"),
        List.of("Audit stays: it is your book, and it gets a certificate of this erasure"),
        List.of(),
        "kwadrat",
        Action.post("Erase for ever", "/tenants/kwadrat/erase")
            .with("trash-2")
            .weighing(Action.Weight.DESTROY),
        "Keep it",
        "/tenants/kwadrat",
        Optional.empty());
  }

  static Question stop() {
    return new Question(
        "Stop Klinika Wrzos?",
        Sentence.of("17 people can’t work until it is started again. Open answers end first."),
        List.of(),
        List.of("Data, settings and address stay"),
        List.of(Field.text("reason", "Why").optional("optional, shown with the state")),
        "",
        Action.post("Stop tenant", "/tenants/wrzos/stop").with("square").primary(),
        "Keep it running",
        "/tenants/wrzos",
        Optional.of("Another job is running on this tenant. Wait until it ends, or cancel it."));
  }

  static Commands commands() {
    Sentence cli =
        Sentence.of("innkeeper tenant open ")
            .value("brzoza-podatki")
            .plain(" \\\n    --organisation ")
            .value("brzoza")
            .plain(" \\\n    --name ")
            .value("\"Brzoza — dział podatkowy\"")
            .plain(" \\\n    --image ")
            .value("0.12.4")
            .plain(" --memory ")
            .value("1.5GiB")
            .plain(" --cpus ")
            .value("2")
            .plain(" \\\n    --admin ")
            .value("anna.lipska@brzoza.example")
            .plain(" \\\n    --wait");
    Sentence api =
        Sentence.of("POST /api/v1/tenants\n")
            .quiet("Authorization: Bearer $INNKEEPER_TOKEN\nIdempotency-Key: 6f1d0c7e-…\n\n")
            .plain("{ \"slug\": ")
            .value("\"brzoza-podatki\"")
            .plain(",\n  \"organisation\": ")
            .value("\"brzoza\"")
            .plain(",\n  \"image\": ")
            .value("\"0.12.4\"")
            .plain(",\n  \"memoryMiB\": ")
            .value("1536")
            .plain(", \"cpus\": ")
            .value("2")
            .plain(" }\n\n")
            .quiet("202 Accepted, Location: /api/v1/jobs/{id}");
    return new Commands(
        "Made from what the form says now.",
        cli,
        api,
        "tenant.open brzoza-podatki",
        true,
        "/tenants/new");
  }
}
