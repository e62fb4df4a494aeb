package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.statement.IssuedStatement;
import io.innkeeper.statement.StatementLine.Change;
import io.innkeeper.statement.StatementResource;
import io.innkeeper.statement.StatementRoom;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is done with an issued statement: sent, paid, corrected. */
final class StatementActsPage {
  private static final String PATH = StatementRows.PATH;
  private static final String ONE = PATH + "/{statement}";
  private static final List<String> NAMES = List.of("reason", "lines");

  private final StatementRoom room;
  private final Pages pages;

  StatementActsPage(StatementRoom room, Pages pages) {
    this.room = room;
    this.pages = pages;
  }

  void hang(Routes routes) {
    routes.page("GET", ONE + "/sent", OPERATOR, call -> ask(call, "sent"));
    routes.page("POST", ONE + "/sent", OPERATOR, call -> mark(call, "sent"));
    routes.page("POST", ONE + "/unsent", OPERATOR, this::unsent);
    routes.page("GET", ONE + "/paid", OPERATOR, call -> ask(call, "paid"));
    routes.page("POST", ONE + "/paid", OPERATOR, call -> mark(call, "paid"));
    routes.page("POST", ONE + "/unpaid", OPERATOR, this::unpaid);
    routes.page("GET", ONE + "/correct", ADMIN, this::correcting);
    routes.page("POST", ONE + "/correct", ADMIN, this::correct);
  }

  private Reply ask(Call call, String which) {
    IssuedStatement issued = StatementPage.asked(room, call);
    return pages.dialog(call, PATH, question(issued, which, Typed.now(Map.of("on", ""))));
  }

  private static Question question(IssuedStatement issued, String which, Typed typed) {
    String own = StatementRows.address(issued);
    return new Question(
        "Was %s %s?".formatted(issued.number(), which),
        Sentence.of("This is noted beside the document; the document stays as it is."),
        List.of(),
        List.of(),
        List.of(
            typed.fill(
                Field.text("on", "On").optional("today when empty").hinted("Such as 2026-11-16."))),
        "",
        Action.post("Mark as " + which, own + "/" + which).primary(),
        "Not yet",
        own,
        Optional.empty(),
        Sentence.of("innkeeper statement " + which + " " + issued.number()));
  }

  private Reply mark(Call call, String which) {
    IssuedStatement issued = StatementPage.asked(room, call);
    UUID id = issued.statement().id();
    Typed typed = Typed.of(call, List.of("on"));
    try {
      Optional<LocalDate> on = typed.given("on").map(StatementActsPage::day);
      if (which.equals("sent")) room.marks().sent(id, on, call.actor());
      else room.marks().paid(id, on, call.actor());
    } catch (Fault e) {
      if (!typed.tells(e)) throw e;
      return pages.dialogAgain(call, PATH, question(issued, which, typed.refusedBy(e)));
    }
    return done(call, issued, issued.number() + " is marked as " + which + ".");
  }

  private Reply unsent(Call call) {
    IssuedStatement issued = StatementPage.asked(room, call);
    room.marks().unsent(issued.statement().id(), call.actor());
    return done(call, issued, issued.number() + " is not marked as sent any more.");
  }

  private Reply unpaid(Call call) {
    IssuedStatement issued = StatementPage.asked(room, call);
    room.marks().unpaid(issued.statement().id(), call.actor());
    return done(call, issued, issued.number() + " is not marked as paid any more.");
  }

  private Reply done(Call call, IssuedStatement issued, String words) {
    return pages.done(call, StatementRows.address(issued), Toast.of(words));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Fault.invalidField("on", "day", "“" + text + "” is no day such as 2026-11-16.");
    }
  }

  /** Begins with what the books say now beyond what was issued. */
  private Reply correcting(Call call) {
    IssuedStatement issued = StatementPage.asked(room, call);
    int seen = room.corrections().count(issued.statement().id());
    StringBuilder lines = new StringBuilder();
    for (Change change : room.corrections().differences(issued.statement().id()))
      lines.append(change.net().toPlainString()).append(' ').append(change.words()).append('\n');
    Typed typed = Typed.now(Map.of("reason", "", "lines", lines.toString().strip()));
    return pages.page(call, PATH, form(issued, Optional.of(seen), typed));
  }

  private Reply correct(Call call) {
    IssuedStatement issued = StatementPage.asked(room, call);
    Typed typed = Typed.of(call, NAMES);
    Optional<Integer> seen =
        call.query("seen").filter(text -> text.matches("\\d{1,6}")).map(Integer::valueOf);
    try {
      IssuedStatement correction =
          room.corrections()
              .issue(
                  issued.statement().id(),
                  typed.value("reason"),
                  changes(typed),
                  seen,
                  call.actor());
      return pages.done(
          call,
          StatementRows.address(correction),
          Toast.of(correction.number() + " corrects " + issued.number() + "."));
    } catch (Fault e) {
      return pages.formAgain(call, PATH, form(issued, seen, typed.refusedBy(e, "lines")));
    }
  }

  private static List<Change> changes(Typed typed) {
    List<Change> changes = new ArrayList<>();
    for (String line : RulesPage.lines(typed, "lines")) {
      String[] parts = line.split("\\s+", 2);
      try {
        if (parts.length < 2) throw wrong(line);
        BigDecimal net = new BigDecimal(parts[0].replace('−', '-').replace(',', '.'));
        changes.add(new Change(parts[1], StatementResource.cents(net)));
      } catch (NumberFormatException e) {
        throw wrong(line);
      }
    }
    return changes;
  }

  private static Fault wrong(String line) {
    return Fault.invalidField(
        "lines", "line", "“" + line + "” is not an amount and words, such as −12.50 Discount.");
  }

  private static FormView form(IssuedStatement issued, Optional<Integer> seen, Typed typed) {
    String own = StatementRows.address(issued);
    return new FormView(
        "Correct " + issued.number(),
        "A new document with a number of its own, which refers to this one. This one stays as it"
            + " is.",
        List.of(new Tab("Statements", "", PATH, false), new Tab(issued.number(), "", own, false)),
        Optional.empty(),
        List.of(
            FieldGroup.of(
                "Correction",
                typed.fill(Field.text("reason", "Why").noted("stands on the paper")),
                typed.fill(
                    Field.of(Field.Kind.AREA, "lines", "Differences")
                        .noted("one a line")
                        .hinted(
                            "An amount in "
                                + issued.statement().currency()
                                + " without tax, then what it is for: −12.50 Discount.")))),
        own + "/correct" + seen.map(count -> "?seen=" + count).orElse(""),
        "",
        "Issue the correction",
        own,
        "",
        Optional.empty(),
        Optional.empty());
  }
}
