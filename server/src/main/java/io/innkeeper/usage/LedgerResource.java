package io.innkeeper.usage;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.ConflictView;
import io.innkeeper.client.ImportView;
import io.innkeeper.client.JobView;
import io.innkeeper.client.LedgerLineView;
import io.innkeeper.client.LedgerVerification;
import io.innkeeper.client.NewAdjustment;
import io.innkeeper.client.NewImport;
import io.innkeeper.client.Page;
import io.innkeeper.client.UnreadableView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobViews;
import io.innkeeper.organisation.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The ledger for programs: {@code /api/v1/ledger}. */
public final class LedgerResource {
  private static final String PLACE = "/api/v1/ledger";

  private final Ledger ledger;
  private final LedgerReports reports;
  private final Imports imports;
  private final VisibleOrganisations organisations;
  private final Clock clock;

  LedgerResource(
      Ledger ledger,
      LedgerReports reports,
      Imports imports,
      VisibleOrganisations organisations,
      Clock clock) {
    this.ledger = ledger;
    this.reports = reports;
    this.imports = imports;
    this.organisations = organisations;
    this.clock = clock;
  }

  void hang(Routes routes) {
    hangAdjustments(routes);
    hangProof(routes);
    hangExport(routes);
  }

  private void hangAdjustments(Routes routes) {
    routes
        .api(
            "GET",
            PLACE + "/adjustments",
            CLIENT,
            "Lists an organisation's adjustments and corrections, newest first.",
            TypeOf.page(LedgerLineView.class),
            this::adjustments)
        .query("organisation", "By slug, id or external id.");
    routes.api(
        "POST",
        PLACE + "/adjustments",
        ADMIN,
        "Writes a refund or a correction, for good.",
        NewAdjustment.class,
        LedgerLineView.class,
        this::adjust);
    routes.api(
        "POST",
        PLACE + "/imports",
        ADMIN,
        "Takes calls into the books that were made before or beside Innkeeper; each enters once.",
        NewImport.class,
        ImportView.class,
        this::take);
  }

  private void hangProof(Routes routes) {
    routes.api(
        "GET",
        PLACE + "/verification",
        VIEWER,
        "Checks that every sum follows from the lines and no line is missing.",
        LedgerVerification.class,
        call -> verification(reports.check().run()));
    routes.api(
        "POST",
        PLACE + "/rebuild",
        ADMIN,
        "Makes all sums anew from the lines; a job.",
        JobView.class,
        this::rebuild);
    routes.api(
        "GET",
        PLACE + "/conflicts",
        VIEWER,
        "Lists calls kept aside because another one has their generation id.",
        TypeOf.page(ConflictView.class),
        this::conflicts);
    routes.api(
        "GET",
        PLACE + "/unreadable",
        VIEWER,
        "Lists records of journals that could not be understood or stored, newest first.",
        TypeOf.page(UnreadableView.class),
        this::unreadable);
  }

  private void hangExport(Routes routes) {
    routes
        .api(
            "GET",
            PLACE + "/export.csv",
            CLIENT,
            "All lines of an organisation's days; the current month if none are named.",
            String.class,
            this::export)
        .query("organisation", "By slug, id or external id.")
        .query("from", "The organisation's first day, for example 2026-11-01.")
        .query("to", "Its last day, included.")
        .answering("text/csv");
  }

  private Page<LedgerLineView> adjustments(Call call) {
    Organisation organisation = asked(call);
    PageRequest page = call.page();
    Optional<Long> before = page.after().map(LedgerResource::line);
    List<LedgerLine> found = ledger.signed(organisation.id(), before, page.limit() + 1);
    List<LedgerLineView> items =
        found.stream().limit(page.limit()).map(UsageViews::signed).toList();
    String next =
        found.size() > items.size()
            ? PageRequest.cursorAfter(Long.toString(items.getLast().line()))
            : null;
    return new Page<>(items, next, ledger.countSigned(organisation.id()));
  }

  private Reply adjust(Call call) {
    NewAdjustment given = call.body(NewAdjustment.class);
    if (given.organisation() == null) throw organisationMissing();
    Adjustment wanted =
        new Adjustment(
            organisations.named(call, given.organisation()).id(),
            Optional.ofNullable(given.refersTo()),
            Amounts.parse("cost", given.cost()),
            Amounts.parse("billed", given.billed()),
            given.reason() == null ? "" : given.reason());
    LedgerLine line = ledger.adjust(wanted, call.actor());
    return Reply.created(PLACE + "/adjustments", UsageViews.signed(line));
  }

  private ImportView take(Call call) {
    NewImport given = call.body(NewImport.class);
    if (given.organisation() == null) throw organisationMissing();
    Imports.Brought brought =
        imports.take(
            organisations.named(call, given.organisation()),
            Optional.ofNullable(given.upstream()),
            given.calls() == null ? List.of() : given.calls(),
            call.actor());
    return new ImportView(
        brought.written(),
        brought.known(),
        brought.conflicts(),
        brought.cost().toString(),
        brought.billed().toString());
  }

  private static LedgerVerification verification(LedgerCheck.Result found) {
    return new LedgerVerification(
        found.whole(), found.lines(), found.conflicts(), found.unreadable(), found.differences());
  }

  private Reply rebuild(Call call) {
    Job job = reports.rebuild(call.actor());
    return Reply.accepted("/api/v1/jobs/" + job.id(), JobViews.of(job));
  }

  private Page<ConflictView> conflicts(Call call) {
    List<ConflictView> found =
        reports.conflicts(call.page().limit()).stream().map(this::conflict).toList();
    return new Page<>(found, null, reports.countConflicts());
  }

  private Page<UnreadableView> unreadable(Call call) {
    List<UnreadableView> found =
        reports.unreadable().newest(call.page().limit()).stream()
            .map(
                one ->
                    new UnreadableView(
                        one.node(),
                        one.at().segment(),
                        one.at().offset(),
                        one.kind(),
                        one.bytes(),
                        one.why(),
                        one.foundAt()))
            .toList();
    return new Page<>(found, null, reports.unreadable().count());
  }

  private ConflictView conflict(Conflict conflict) {
    Organisation organisation = organisations.all().get(conflict.call().payer().organisation());
    return UsageViews.of(conflict, organisation.dayOf(conflict.call().times().arrived()));
  }

  private Reply export(Call call) {
    Organisation organisation = asked(call);
    LocalDate today = organisation.dayOf(clock.instant());
    Days days = Days.asked(call, today);
    String name = "%s-%s-%s.csv".formatted(organisation.slug(), days.from(), days.to());
    return Reply.stream(
            "text/csv; charset=utf-8",
            out -> reports.export().write(organisation.id(), days.from(), days.to(), out))
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private Organisation asked(Call call) {
    return organisations
        .asked(call)
        .map(organisations.all()::get)
        .orElseThrow(LedgerResource::organisationMissing);
  }

  private static Fault organisationMissing() {
    return Fault.invalidField("organisation", "organisation-missing", "Say which organisation.");
  }

  private static long line(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Fault.invalidField("cursor", "number", "“cursor” must be a line's number.");
    }
  }
}
