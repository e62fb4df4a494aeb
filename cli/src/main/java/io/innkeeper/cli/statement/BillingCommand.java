package io.innkeeper.cli.statement;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.client.Answer;
import io.innkeeper.client.BillingTermsChange;
import io.innkeeper.client.BillingTermsView;
import io.innkeeper.client.PartyView;
import io.innkeeper.client.SellerView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper billing …} */
@Command(name = "billing", description = "How organisations are billed, and by whom.")
public final class BillingCommand {
  private static final String ORG = "Its slug or id.";
  private static final String TERMS = "/organisations/{}/billing-terms";
  private static final String SELLER = "/statement-seller";

  private final Desk desk;

  public BillingCommand(Desk desk) {
    this.desk = desk;
  }

  /** A name, an address and what else stands on the paper about somebody. */
  static final class Party {
    @Option(names = "--name", paramLabel = "TEXT", description = "The name on the paper.")
    private @Nullable String name;

    @Option(
        names = "--address",
        paramLabel = "LINE",
        description = "A line of the address, street first; can be repeated.")
    private @Nullable List<String> address;

    @Option(names = "--tax-id", paramLabel = "TEXT", description = "Such as a NIP.")
    private @Nullable String taxId;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "Where statements go.")
    private @Nullable String email;

    PartyView view(@Nullable String account) {
      return new PartyView(name, address, taxId, email, account);
    }

    boolean given() {
      return name != null || address != null || taxId != null || email != null;
    }
  }

  /** What can be agreed with an organisation. */
  static final class Terms {
    @Option(names = "--language", paramLabel = "LANGUAGE", description = "pl or en.")
    private @Nullable String language;

    @Option(names = "--lines", paramLabel = "BY", description = "Usage by model or by person.")
    private @Nullable String lines;

    @Option(
        names = "--rate",
        paramLabel = "POLICY",
        description = "The exchange rate: each-day, last-day (of the month) or average.")
    private @Nullable String rate;

    @Option(names = "--vat", paramLabel = "PERCENT", description = "For example 23; 0 for none.")
    private @Nullable BigDecimal vat;

    @Option(names = "--vat-note", paramLabel = "TEXT", description = "Why no tax is charged.")
    private @Nullable String vatNote;

    @Option(names = "--days", paramLabel = "N", description = "How long after the issue to pay.")
    private @Nullable Integer days;

    @Option(
        names = "--seats",
        paramLabel = "WHO",
        description = "Who gets a seat: none, manual or active-people.")
    private @Nullable String seats;
  }

  @Command(description = "Show how an organisation is billed.")
  void show(@Parameters(paramLabel = "ORG", description = ORG) String org) {
    tell(desk.client().get(Query.of(TERMS, org).path()));
  }

  @Command(description = "Change how an organisation is billed; what is not given stays.")
  void set(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Mixin Party buyer,
      @Mixin Terms terms) {
    String path = Query.of(TERMS, org).path();
    long version = desk.client().get(path).version().orElse(0);
    BillingTermsChange change =
        new BillingTermsChange(
            buyer.given() ? buyer.view(null) : null,
            terms.language,
            terms.lines,
            terms.rate,
            terms.vat,
            terms.vatNote,
            terms.days,
            terms.seats);
    tell(desk.client().put(path, version, change));
  }

  @Command(description = "Show who issues statements, or say so; what is not given stays.")
  void seller(
      @Mixin Party party,
      @Option(names = "--account", paramLabel = "IBAN", description = "Where to pay.")
          Optional<String> account) {
    Answer answer = desk.client().get(SELLER);
    if (party.given() || account.isPresent()) {
      long version = answer.version().orElse(0);
      answer = desk.client().put(SELLER, version, party.view(account.orElse(null)));
    }
    desk.show(answer, SellerView.class, BillingCommand::name, BillingCommand::seller);
  }

  private void tell(Answer answer) {
    desk.show(answer, BillingTermsView.class, terms -> "", BillingCommand::terms);
  }

  private static String name(SellerView seller) {
    String name = seller.party().name();
    return name == null ? "" : name;
  }

  private static String seller(SellerView seller) {
    if (name(seller).isEmpty())
      return "Nobody issues statements yet. Say who: innkeeper billing seller --name TEXT";
    return party(new Facts(), seller.party())
        .maybe("Account", shown(seller.party().account()))
        .rendered();
  }

  private static String terms(BillingTermsView terms) {
    return party(new Facts(), terms.buyer())
        .add("Language", terms.language())
        .add("Lines", "by " + terms.lines())
        .add("Rate", terms.ratePolicy())
        .add("VAT", terms.vatPercent().toPlainString() + "%")
        .maybe("VAT note", shown(terms.vatNote()))
        .add("Payment", terms.paymentDays() + " days after the issue")
        .add("Seats", terms.seats())
        .rendered();
  }

  private static Facts party(Facts facts, PartyView party) {
    List<String> address = party.address() == null ? List.of() : party.address();
    return facts
        .maybe("Name", shown(party.name()))
        .maybe("Address", shown(String.join(", ", address)))
        .maybe("Tax id", shown(party.taxId()))
        .maybe("E-mail", shown(party.email()));
  }

  private static @Nullable String shown(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
