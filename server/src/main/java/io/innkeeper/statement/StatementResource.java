package io.innkeeper.statement;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.caller.Role;
import io.innkeeper.client.Page;
import io.innkeeper.client.StatementChangeLine;
import io.innkeeper.client.StatementCorrection;
import io.innkeeper.client.StatementIssue;
import io.innkeeper.client.StatementMark;
import io.innkeeper.client.StatementSummary;
import io.innkeeper.client.StatementView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationPath;
import io.innkeeper.statement.StatementLine.Change;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Statements for programs: {@code /api/v1/statements} and those of one organisation. */
public final class StatementResource {
  private static final String ALL = "/api/v1/statements";
  private static final String ONE = ALL + "/{id}";

  /** Before the point; a longer one would have to be written out to be refused. */
  private static final int MOST_DIGITS = 15;

  private static final String OF = OrganisationPath.ONE + "/statements";
  private static final String MONTH = OF + "/{month}";

  private final Statements statements;
  private final Corrections corrections;
  private final StatementMarks marks;
  private final StatementPapers papers;
  private final OrganisationPath organisations;

  StatementResource(
      Statements statements,
      Corrections corrections,
      StatementMarks marks,
      StatementPapers papers,
      OrganisationPath organisations) {
    this.statements = statements;
    this.corrections = corrections;
    this.marks = marks;
    this.papers = papers;
    this.organisations = organisations;
  }

  void hang(Routes routes) {
    hangLists(routes);
    hangMonths(routes);
    hangOne(routes);
    hangMarks(routes);
  }

  private void hangLists(Routes routes) {
    routes
        .api(
            "GET",
            ALL,
            CLIENT,
            "Lists issued statements, the latest months first; with ?state=ready those that wait to"
                + " be issued.",
            TypeOf.page(StatementSummary.class),
            call -> list(call, own(call)))
        .query("state", "ready, issued, sent or paid.")
        .query("month", "For example 2026-10.");
    routes
        .api(
            "GET",
            OF,
            CLIENT,
            "Lists its issued statements, the latest months first.",
            TypeOf.page(StatementSummary.class),
            call -> list(call, Optional.of(organisations.of(call).id())))
        .query("state", "ready, issued, sent or paid.")
        .query("month", "For example 2026-10.");
  }

  private void hangMonths(Routes routes) {
    routes.api(
        "GET",
        MONTH,
        CLIENT,
        "A month's statement: the issued one, else what it would be now, with what speaks against"
            + " issuing it. Clients see issued ones only.",
        StatementView.class,
        this::month);
    routes.api(
        "POST",
        MONTH + "/issue",
        ADMIN,
        "Issues a month's statement, for good.",
        StatementIssue.class,
        StatementView.class,
        this::issue);
  }

  private void hangOne(Routes routes) {
    routes.api(
        "GET",
        ONE,
        CLIENT,
        "An issued statement, by its id or by its number, such as 2026-10-0031.",
        StatementView.class,
        call -> marked(visible(call)));
    routes
        .api(
            "GET",
            ONE + "/paper",
            CLIENT,
            "The issued document as a file, always the same bytes.",
            String.class,
            this::paper)
        .query("form", "pdf (when absent), csv or xlsx.")
        .answering("application/octet-stream");
    routes.api(
        "POST",
        ONE + "/corrections",
        ADMIN,
        "Issues a correction of it; the old document stays as it is.",
        StatementCorrection.class,
        StatementView.class,
        this::correct);
  }

  private void hangMarks(Routes routes) {
    routes.api(
        "PUT",
        ONE + "/sent",
        OPERATOR,
        "Notes that it was sent.",
        StatementMark.class,
        StatementView.class,
        call -> marked(marks.sent(id(call), day(call), call.actor())));
    routes.api(
        "DELETE",
        ONE + "/sent",
        OPERATOR,
        "Notes that it was not sent after all.",
        StatementView.class,
        call -> marked(marks.unsent(id(call), call.actor())));
    routes.api(
        "PUT",
        ONE + "/paid",
        OPERATOR,
        "Notes that it was paid.",
        StatementMark.class,
        StatementView.class,
        call -> marked(marks.paid(id(call), day(call), call.actor())));
    routes.api(
        "DELETE",
        ONE + "/paid",
        OPERATOR,
        "Notes that it was not paid after all.",
        StatementView.class,
        call -> marked(marks.unpaid(id(call), call.actor())));
  }

  private Page<StatementSummary> list(Call call, Optional<UUID> organisation) {
    Optional<String> state = call.query("state");
    Optional<YearMonth> month = call.query("month").map(text -> Months.parse("month", text));
    if (state.filter("ready"::equals).isPresent()) return ready(call, organisation, month);
    PageRequest page = call.page();
    StatementFilter filter =
        new StatementFilter(
            organisation, month, state, page.after().map(StatementFilter.After::parse));
    List<IssuedStatement> found = statements.list(filter, page.limit() + 1);
    List<IssuedStatement> items = found.stream().limit(page.limit()).toList();
    String next =
        found.size() > items.size()
            ? PageRequest.cursorAfter(StatementFilter.After.of(items.getLast()))
            : null;
    return new Page<>(items.stream().map(this::summary).toList(), next, statements.count(filter));
  }

  private Page<StatementSummary> ready(
      Call call, Optional<UUID> organisation, Optional<YearMonth> month) {
    if (call.principal().role() == Role.CLIENT) return new Page<>(List.of(), null, 0);
    List<StatementSummary> items =
        statements.waiting(organisation).stream()
            .filter(draft -> month.map(draft.month()::equals).orElse(true))
            .map(StatementViews::summary)
            .toList();
    return new Page<>(items, null, items.size());
  }

  private StatementSummary summary(IssuedStatement issued) {
    Organisation owner = organisations.organisations().get(issued.statement().organisation());
    return StatementViews.summary(issued, owner.slug().value());
  }

  private Reply month(Call call) {
    Organisation organisation = organisations.of(call);
    YearMonth month = Months.parse("month", call.path("month"));
    Optional<IssuedStatement> issued = statements.ofMonth(organisation.id(), month);
    if (issued.isPresent()) return marked(issued.get());
    if (call.principal().role() == Role.CLIENT) throw none();
    return Reply.ok(StatementViews.of(statements.draft(organisation, month)));
  }

  private Reply issue(Call call) {
    Organisation organisation = organisations.of(call);
    YearMonth month = Months.parse("month", call.path("month"));
    StatementIssue order =
        call.bodyIfAny(StatementIssue.class).orElse(new StatementIssue(null, null));
    Set<String> accepted = order.accept() == null ? Set.of() : Set.copyOf(order.accept());
    Optional<String> seen = Optional.ofNullable(order.fingerprint());
    return created(statements.issue(organisation, month, accepted, seen, call.actor()));
  }

  private Reply paper(Call call) {
    Statement statement = visible(call).statement();
    String form = call.query("form").orElse("pdf");
    return Reply.bytes(PaperForms.type(form), papers.of(statement, form))
        .with(
            "Content-Disposition",
            "attachment; filename=\"" + PaperForms.fileName(statement, form) + "\"");
  }

  private Reply correct(Call call) {
    UUID id = id(call);
    StatementCorrection given = call.body(StatementCorrection.class);
    String reason = given.reason() == null ? "" : given.reason();
    if (given.lines() == null)
      return created(corrections.issueByTheBooks(id, reason, call.actor()));
    return created(
        corrections.issue(id, reason, changes(given.lines()), Optional.empty(), call.actor()));
  }

  private static List<Change> changes(List<StatementChangeLine> given) {
    List<Change> changes = new ArrayList<>();
    for (StatementChangeLine line : given) {
      BigDecimal net = line.net();
      String words = line.words();
      if (net == null || words == null) throw wrongLine();
      changes.add(new Change(words.strip(), cents(net)));
    }
    return changes;
  }

  /** An amount that a paper can hold. */
  public static BigDecimal cents(BigDecimal given) {
    long digits = (long) given.precision() - given.scale();
    boolean fits = digits <= MOST_DIGITS && given.stripTrailingZeros().scale() <= 2;
    if (fits && digits >= -MOST_DIGITS) return given.setScale(2);
    throw wrongLine();
  }

  private static Fault wrongLine() {
    return Fault.invalidField(
        "lines", "line", "A line has words and an amount with at most 2 decimals.");
  }

  private UUID id(Call call) {
    return visible(call).statement().id();
  }

  /** By id or number. */
  private IssuedStatement visible(Call call) {
    return statements
        .named(call.path("id"))
        .filter(issued -> call.principal().maySee(issued.statement().organisation()))
        .orElseThrow(StatementResource::none);
  }

  private Reply marked(IssuedStatement issued) {
    return Reply.ok(view(issued));
  }

  private Reply created(IssuedStatement issued) {
    return Reply.created(ALL + "/" + issued.statement().id(), view(issued));
  }

  private StatementView view(IssuedStatement issued) {
    return StatementViews.of(issued, statements.corrections(issued.statement().id()));
  }

  private static Optional<LocalDate> day(Call call) {
    return call.bodyIfAny(StatementMark.class).flatMap(mark -> Optional.ofNullable(mark.on()));
  }

  private static Optional<UUID> own(Call call) {
    if (call.principal().role() != Role.CLIENT) return Optional.empty();
    return Optional.of(call.principal().organisation().orElseThrow(StatementResource::none));
  }

  private static Fault none() {
    return Fault.notFound("no-such-statement", "There is no such statement.");
  }
}
