package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.money.Usd;
import io.innkeeper.usage.Adjustment;
import io.innkeeper.usage.CallStory;
import io.innkeeper.usage.LedgerLine;
import io.innkeeper.usage.UsageRoom;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people do about a call's cost: ask again, say what it was, correct it by a signed line. */
final class CallActsPage {
  private static final String ONE = CallRows.ONE + "{call}";
  private static final String SECTION = UsagePage.PATH;

  private final UsageRoom usage;
  private final Pages pages;

  CallActsPage(ConsoleParts parts, Pages pages) {
    this.usage = parts.money().usage();
    this.pages = pages;
  }

  void hang(Routes routes) {
    routes.page("POST", ONE + "/ask", OPERATOR, this::ask);
    routes.page(
        "GET",
        ONE + "/settle",
        ADMIN,
        call -> pages.dialog(call, SECTION, settling(call, typed(call))));
    routes.page("POST", ONE + "/settle", ADMIN, this::settle);
    routes.page(
        "GET",
        ONE + "/correct",
        ADMIN,
        call -> pages.dialog(call, SECTION, correcting(call, typed(call))));
    routes.page("POST", ONE + "/correct", ADMIN, this::correct);
  }

  private Reply ask(Call call) {
    CallStory story = CallPage.asked(usage, call);
    usage.unsettled().askSoon(story.call().call().call(), call.actor());
    return pages.done(call, own(call), Toast.of("The upstream is being asked."));
  }

  private Reply settle(Call call) {
    CallStory story = CallPage.asked(usage, call);
    Typed typed = typed(call);
    try {
      Usd cost = amount(typed, "cost");
      usage
          .unsettled()
          .settle(story.call().call().call(), cost, typed.value("reason"), call.actor());
    } catch (Fault e) {
      if (!typed.tells(e)) throw e;
      return pages.dialogAgain(call, SECTION, settling(call, typed.refusedBy(e)));
    }
    return pages.done(call, own(call), Toast.of("The call is settled."));
  }

  private Reply correct(Call call) {
    CallStory story = CallPage.asked(usage, call);
    Typed typed = typed(call);
    try {
      Adjustment wanted =
          new Adjustment(
              story.call().call().payer().organisation(),
              story.call().line().map(LedgerLine::line),
              Optional.of(amount(typed, "cost")),
              Optional.empty(),
              typed.value("reason"));
      usage.ledger().adjust(wanted, call.actor());
    } catch (Fault e) {
      if (!typed.tells(e)) throw e;
      return pages.dialogAgain(call, SECTION, correcting(call, typed.refusedBy(e)));
    }
    return pages.done(call, own(call), Toast.of("A signed line was added."));
  }

  private static Typed typed(Call call) {
    return Typed.of(call, List.of("cost", "reason"));
  }

  private static Usd amount(Typed typed, String field) {
    BigDecimal amount =
        typed
            .number(field)
            .orElseThrow(
                () -> Fault.invalidField(field, "amount-missing", "Say how much, in USD."));
    try {
      Usd usd = Usd.of(amount);
      if (usd.decimal().compareTo(amount) == 0) return usd;
    } catch (ArithmeticException tooLarge) {
      throw Fault.invalidField(field, "amount", "That is more than the books can hold.");
    }
    throw Fault.invalidField(field, "amount", "At most 12 decimals.");
  }

  private static Question settling(Call call, Typed typed) {
    return new Question(
        "What did this call cost?",
        Sentence.of(
            "The upstream did not tell it. What you say is written into the ledger once and for all"
                + " and frees what was held."),
        List.of(),
        List.of(),
        List.of(
            typed.fill(Field.number("cost", "Cost, in USD", "USD")),
            typed.fill(Field.text("reason", "How you know").noted("kept in the books"))),
        "",
        Action.post("Settle the call", own(call) + "/settle").primary(),
        "Let Innkeeper go on asking",
        own(call),
        Optional.empty(),
        Sentence.of("innkeeper call settle " + call.id("call") + " --cost 0.25 --reason TEXT"));
  }

  private Question correcting(Call call, Typed typed) {
    CallStory story = CallPage.asked(usage, call);
    String line = story.call().line().map(found -> " --line " + found.line()).orElse("");
    UUID owner = story.call().call().payer().organisation();
    return new Question(
        "Correct this call’s cost?",
        Sentence.of(
            "Its line is never changed: a signed line is added, which counts today. Write what must"
                + " be added, such as 0.05, or taken off, such as -0.05."),
        List.of(),
        List.of("The line itself, and every statement that rests on it"),
        List.of(
            typed.fill(Field.number("cost", "Difference, in USD at the upstream’s price", "USD")),
            typed.fill(Field.text("reason", "Why").noted("kept in the books"))),
        "",
        Action.post("Add the line", own(call) + "/correct").primary(),
        "Leave it",
        own(call),
        Optional.empty(),
        Sentence.of("innkeeper ledger adjust " + owner + line + " --cost 0.25 --reason TEXT"));
  }

  private static String own(Call call) {
    return CallRows.ONE + call.id("call");
  }
}
