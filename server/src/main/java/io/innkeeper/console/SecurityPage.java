package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.advisor.Advice.Severity;
import io.innkeeper.advisor.AdviceResource;
import io.innkeeper.advisor.AdviceRow;
import io.innkeeper.advisor.Advisor;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.SecurityView;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is weak, worst first, each with the command that mends it; a reason to live with it. */
final class SecurityPage {
  static final String PATH = "/security";
  private static final String ONE = PATH + "/{place}";
  private static final int MOST_GONE = 20;

  private final Advisor advisor;
  private final Clock clock;
  private final Pages pages;
  private final Moments moments;

  SecurityPage(ConsoleParts parts, Pages pages, Moments moments) {
    this.advisor = parts.advisor();
    this.clock = parts.clock();
    this.pages = pages;
    this.moments = moments;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, VIEWER, this::show);
    routes.page("POST", PATH + "/look", OPERATOR, this::look);
    routes.page("GET", ONE + "/accept", ADMIN, this::ask);
    routes.page("POST", ONE + "/accept", ADMIN, this::accept);
    routes.page("POST", ONE + "/withdraw", ADMIN, this::withdraw);
  }

  private Reply show(Call call) {
    Advisor.Report report = advisor.report();
    Instant now = clock.instant();
    boolean admin = call.principal().role().atLeast(ADMIN);
    List<AdviceRow> open = report.rows().stream().filter(row -> row.open(now)).toList();
    return pages.page(
        call,
        PATH,
        new SecurityView(
            verdict(report, open.size()),
            lead(report),
            call.principal().role().atLeast(OPERATOR)
                ? List.of(Action.post("Look now", PATH + "/look").with("refresh-cw"))
                : List.of(),
            open.stream().map(row -> finding(row, now, admin)).toList(),
            report.rows().stream()
                .filter(row -> row.accepted(now))
                .map(row -> finding(row, now, admin))
                .toList(),
            report.rows().stream()
                .filter(row -> row.goneAt().isPresent())
                .limit(MOST_GONE)
                .map(this::gone)
                .toList(),
            report.lookedAt().isEmpty() ? Optional.of(never(call)) : Optional.empty()));
  }

  private static String verdict(Advisor.Report report, int open) {
    if (report.lookedAt().isEmpty()) return "Security";
    return switch (open) {
      case 0 -> "Nothing weak is known";
      case 1 -> "One thing is weak";
      default -> open + " things are weak";
    };
  }

  private String lead(Advisor.Report report) {
    return report
        .lookedAt()
        .map(
            at ->
                "Host, Innkeeper and tenants were looked at %s: %d new, %d gone. Every night again."
                    .formatted(moments.ago(at).words(), report.fresh(), report.gone()))
        .orElse("Host, Innkeeper and tenants are looked at every night.");
  }

  private static Empty never(Call call) {
    return Empty.first(
        "Nothing was looked at yet",
        "The advisor looks at host, Innkeeper and tenants, and changes nothing.",
        Action.post("Look now", PATH + "/look").with("refresh-cw").primary());
  }

  private SecurityView.Finding finding(AdviceRow row, Instant now, boolean admin) {
    String at = PATH + "/" + row.advice().place();
    boolean accepted = row.accepted(now);
    List<Action> verbs =
        !admin
            ? List.of()
            : accepted
                ? List.of(Action.post("Let it count again", at + "/withdraw").with("undo-2"))
                : List.of(Action.ask("Live with it…", at + "/accept").with("check"));
    return new SecurityView.Finding(
        accepted ? WindowState.SUSPENDED : state(row.advice().severity()),
        level(row.advice().severity()),
        row.advice().what(),
        row.advice().why(),
        row.advice().command(),
        moments.ago(row.since()),
        accepted ? note(row.acceptance().orElseThrow()) : Sentence.NONE,
        verbs);
  }

  private Sentence note(AdviceRow.Acceptance accepted) {
    return Sentence.of(
        "%s lives with it until %s: %s"
            .formatted(accepted.by(), moments.date(accepted.till()).words(), accepted.why()));
  }

  private SecurityView.Gone gone(AdviceRow row) {
    return new SecurityView.Gone(
        row.advice().what(),
        moments.date(row.since()),
        moments.date(row.goneAt().orElse(row.since())));
  }

  private static WindowState state(Severity severity) {
    return switch (severity) {
      case HIGH -> WindowState.FAILED;
      case MEDIUM -> WindowState.DEGRADED;
      case LOW -> WindowState.UNKNOWN;
    };
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case HIGH -> "High";
      case MEDIUM -> "Medium";
      case LOW -> "Low";
    };
  }

  private Reply look(Call call) {
    Advisor.Report report = advisor.look();
    return pages.done(
        call,
        PATH,
        Toast.of("Looked just now: %d new, %d gone.".formatted(report.fresh(), report.gone())));
  }

  private Reply ask(Call call) {
    AdviceRow row = advisor.named(call.path("place"));
    LocalDate usual = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusMonths(3);
    Typed typed = Typed.now(Map.of("why", "", "until", usual.toString()));
    return pages.dialog(call, PATH, question(row, typed));
  }

  private Reply accept(Call call) {
    AdviceRow row = advisor.named(call.path("place"));
    Typed typed = Typed.of(call, List.of("why", "until"));
    try {
      LocalDate until = AdviceResource.day(typed.value("until"));
      AdviceRow done =
          advisor.accept(row.advice().place(), typed.value("why"), until, call.actor());
      return pages.done(
          call, PATH, Toast.of(done.advice().place() + " doesn’t count until " + until + "."));
    } catch (Fault e) {
      return pages.dialogAgain(call, PATH, question(row, typed.refusedBy(e, "why")));
    }
  }

  private static Question question(AdviceRow row, Typed typed) {
    String place = row.advice().place();
    return new Question(
        "Live with this for a while?",
        Sentence.of(row.advice().what()),
        List.of(),
        List.of("It is still looked at, and shown apart; on its day it counts again"),
        List.of(
            typed.fill(Field.text("why", "Why it is right")),
            typed.fill(Field.text("until", "Until").hinted("Such as 2027-03-01, at most a year."))),
        "",
        Action.post("Live with it", PATH + "/" + place + "/accept").primary(),
        "Leave it open",
        PATH,
        Optional.empty(),
        Sentence.of("innkeeper advise accept " + place + " --why WHY --until DAY"));
  }

  private Reply withdraw(Call call) {
    AdviceRow row = advisor.withdraw(call.path("place"), call.actor());
    return pages.done(call, PATH, Toast.of(row.advice().place() + " counts again."));
  }
}
