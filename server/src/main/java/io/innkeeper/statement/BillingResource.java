package io.innkeeper.statement;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.BillingTermsChange;
import io.innkeeper.client.BillingTermsView;
import io.innkeeper.client.PartyView;
import io.innkeeper.client.ProfitView;
import io.innkeeper.client.SellerView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationPath;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** How organisations are billed, by whom, and what is left, for programs. */
public final class BillingResource {
  private static final String TERMS = OrganisationPath.ONE + "/billing-terms";
  private static final String SELLER = "/api/v1/statement-seller";
  private static final long LONGEST_DAYS = 3_660;

  private final BillingBook billing;
  private final Profit profit;
  private final OrganisationPath organisations;
  private final Clock clock;

  BillingResource(BillingBook billing, Profit profit, OrganisationPath organisations, Clock clock) {
    this.billing = billing;
    this.profit = profit;
    this.organisations = organisations;
    this.clock = clock;
  }

  void hang(Routes routes) {
    routes.api(
        "GET",
        TERMS,
        CLIENT,
        "How it is billed: to whom, in which language, at which rate, with which tax.",
        BillingTermsView.class,
        call -> reply(billing.terms(organisations.of(call))));
    routes
        .api(
            "PUT",
            TERMS,
            OPERATOR,
            "Changes how it is billed; what is absent stays.",
            BillingTermsChange.class,
            BillingTermsView.class,
            this::set)
        .versioned();
    routes.api(
        "GET",
        SELLER,
        VIEWER,
        "Who issues statements.",
        SellerView.class,
        call -> reply(billing.seller()));
    routes
        .api(
            "PUT",
            SELLER,
            ADMIN,
            "Says who issues statements; what is absent stays.",
            PartyView.class,
            SellerView.class,
            this::setSeller)
        .versioned();
    routes
        .api(
            "GET",
            "/api/v1/profit",
            VIEWER,
            "What was paid to the upstream and billed for it, by organisation and model.",
            ProfitView.class,
            this::profit)
        .query("from", "The first day; the first of this month when absent.")
        .query("to", "The last day, included; today when absent.");
  }

  private Reply set(Call call) {
    Organisation organisation = organisations.open(call);
    BillingTerms wanted =
        billing.terms(organisation).terms().changed(call.body(BillingTermsChange.class));
    return reply(billing.set(organisation, wanted, call.expectedVersion(), call.actor()));
  }

  private Reply setSeller(Call call) {
    Party wanted =
        PartyText.changed(billing.seller().party(), call.body(PartyView.class), "seller");
    return reply(billing.setSeller(wanted, call.expectedVersion(), call.actor()));
  }

  private ProfitView profit(Call call) {
    LocalDate today = Organisation.commonDay(organisations.organisations().all(), clock.instant());
    LocalDate from =
        call.query("from").map(text -> day("from", text)).orElse(YearMonth.from(today).atDay(1));
    LocalDate to = call.query("to").map(text -> day("to", text)).orElse(today);
    demandOrder(from, to);
    return StatementViews.of(profit.between(from, to), from, to);
  }

  /** Refuses days that are reversed or too many. */
  public static void demandOrder(LocalDate from, LocalDate to) {
    if (to.isBefore(from))
      throw Fault.invalidField("to", "days-reversed", "The last day lies before the first.");
    if (ChronoUnit.DAYS.between(from, to) > LONGEST_DAYS)
      throw Fault.invalidField("to", "too-long", "At most ten years can be looked at together.");
  }

  static LocalDate day(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Fault.invalidField(field, "day", "“" + field + "” must be a day such as 2026-11-25.");
    }
  }

  private static Reply reply(BillingBook.Stored stored) {
    return Reply.ok(StatementViews.of(stored)).version(stored.version());
  }

  private static Reply reply(BillingBook.Seller seller) {
    return Reply.ok(StatementViews.of(seller)).version(seller.version());
  }
}
