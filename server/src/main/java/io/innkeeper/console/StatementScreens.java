package io.innkeeper.console;

import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Amount;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.OneStatementView;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.statement.BillingTerms;
import io.innkeeper.statement.Check;
import io.innkeeper.statement.Conversion;
import io.innkeeper.statement.Draft;
import io.innkeeper.statement.Inside;
import io.innkeeper.statement.IssuedStatement;
import io.innkeeper.statement.Language;
import io.innkeeper.statement.Statement;
import io.innkeeper.statement.StatementLine;
import io.innkeeper.statement.StatementRoom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One statement as the console shows it: a draft with its checks, or an issued document. */
final class StatementScreens {
  private static final Tab ALL = new Tab("Statements", "", StatementRows.PATH, false);
  private static final List<String> FORMS = List.of("pdf", "csv", "xlsx");

  private final StatementRoom room;
  private final Moments moments;

  StatementScreens(StatementRoom room, Moments moments) {
    this.room = room;
    this.moments = moments;
  }

  OneStatementView of(Draft draft, Principal looker) {
    Organisation organisation = draft.organisation();
    String own = StatementRows.address(organisation, draft.month());
    return new OneStatementView(
        StatementRows.month(draft.month()) + " for " + organisation.name(),
        List.of(ALL),
        WindowState.WAITING,
        "Draft",
        Sentence.of(
            draft
                .readySince()
                .map(at -> "Ready to issue since " + moments.moment(at).words() + ".")
                .orElse("Made anew at each look; the month is not closed yet.")),
        draft.statement().map(StatementPaper::of),
        draft.checks().stream().map(check -> check(check, organisation)).toList(),
        issuing(draft, own, looker.role()),
        "Once issued it never changes. A mistake is put right by a new document that refers to it.",
        facts(organisation, looker.role()),
        inside(draft.inside()),
        own + "/commands",
        draft.statement().isPresent() ? Optional.empty() : Optional.of(unknown()));
  }

  private static Empty unknown() {
    return Empty.none(
        "No amount can be said yet",
        "What is in dollars can’t be told in the statement’s currency while a rate is missing.");
  }

  private static OneStatementView.Check check(Check check, Organisation organisation) {
    Sentence words = Sentence.of(check.said());
    if (check.name().equals("estimates"))
      words =
          words
              .plain(" ")
              .link(
                  "See them",
                  "/usage?state=estimated&days=all&organisation=" + organisation.slug());
    if (check.name().equals("seller")) words = words.plain(" ").link("Say who", BillingPage.SELLER);
    if (check.name().equals("buyer"))
      words = words.plain(" ").link("Billing terms", BillingPage.address(organisation));
    return switch (check) {
      case Check.Passed _ -> new OneStatementView.Check("ok", "check", words);
      case Check.Consent _ -> new OneStatementView.Check("warn", "triangle-alert", words);
      case Check.Failed _ -> new OneStatementView.Check("bad", "circle-alert", words);
    };
  }

  private List<Action> issuing(Draft draft, String own, Role role) {
    if (!role.atLeast(Role.ADMIN)) return List.of();
    String number = room.statements().nextNumber(draft.month());
    Action issue = Action.ask("Issue " + number + "…", own + "/issue").primary();
    return draft.checks().stream()
        .filter(Check.Failed.class::isInstance)
        .findFirst()
        .map(failed -> List.of(issue.blockedBy(failed.said())))
        .orElse(List.of(issue));
  }

  private List<Fact> facts(Organisation organisation, Role role) {
    BillingTerms terms = room.billing().terms(organisation).terms();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Language", terms.language() == Language.PL ? "Polski" : "English"));
    facts.add(
        Fact.of(
            "Lines", terms.lines() == StatementLine.Usage.Kind.MODEL ? "by model" : "by person"));
    facts.add(Fact.of("Rate", rate(terms.policy())));
    facts.add(Fact.of("Seats", terms.seats().word().replace('-', ' ')));
    if (role.atLeast(Role.OPERATOR))
      facts.add(
          Fact.of(
              "Change", Sentence.NONE.link("billing terms", BillingPage.address(organisation))));
    return facts;
  }

  private static String rate(Conversion.Policy policy) {
    return switch (policy) {
      case EACH_DAY -> "of each day";
      case LAST_DAY -> "last day of the month";
      case AVERAGE -> "mean of the month";
    };
  }

  private static List<Amount> inside(Inside inside) {
    return List.of(
        Amount.line("Usage and adjustments, USD", Numbers.cents(inside.billed())),
        Amount.line("Paid to the upstream, USD", Numbers.cents(inside.cost())),
        Amount.sum("Margin on usage, USD", Numbers.cents(inside.margin())));
  }

  OneStatementView of(IssuedStatement issued, Optional<Organisation> owner, Principal looker) {
    Statement statement = issued.statement();
    String name = owner.map(Organisation::name).orElse(statement.buyer().name());
    boolean inside = looker.role() != Role.CLIENT && issued.corrects().isEmpty();
    return new OneStatementView(
        issued.number() + " for " + name,
        List.of(ALL),
        StatementRows.window(issued.state()),
        StatementRows.word(issued.state()),
        lead(issued),
        Optional.of(StatementPaper.of(statement)),
        List.of(),
        acts(issued, looker.role()),
        "It doesn’t change any more. A mistake is put right by a new document that refers to it.",
        facts(issued),
        inside ? inside(issued.inside()) : List.of(),
        StatementRows.address(issued) + "/commands",
        Optional.empty());
  }

  private Sentence lead(IssuedStatement issued) {
    Sentence lead =
        Sentence.of("Issued by " + issued.by() + " " + moments.moment(issued.at()).words() + ".");
    String sent = issued.marks().sentOn().map(day -> " Sent on " + shown(day) + ".").orElse("");
    String paid = issued.marks().paidOn().map(day -> " Paid on " + shown(day) + ".").orElse("");
    return lead.plain(sent + paid);
  }

  private String shown(LocalDate day) {
    return moments.fullDate(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
  }

  private static List<Action> acts(IssuedStatement issued, Role role) {
    if (!role.atLeast(Role.OPERATOR)) return List.of();
    String own = StatementRows.address(issued);
    boolean sent = issued.marks().sentOn().isPresent();
    boolean paid = issued.marks().paidOn().isPresent();
    List<Action> acts = new ArrayList<>();
    acts.add(
        sent
            ? Action.post("Not sent after all", own + "/unsent").with("undo-2")
            : Action.ask("Mark as sent…", own + "/sent"));
    acts.add(
        paid
            ? Action.post("Not paid after all", own + "/unpaid").with("undo-2")
            : Action.ask("Mark as paid…", own + "/paid"));
    if (role.atLeast(Role.ADMIN) && issued.corrects().isEmpty())
      acts.add(Action.go("Add a correction", own + "/correct"));
    return acts;
  }

  private List<Fact> facts(IssuedStatement issued) {
    List<Fact> facts = new ArrayList<>();
    Sentence forms = Sentence.NONE;
    for (String form : FORMS) {
      if (!room.papers().forms().contains(form)) continue;
      if (!forms.isEmpty()) forms = forms.plain(" · ");
      forms =
          forms.link(
              form.toUpperCase(java.util.Locale.ROOT),
              StatementRows.address(issued) + "/paper?form=" + form);
    }
    if (!forms.isEmpty()) facts.add(Fact.of("Download", forms));
    issued
        .corrects()
        .ifPresent(
            old ->
                facts.add(
                    Fact.of(
                        "Corrects",
                        Sentence.NONE.link(
                            issued.statement().corrects().orElseThrow().number(),
                            StatementRows.PATH + "/" + old))));
    for (IssuedStatement correction : room.statements().corrections(issued.statement().id()))
      facts.add(
          Fact.of(
              "Corrected by",
              Sentence.NONE.link(correction.number(), StatementRows.address(correction))));
    if (!issued.accepted().isEmpty())
      facts.add(Fact.of("Accepted", String.join(", ", issued.accepted())));
    facts.add(Fact.of("SHA-256", Sentence.NONE.code(issued.sha256())));
    return facts;
  }
}
