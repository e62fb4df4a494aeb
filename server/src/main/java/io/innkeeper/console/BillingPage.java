package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.client.BillingTermsChange;
import io.innkeeper.client.PartyView;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.statement.BillingBook;
import io.innkeeper.statement.BillingTerms;
import io.innkeeper.statement.Party;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an organisation is billed, and who bills. */
final class BillingPage {
  static final String SELLER = "/statement-seller";
  private static final String SECTION = StatementRows.PATH;
  private static final String TERMS = "/organisations/{organisation}/billing";
  private static final String PARTY = "buyer.";
  private static final List<String> PARTY_NAMES =
      List.of("buyer.name", "buyer.address", "buyer.taxId", "buyer.email");
  private static final List<String> TERM_NAMES =
      List.of("language", "lines", "ratePolicy", "vatPercent", "vatNote", "paymentDays", "seats");

  private final ConsoleParts parts;
  private final BillingBook billing;
  private final Pages pages;

  BillingPage(ConsoleParts parts, Pages pages) {
    this.parts = parts;
    this.billing = parts.money().statements().billing();
    this.pages = pages;
  }

  static String address(Organisation one) {
    return OrganisationScreens.address(one) + "/billing";
  }

  void hang(Routes routes) {
    routes.page("GET", TERMS, OPERATOR, this::terms);
    routes.page("POST", TERMS, OPERATOR, this::setTerms);
    routes.page("GET", SELLER, ADMIN, this::seller);
    routes.page("POST", SELLER, ADMIN, this::setSeller);
  }

  private Reply terms(Call call) {
    Organisation one = RulesPage.open(parts, call);
    BillingBook.Stored now = billing.terms(one);
    return pages.page(call, SECTION, form(one, now.version(), values(now.terms())));
  }

  private Reply setTerms(Call call) {
    Organisation one = RulesPage.open(parts, call);
    List<String> names = new java.util.ArrayList<>(PARTY_NAMES);
    names.addAll(TERM_NAMES);
    Typed typed = Typed.of(call, names);
    long seen = RulesPage.seen(call);
    try {
      BillingTerms wanted = billing.terms(one).terms().changed(change(typed));
      billing.set(one, wanted, seen, call.actor());
      return pages.done(call, SECTION, Toast.of("How " + one.name() + " is billed is set."));
    } catch (Fault e) {
      Typed again = typed.refusedBy(e, "buyer.name");
      if (!RulesPage.overtaken(e)) return pages.formAgain(call, SECTION, form(one, seen, again));
      return pages.conflict(call, SECTION, form(one, billing.terms(one).version(), again));
    }
  }

  private static BillingTermsChange change(Typed typed) {
    return new BillingTermsChange(
        party(typed, null),
        typed.value("language"),
        typed.value("lines"),
        typed.value("ratePolicy"),
        typed.number("vatPercent").orElse(java.math.BigDecimal.ZERO),
        typed.value("vatNote"),
        KeyForm.whole(typed, "paymentDays")
            .map(days -> Math.clamp(days, -1, Integer.MAX_VALUE))
            .orElse(0),
        typed.value("seats"));
  }

  private static PartyView party(Typed typed, @org.jspecify.annotations.Nullable String account) {
    return new PartyView(
        typed.value(PARTY + "name"),
        RulesPage.lines(typed, PARTY + "address"),
        typed.value(PARTY + "taxId"),
        typed.value(PARTY + "email"),
        account);
  }

  private static Map<String, String> values(Party party) {
    Map<String, String> values = new HashMap<>();
    values.put(PARTY + "name", party.name());
    values.put(PARTY + "address", String.join("\n", party.address()));
    values.put(PARTY + "taxId", party.taxId());
    values.put(PARTY + "email", party.email());
    return values;
  }

  private static Typed values(BillingTerms terms) {
    Map<String, String> values = values(terms.buyer());
    values.put("language", terms.language().word());
    values.put("lines", word(terms.lines()));
    values.put("ratePolicy", word(terms.policy()));
    values.put("vatPercent", terms.vat().percent().toPlainString());
    values.put("vatNote", terms.vat().note());
    values.put("paymentDays", Integer.toString(terms.paymentDays()));
    values.put("seats", terms.seats().word());
    return Typed.now(values);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static FieldGroup partyFields(String title, Typed typed, Field... more) {
    List<Field> fields =
        new java.util.ArrayList<>(
            List.of(
                typed.fill(Field.text(PARTY + "name", "Name")),
                typed.fill(
                    Field.of(Field.Kind.AREA, PARTY + "address", "Address")
                        .optional("one line below the other, street first")),
                typed.fill(Field.text(PARTY + "taxId", "Tax id").optional("such as a NIP")),
                typed.fill(Field.text(PARTY + "email", "E-mail").optional("optional"))));
    fields.addAll(List.of(more));
    return FieldGroup.of(title, fields.toArray(Field[]::new));
  }

  private static FormView form(Organisation one, long version, Typed typed) {
    return form(
        "How " + one.name() + " is billed",
        "It counts for what is issued from now on; issued statements stay as they are.",
        List.of(
            new Tab("Organisations", "", "/organisations", false),
            new Tab(one.name(), "", OrganisationScreens.address(one), false)),
        List.of(partyFields("For whom", typed), paper(typed), money(typed)),
        address(one),
        version,
        SECTION + "?organisation=" + one.slug());
  }

  private static FieldGroup paper(Typed typed) {
    return FieldGroup.of(
        "On the paper",
        typed.fill(
            Field.segments(
                "language",
                "Language",
                List.of(new Choice("pl", "Polski", ""), new Choice("en", "English", "")))),
        typed.fill(
            Field.segments(
                "lines",
                "Usage",
                List.of(
                    new Choice("model", "by model", ""), new Choice("person", "by person", "")))));
  }

  private static FieldGroup money(Typed typed) {
    return FieldGroup.of(
        "Money",
        typed.fill(
            Field.select(
                "ratePolicy",
                "Exchange rate",
                List.of(
                    new Choice("last-day", "The last one published in the month", ""),
                    new Choice("each-day", "Each day at the one that applied to it", ""),
                    new Choice("average", "The mean of those published in the month", "")))),
        typed.fill(Field.number("vatPercent", "VAT", "%")),
        typed.fill(Field.text("vatNote", "Note about VAT").optional("why none is charged, if so")),
        typed.fill(Field.number("paymentDays", "To be paid within", "days")),
        typed.fill(
            Field.select(
                "seats",
                "Seats",
                List.of(
                    new Choice("none", "aren’t billed", ""),
                    new Choice("manual", "as they are entered", ""),
                    new Choice("active-people", "also everybody who calls", "")))));
  }

  private Reply seller(Call call) {
    BillingBook.Seller now = billing.seller();
    Map<String, String> values = values(now.party());
    values.put("account", now.party().account());
    return pages.page(call, SECTION, sellerForm(now.version(), Typed.now(values)));
  }

  private Reply setSeller(Call call) {
    List<String> names = new java.util.ArrayList<>(PARTY_NAMES);
    names.add("account");
    Typed typed = Typed.of(call, names);
    long seen = RulesPage.seen(call);
    try {
      PartyView given = party(typed, typed.value("account"));
      billing.setSeller(billing.sellerWith(given), seen, call.actor());
      return pages.done(call, SECTION, Toast.of("Who issues statements is set."));
    } catch (Fault e) {
      Typed again = typed.refusedBy(e, PARTY + "name");
      if (!RulesPage.overtaken(e)) return pages.formAgain(call, SECTION, sellerForm(seen, again));
      return pages.conflict(call, SECTION, sellerForm(billing.seller().version(), again));
    }
  }

  private static FormView sellerForm(long version, Typed typed) {
    Field account = typed.fill(Field.code("account", "Account").optional("where to pay"));
    return form(
        "Who issues statements",
        "It stands on every statement that is issued from now on.",
        List.of(new Tab("Statements", "", SECTION, false)),
        List.of(partyFields("On the paper", typed, account)),
        SELLER,
        version,
        SECTION);
  }

  private static FormView form(
      String heading,
      String lead,
      List<Tab> parents,
      List<FieldGroup> groups,
      String action,
      long version,
      String back) {
    return new FormView(
        heading,
        lead,
        parents,
        Optional.empty(),
        groups,
        action,
        Long.toString(version),
        "Apply",
        back,
        "",
        Optional.empty(),
        Optional.empty());
  }
}
