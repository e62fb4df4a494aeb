package io.innkeeper.advisor;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.AdviceAcceptance;
import io.innkeeper.client.AdviceReport;
import io.innkeeper.client.AdviceView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Routes;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The security advisor for programs: {@code /api/v1/advice}. */
public final class AdviceResource {
  private static final String ALL = "/api/v1/advice";

  private final Advisor advisor;
  private final Clock clock;

  public AdviceResource(Advisor advisor, Clock clock) {
    this.advisor = advisor;
    this.clock = clock;
  }

  public void hang(Routes routes) {
    routes
        .api(
            "GET",
            ALL,
            VIEWER,
            "What the security advisor last found, the worst first.",
            AdviceReport.class,
            call -> report(advisor.report(), all(call)))
        .query("all", "true: also what was found in the last 90 days and is gone.");
    routes.api(
        "POST",
        ALL + "/look",
        OPERATOR,
        "Looks at everything now, changes nothing, and says what is new and what is gone.",
        AdviceReport.class,
        call -> report(advisor.look(), all(call)));
    routes.api(
        "PUT",
        ALL + "/{place}/acceptance",
        ADMIN,
        "Lives with a finding until a day, with a reason.",
        AdviceAcceptance.class,
        AdviceView.class,
        this::accept);
    routes.api(
        "DELETE",
        ALL + "/{place}/acceptance",
        ADMIN,
        "A finding counts again.",
        AdviceView.class,
        call -> view(advisor.withdraw(call.path("place"), call.actor()), clock.instant()));
  }

  private static boolean all(Call call) {
    return call.query("all").filter("true"::equals).isPresent();
  }

  private AdviceView accept(Call call) {
    AdviceAcceptance given = call.body(AdviceAcceptance.class);
    String why = Optional.ofNullable(given.why()).orElse("");
    AdviceRow row = advisor.accept(call.path("place"), why, day(given.until()), call.actor());
    return view(row, clock.instant());
  }

  /**
   * A day as typed.
   *
   * @throws Fault INVALID
   */
  public static LocalDate day(@Nullable String text) {
    try {
      return LocalDate.parse(text == null ? "" : text.strip());
    } catch (DateTimeException e) {
      throw Fault.invalidField("until", "day", "“" + text + "” is no day such as 2027-03-01.");
    }
  }

  private AdviceReport report(Advisor.Report report, boolean all) {
    Instant now = clock.instant();
    return new AdviceReport(
        report.rows().stream()
            .filter(row -> all || row.goneAt().isEmpty())
            .map(row -> view(row, now))
            .toList(),
        report.lookedAt().orElse(null),
        report.fresh(),
        report.gone());
  }

  private static AdviceView view(AdviceRow row, Instant now) {
    Advice advice = row.advice();
    Optional<AdviceRow.Acceptance> accepted = row.acceptance().filter(one -> row.accepted(now));
    return new AdviceView(
        advice.place(),
        row.goneAt().isPresent() ? "gone" : accepted.isPresent() ? "accepted" : "open",
        advice.severity().word(),
        advice.what(),
        advice.why(),
        advice.command(),
        row.since(),
        row.goneAt().orElse(null),
        accepted.map(AdviceRow.Acceptance::by).orElse(null),
        accepted.map(AdviceRow.Acceptance::why).orElse(null),
        accepted.map(AdviceRow.Acceptance::till).orElse(null));
  }
}
