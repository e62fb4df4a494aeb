package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.statement.Check;
import io.innkeeper.statement.Draft;
import io.innkeeper.statement.IssuedStatement;
import io.innkeeper.statement.Months;
import io.innkeeper.statement.PaperForms;
import io.innkeeper.statement.Statement;
import io.innkeeper.statement.StatementRoom;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One statement, and issuing it. */
final class StatementPage {
  private static final String PATH = StatementRows.PATH;
  private static final String ONE = PATH + "/{statement}";
  private static final String MONTH = "/organisations/{organisation}/statements/{month}";
  private static final String ACCEPT = "accept-";

  private final ConsoleParts parts;
  private final StatementRoom room;
  private final Pages pages;
  private final StatementScreens screens;

  StatementPage(ConsoleParts parts, Pages pages, Moments moments) {
    this.parts = parts;
    this.room = parts.money().statements();
    this.pages = pages;
    this.screens = new StatementScreens(room, moments);
  }

  void hang(Routes routes) {
    routes.page("GET", MONTH, VIEWER, this::month);
    routes.page("GET", MONTH + "/commands", VIEWER, this::monthCommands);
    routes.page("GET", MONTH + "/issue", ADMIN, this::askToIssue);
    routes.page("POST", MONTH + "/issue", ADMIN, this::issue);
    routes.page("GET", ONE, CLIENT, this::show);
    routes.page("GET", ONE + "/paper", CLIENT, this::paper);
    routes.page("GET", ONE + "/commands", CLIENT, this::commands);
  }

  private Reply month(Call call) {
    Organisation one = OrganisationsPage.asked(parts.organisations(), call);
    YearMonth month = Months.parse("month", call.path("month"));
    Optional<IssuedStatement> issued = room.statements().ofMonth(one.id(), month);
    if (issued.isPresent()) return Reply.seeOther(StatementRows.address(issued.get()));
    return pages.page(
        call, PATH, screens.of(room.statements().draft(one, month), call.principal()));
  }

  private Reply show(Call call) {
    IssuedStatement issued = asked(room, call);
    Optional<Organisation> owner = parts.organisations().find(issued.statement().organisation());
    return pages.page(call, PATH, screens.of(issued, owner, call.principal()));
  }

  private Reply paper(Call call) {
    Statement statement = asked(room, call).statement();
    String form = call.query("form").orElse("pdf");
    return Reply.bytes(PaperForms.type(form), room.papers().of(statement, form))
        .with(
            "Content-Disposition",
            "attachment; filename=\"" + PaperForms.fileName(statement, form) + "\"");
  }

  private Reply askToIssue(Call call) {
    return pages.dialog(call, PATH, question(draft(call), Set.of(), Optional.empty()));
  }

  private Reply issue(Call call) {
    Draft draft = draft(call);
    Set<String> accepted = new HashSet<>();
    for (Check check : draft.checks()) {
      if (call.form(ACCEPT + check.name()).isPresent()) accepted.add(check.name());
    }
    try {
      IssuedStatement issued =
          room.statements()
              .issue(
                  draft.organisation(), draft.month(), accepted, call.query("seen"), call.actor());
      return pages.done(
          call,
          StatementRows.address(issued),
          Toast.of("Statement " + issued.number() + " is issued."));
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.CONFLICT) throw e;
      return pages.dialogAgain(call, PATH, question(draft, accepted, Optional.of(Typed.words(e))));
    }
  }

  private Draft draft(Call call) {
    Organisation one = OrganisationsPage.asked(parts.organisations(), call);
    return room.statements().draft(one, Months.parse("month", call.path("month")));
  }

  private Question question(Draft draft, Set<String> accepted, Optional<String> refusal) {
    Organisation one = draft.organisation();
    String own = StatementRows.address(one, draft.month());
    List<Field> ticks = new ArrayList<>();
    for (Check check : draft.checks()) {
      if (!(check instanceof Check.Consent)) continue;
      String value = accepted.contains(check.name()) ? "on" : "";
      ticks.add(Field.tick(ACCEPT + check.name(), "Accept: " + check.said()).holding(value));
    }
    String number = room.statements().nextNumber(draft.month());
    String amount =
        draft
            .statement()
            .map(known -> known.currency() + " " + StatementRows.money(known.gross()))
            .orElse("an amount that isn’t known yet");
    String seen = draft.fingerprint().map(print -> "?seen=" + print).orElse("");
    return new Question(
        "Issue " + number + "?",
        Sentence.of(
            "%s owes %s for %s.".formatted(one.name(), amount, StatementRows.month(draft.month()))),
        List.of(),
        List.of("The document and its number, for good", "The rates and the seats it rests on"),
        ticks,
        "",
        Action.post("Issue " + number, own + "/issue" + seen).primary(),
        "Not yet",
        own,
        refusal,
        Sentence.of("innkeeper statement issue %s %s".formatted(one.slug(), draft.month())));
  }

  private Reply monthCommands(Call call) {
    Draft draft = draft(call);
    String slug = draft.organisation().slug().value();
    String month = draft.month().toString();
    return pages.dialog(
        call,
        PATH,
        CommandLines.of(
                "statement issue",
                "POST /api/v1/organisations/" + slug + "/statements/" + month + "/issue")
            .word(slug)
            .word(month)
            .drawer(
                "Looking at it only: innkeeper statement show.",
                "statement.issue organisation " + slug,
                StatementRows.address(draft.organisation(), draft.month())));
  }

  private Reply commands(Call call) {
    IssuedStatement issued = asked(room, call);
    return pages.dialog(
        call,
        PATH,
        CommandLines.of("statement show", "GET /api/v1/statements/" + issued.statement().id())
            .word(issued.number())
            .drawer(
                "Also: statement download, sent, paid, correct.",
                "",
                StatementRows.address(issued)));
  }

  /** The document that the address names, if the caller may see it. */
  static IssuedStatement asked(StatementRoom room, Call call) {
    return room.statements()
        .named(call.path("statement"))
        .filter(issued -> call.principal().maySee(issued.statement().organisation()))
        .orElseThrow(() -> Fault.notFound("no-such-statement", "There is no such statement."));
  }
}
