package io.innkeeper.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.Json;
import io.innkeeper.client.PartyView;
import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.ChangedMeanwhile;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.store.Database;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** How organisations are billed, and who bills them. Thread-safe. */
public final class BillingBook {
  private static final TypeReference<List<String>> LINES = new TypeReference<>() {};
  private static final Party NOBODY = new Party("", List.of(), "", "", "");

  private final Database database;
  private final AuditTrail audit;
  private final Clock clock;

  BillingBook(Database database, AuditTrail audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Terms as they are stored.
   *
   * @param version 0 while nothing was ever set
   */
  public record Stored(BillingTerms terms, long version) {}

  /**
   * Who issues statements.
   *
   * @param party without a name while nobody has said
   * @param version 0 while nothing was ever set
   */
  public record Seller(Party party, long version) {}

  /** An organisation's; the usual ones if nothing was set. */
  public Stored terms(Organisation organisation) {
    return database.read(handle -> terms(handle, organisation));
  }

  /**
   * Sets an organisation's terms; what is issued stays as it is.
   *
   * @param seen the version the change is based on
   * @throws Fault CONFLICT when somebody else changed them meanwhile, with both values
   */
  public Stored set(Organisation organisation, BillingTerms wanted, long seen, Actor by) {
    if (wanted.buyer().name().isEmpty())
      throw Fault.invalidField("buyer.name", "buyer-name", "Say whom the statements are for.");
    return database.write(
        handle -> {
          Stored now = terms(handle, organisation);
          if (now.version() != seen) throw changed(organisation, now, seen, wanted);
          if (now.terms().equals(wanted)) return now;
          // Whoever writes at the same moment is seen only now that their commit was waited for.
          if (!put(handle, organisation.id(), wanted, seen, by))
            throw changed(organisation, terms(handle, organisation), seen, wanted);
          audit.record(
              handle,
              AuditEvent.done(by, "billing.set", "organisation " + organisation.slug())
                  .changing(now.terms().facts(), wanted.facts()));
          return terms(handle, organisation);
        });
  }

  private static Fault changed(
      Organisation organisation, Stored now, long seen, BillingTerms wanted) {
    return ChangedMeanwhile.of(
        "How " + organisation.name() + " is billed",
        now.version(),
        seen,
        now.terms().facts(),
        wanted.facts());
  }

  public Seller seller() {
    return database.read(BillingBook::seller);
  }

  /** The seller with a change applied, not stored yet; what it doesn't name stays. */
  public Party sellerWith(PartyView change) {
    return PartyText.changed(seller().party(), change, "buyer");
  }

  /**
   * Says who issues statements.
   *
   * @param seen the version the change is based on
   */
  public Seller setSeller(Party wanted, long seen, Actor by) {
    if (wanted.name().isEmpty())
      throw Fault.invalidField("name", "seller-name", "Say who issues the statements.");
    return database.write(
        handle -> {
          Seller now = seller(handle);
          if (now.version() != seen) throw changed(now, seen, wanted);
          if (now.party().equals(wanted)) return now;
          if (!putSeller(handle, wanted, seen, by)) throw changed(seller(handle), seen, wanted);
          audit.record(
              handle,
              AuditEvent.done(by, "billing.seller", "statements")
                  .changing(PartyText.facts(now.party()), PartyText.facts(wanted)));
          return seller(handle);
        });
  }

  private static Fault changed(Seller now, long seen, Party wanted) {
    return ChangedMeanwhile.of(
        "Who issues statements",
        now.version(),
        seen,
        PartyText.facts(now.party()),
        PartyText.facts(wanted));
  }

  /** Whether it was still the version that was seen. */
  private boolean put(Handle handle, UUID organisation, BillingTerms terms, long seen, Actor by) {
    int written =
        handle.execute(
            """
        insert into billing_terms (organisation_id, name, address, tax_id, email, language, lines,
          rate_policy, vat_percent, vat_note, payment_days, seats, changed_at, changed_by, version)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
        on conflict (organisation_id) do update set
          name = excluded.name, address = excluded.address, tax_id = excluded.tax_id,
          email = excluded.email, language = excluded.language, lines = excluded.lines,
          rate_policy = excluded.rate_policy, vat_percent = excluded.vat_percent,
          vat_note = excluded.vat_note, payment_days = excluded.payment_days,
          seats = excluded.seats, changed_at = excluded.changed_at,
          changed_by = excluded.changed_by, version = billing_terms.version + 1
        where billing_terms.version = ?
        """,
            organisation,
            terms.buyer().name(),
            json(terms.buyer().address()),
            terms.buyer().taxId(),
            terms.buyer().email(),
            terms.language().word(),
            Words.of(terms.lines()),
            Words.of(terms.policy()),
            terms.vat().percent().toPlainString(),
            terms.vat().note(),
            terms.paymentDays(),
            terms.seats().word(),
            clock.instant(),
            by.name(),
            seen);
    return written == 1;
  }

  private boolean putSeller(Handle handle, Party party, long seen, Actor by) {
    int written =
        handle.execute(
            """
        insert into statement_seller (id, name, address, tax_id, email, account, changed_at,
          changed_by, version)
        values (1, ?, ?, ?, ?, ?, ?, ?, 1)
        on conflict (id) do update set
          name = excluded.name, address = excluded.address, tax_id = excluded.tax_id,
          email = excluded.email, account = excluded.account, changed_at = excluded.changed_at,
          changed_by = excluded.changed_by, version = statement_seller.version + 1
        where statement_seller.version = ?
        """,
            party.name(),
            json(party.address()),
            party.taxId(),
            party.email(),
            party.account(),
            clock.instant(),
            by.name(),
            seen);
    return written == 1;
  }

  private static Stored terms(Handle handle, Organisation organisation) {
    Optional<Stored> stored =
        handle
            .createQuery("select * from billing_terms where organisation_id = :organisation")
            .bind("organisation", organisation.id())
            .map((row, context) -> new Stored(terms(row), row.getLong("version")))
            .findOne();
    return stored.orElseGet(() -> new Stored(BillingTerms.usual(organisation), 0));
  }

  private static BillingTerms terms(ResultSet row) throws SQLException {
    return new BillingTerms(
        party(row, ""),
        language(row.getString("language")),
        Words.stored(StatementLine.Usage.Kind.class, row.getString("lines")),
        Words.stored(Conversion.Policy.class, row.getString("rate_policy")),
        new Vat(new BigDecimal(row.getString("vat_percent")), row.getString("vat_note")),
        row.getInt("payment_days"),
        Words.stored(SeatFeed.class, row.getString("seats")));
  }

  private static Seller seller(Handle handle) {
    return handle
        .createQuery("select * from statement_seller where id = 1")
        .map(
            (row, context) ->
                new Seller(party(row, row.getString("account")), row.getLong("version")))
        .findOne()
        .orElse(new Seller(NOBODY, 0));
  }

  private static Party party(ResultSet row, String account) throws SQLException {
    try {
      return new Party(
          row.getString("name"),
          Json.STRICT.readValue(row.getString("address"), LINES),
          row.getString("tax_id"),
          row.getString("email"),
          account);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored address can't be read", e);
    }
  }

  /** As the enumeration itself words it. */
  static Language language(String word) {
    return Arrays.stream(Language.values())
        .filter(language -> language.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(word));
  }

  private static String json(List<String> lines) {
    try {
      return Json.STRICT.writeValueAsString(lines);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
