package io.innkeeper.usage.tracking;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Routes;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.usage.Amounts;
import io.innkeeper.usage.Ledger;
import io.innkeeper.usage.ManualUsage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** What admins do in the reference's API, and how its parts stand. */
final class TrackedActsResource {
  private static final String PLACE = TrackingRoom.PLACE;
  private static final int MOST_DAYS_BACK = 30;

  private final TrackedOrganisation organisations;
  private final Ledger ledger;
  private final PastDays days;
  private final TrackingHealth health;

  TrackedActsResource(
      TrackedOrganisation organisations, Ledger ledger, PastDays days, TrackingHealth health) {
    this.organisations = organisations;
    this.ledger = ledger;
    this.days = days;
    this.health = health;
  }

  void hang(Routes routes) {
    routes.api(
        "POST",
        PLACE + "/sync/openrouter-usage",
        ADMIN,
        "Deprecated; does nothing and says so.",
        SyncRequest.class,
        SyncAnswer.class,
        this::sync);
    routes
        .api(
            "POST",
            PLACE + "/usage/manual-record",
            ADMIN,
            "Writes usage that no gateway saw into the ledger, for good.",
            ManualRecordRequest.class,
            ManualRecordAnswer.class,
            this::record)
        .query(TrackedOrganisation.QUERY, "By slug, id or external id.");
    routes.api(
        "POST",
        PLACE + "/admin/trigger-batch",
        ADMIN,
        "Checks a past day; again finds the same.",
        TriggerBatchRequest.class,
        TriggerBatchAnswer.class,
        this::trigger);
    routes.api(
        "GET",
        PLACE + "/admin/batch-status",
        VIEWER,
        "How the nightly checks stand.",
        BatchStatus.class,
        call -> health.batch());
    routes.api(
        "GET",
        PLACE + "/admin/system-health",
        VIEWER,
        "Whether all that the figures need is there.",
        SystemHealth.class,
        call -> health.system());
  }

  private SyncAnswer sync(Call call) {
    Integer back = call.bodyIfAny(SyncRequest.class).map(SyncRequest::daysBack).orElse(null);
    if (back != null && (back < 1 || back > MOST_DAYS_BACK)) {
      throw Fault.invalidField("days_back", "days-back", "“days_back” is a number from 1 to 30.");
    }
    SyncResult skipped =
        new SyncResult(
            "All Organizations",
            "skipped",
            "OpenRouter has no list of calls to read. Every call is booked when it is made.");
    return new SyncAnswer(
        "deprecated", List.of(skipped), organisations.organisations().all().size());
  }

  private ManualRecordAnswer record(Call call) {
    Organisation organisation = organisations.of(call);
    ManualRecordRequest given = call.body(ManualRecordRequest.class);
    if (given.cost() == null)
      throw Fault.invalidField("cost", "amount-missing", "Say what it cost, in USD.");
    Usd cost = Amounts.exact("cost", given.cost());
    ManualUsage used =
        new ManualUsage(
            organisation.id(),
            given.model() == null ? "" : given.model().strip(),
            given.tokens() == null ? 0 : given.tokens(),
            cost,
            given.reason() == null ? "Recorded by hand" : given.reason());
    ledger.record(used, call.actor());
    return new ManualRecordAnswer(
        "success",
        "Recorded %d tokens, $%s for %s in organization %s"
            .formatted(used.tokens(), used.cost(), used.model(), organisation.name()));
  }

  private TriggerBatchAnswer trigger(Call call) {
    TriggerBatchRequest asked = call.body(TriggerBatchRequest.class);
    LocalDate day = day(asked.processingDate() == null ? "" : asked.processingDate().strip());
    BatchResults results =
        days.check(day, Boolean.TRUE.equals(asked.forceReprocess()), call.actor());
    String message =
        results.success()
            ? "The books of " + day + " fit."
            : "Something about " + day + " does not fit or could not be compared; see the results.";
    return new TriggerBatchAnswer(results.success(), message, day, results);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      String said = "“processing_date” must be a day such as 2026-11-25.";
      throw Fault.of(Fault.Kind.MALFORMED, "day", said)
          .about(List.of(new Fault.Field("processing_date", said)));
    }
  }
}
