package io.innkeeper.statement;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.statement.StatementLine.Change;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Documents that put an issued one right. Thread-safe. */
public final class Corrections {
  private static final int LONGEST = 300;
  private static final int MOST_LINES = 200;
  private static final String MEANWHILE = "corrected-meanwhile";

  /** How often the books are asked again because somebody else corrected meanwhile. */
  private static final int TRIES = 5;

  private final Database database;
  private final AuditTrail audit;
  private final Organisations organisations;
  private final Statements statements;
  private final Drafts drafts;
  private final BillingBook billing;
  private final Ids ids;

  Corrections(
      Database database,
      AuditTrail audit,
      Organisations organisations,
      Statements statements,
      Drafts drafts,
      BillingBook billing,
      Ids ids) {
    this.database = database;
    this.audit = audit;
    this.organisations = organisations;
    this.statements = statements;
    this.drafts = drafts;
    this.billing = billing;
    this.ids = ids;
  }

  /**
   * Issues a correction; the old document stays as it is.
   *
   * @param reason stands on the paper
   * @param lines the differences
   * @param seen how many corrections there were when these were worked out; empty if they are
   *     wanted whatever was corrected
   * @throws Fault INVALID if there is no reason or no difference; CONFLICT if the document is a
   *     correction itself, or if it was corrected since
   */
  public IssuedStatement issue(
      UUID id, String reason, List<Change> lines, Optional<Integer> seen, Actor by) {
    demandReason(reason);
    demandLines(lines);
    IssuedStatement old = correctable(id);
    Differences now = differences(old);
    List<Change> named = now.named(lines);
    return issue(old, reason, named, now.conversion(named), seen, by);
  }

  private IssuedStatement correctable(UUID id) {
    IssuedStatement old = statements.get(id);
    if (old.corrects().isEmpty()) return old;
    throw Fault.conflict(
            "is-correction", old.number() + " is a correction and isn't corrected itself.")
        .advising("Correct " + old.statement().corrects().orElseThrow().number() + " once more.");
  }

  private IssuedStatement issue(
      IssuedStatement old,
      String reason,
      List<Change> lines,
      Conversion conversion,
      Optional<Integer> seen,
      Actor by) {
    Organisation organisation = organisations.get(old.statement().organisation());
    Statement draft = draft(old, organisation, reason.strip(), lines, conversion);
    return database.write(handle -> keep(handle, old, organisation, draft, seen, by));
  }

  /**
   * Issues a correction of what the books say now beyond what was issued and corrected so far.
   *
   * @throws Fault as {@link #issue} does
   */
  public IssuedStatement issueByTheBooks(UUID id, String reason, Actor by) {
    demandReason(reason);
    IssuedStatement old = correctable(id);
    for (int tries = 1; ; tries++) {
      int seen = count(id);
      Differences now = differences(old);
      List<Change> changes = now.changes();
      demandLines(changes);
      try {
        return issue(old, reason, changes, now.conversion(changes), Optional.of(seen), by);
      } catch (Fault e) {
        if (!e.code().equals(MEANWHILE) || tries == TRIES) throw e;
      }
    }
  }

  /** How many corrections there are of a document. */
  public int count(UUID id) {
    return database.read(handle -> StatementRows.countCorrections(handle, id));
  }

  private IssuedStatement keep(
      Handle handle,
      IssuedStatement old,
      Organisation organisation,
      Statement draft,
      Optional<Integer> seen,
      Actor by) {
    StatementNumber number = StatementRows.next(handle, draft.month());
    // Only who holds the series can be sure that nobody else corrects it.
    int known = StatementRows.countCorrections(handle, old.statement().id());
    if (seen.filter(count -> count != known).isPresent())
      throw Fault.conflict(MEANWHILE, old.number() + " was corrected meanwhile.")
          .advising("Look at what was corrected, then begin anew.");
    Statement statement = statements.numbered(draft, number, organisation);
    Optional<UUID> corrects = Optional.of(old.statement().id());
    IssuedStatement issued =
        statements.kept(handle, statement, number, corrects, Inside.NOTHING, Set.of(), by);
    Map<String, Object> facts = new LinkedHashMap<>(Statements.facts(issued));
    facts.put("corrects", old.number());
    audit.record(
        handle,
        AuditEvent.done(by, "statement.correct", "organisation " + organisation.slug())
            .changing(Map.of(), facts)
            .noting(statement.corrects().orElseThrow().reason()));
    return issued;
  }

  /** Tax as on the old one; parties as they are called now. */
  private Statement draft(
      IssuedStatement old,
      Organisation organisation,
      String reason,
      List<Change> lines,
      Conversion conversion) {
    Statement was = old.statement();
    BillingTerms terms = billing.terms(organisation).terms();
    Party seller = billing.seller().party();
    return new Statement(
        ids.next(),
        was.organisation(),
        Optional.empty(),
        Optional.of(new Statement.Corrected(old.number(), was.issued().orElseThrow(), reason)),
        was.month(),
        terms.language(),
        was.currency(),
        seller.name().isEmpty() ? was.seller() : seller,
        terms.buyer(),
        Optional.empty(),
        Optional.empty(),
        terms.paymentDays(),
        List.copyOf(lines),
        was.vat(),
        Optional.empty(),
        conversion,
        Optional.empty());
  }

  /**
   * What the books say now beyond what was issued and corrected so far, line by line, on the terms
   * of the document; empty if they agree, or if a rate is missing.
   */
  public List<Change> differences(UUID id) {
    return differences(statements.get(id)).changes();
  }

  private Differences differences(IssuedStatement old) {
    Statement was = old.statement();
    return Differences.of(
        was,
        statements.corrections(was.id()).stream().map(IssuedStatement::statement).toList(),
        drafts.again(organisations.get(was.organisation()), was));
  }

  private static void demandReason(String reason) {
    if (!reason.isBlank() && reason.length() <= LONGEST) return;
    throw Fault.invalidField(
        "reason", "reason-missing", "Say in 1 to 300 characters why it is corrected.");
  }

  private static void demandLines(List<Change> lines) {
    if (lines.isEmpty())
      throw Fault.invalidField(
          "lines", "nothing-to-correct", "There is no difference to put right.");
    if (lines.size() > MOST_LINES)
      throw Fault.invalidField("lines", "lines", "A correction has at most 200 lines.");
    for (Change line : lines) {
      if (line.words().isBlank() || line.words().length() > LONGEST)
        throw Fault.invalidField(
            "lines", "line-words", "A line says in 1 to 300 characters what changes.");
      if (line.net().signum() == 0)
        throw Fault.invalidField("lines", "line-amount", "A line changes an amount.");
    }
  }
}
