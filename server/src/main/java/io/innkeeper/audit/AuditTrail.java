package io.innkeeper.audit;

import io.innkeeper.caller.Actor;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The audit: written with each mutation, read by people, provable at any time. Thread-safe. */
public final class AuditTrail {
  private final Database database;
  private final SecretBox box;
  private final Clock clock;

  public AuditTrail(Database database, SecretBox box, Clock clock) {
    this.database = database;
    this.box = box;
    this.clock = clock;
  }

  /**
   * Writes one line in the caller's transaction; if it can't be written, the transaction fails.
   * Call it last: until the commit every other writer of the audit waits.
   *
   * @return the line's sequence number
   */
  public long record(Handle handle, AuditEvent event) {
    ChainHead head = ChainHead.hold(handle);
    ChainHead end = lastLine(handle);
    boolean whole =
        head.lines() == end.lines() && head.hash().equals(end.hash()) && head.genuine(box);
    if (!whole) end = append(handle, end, broken(head));
    end = append(handle, end, event);
    ChainHead.sealed(end.lines(), end.hash(), box).write(handle);
    return end.lines();
  }

  /** Writes one line about something that did not happen, in a transaction of its own. */
  public void refuse(AuditEvent event) {
    database.change(handle -> record(handle, event));
  }

  /**
   * Lines, newest first.
   *
   * @param before only lines with a smaller sequence number: where the last part ended
   */
  public List<AuditLine> lines(AuditFilter filter, Optional<Long> before, int limit) {
    return database.read(handle -> new AuditSearch(handle, filter).lines(before, limit));
  }

  /** How many lines there are under a filter. */
  public long count(AuditFilter filter) {
    return database.read(handle -> new AuditSearch(handle, filter).count());
  }

  /** Checks the whole chain, line by line, in constant memory. */
  public Verification verify() {
    return database.read(handle -> new ChainCheck(handle, box).run(Optional.empty()));
  }

  /** The same, and that the chain still contains what an earlier verification found. */
  public Verification verify(Verification.Whole receipt) {
    return database.read(handle -> new ChainCheck(handle, box).run(Optional.of(receipt)));
  }

  private static ChainHead lastLine(Handle handle) {
    return handle
        .createQuery("select seq, hash from audit_lines order by seq desc limit 1")
        .map((row, context) -> new ChainHead(row.getLong("seq"), row.getString("hash"), ""))
        .findOne()
        .orElse(ChainHead.START);
  }

  private static AuditEvent broken(ChainHead head) {
    return new AuditEvent(
        Actor.innkeeper("audit"),
        ChainCheck.BROKEN_VERB,
        "audit",
        Map.of(),
        Map.of(),
        "failed",
        "The lines before this one don't end as the sealed head says (line "
            + head.lines()
            + "); some were cut off, added or edited.");
  }

  private ChainHead append(Handle handle, ChainHead end, AuditEvent event) {
    AuditLine line = line(end, event);
    Actor actor = line.actor();
    handle
        .createUpdate(
            """
            insert into audit_lines (seq, at, actor_kind, actor_id, actor_name, address, request_id,
              verb, subject, before_values, after_values, result, note, previous_hash, hash)
            values (:seq, :at, :kind, :actorId, :actorName, :address, :requestId,
              :verb, :subject, :before, :after, :result, :note, :previousHash, :hash)
            """)
        .bindMethods(line)
        .bind("kind", actor.kind().name())
        .bind("actorId", actor.id().map(UUID::toString).orElse(null))
        .bind("actorName", actor.name())
        .bind("address", actor.address())
        .bind("requestId", actor.requestId())
        .bind("hash", ChainHash.of(line))
        .execute();
    return new ChainHead(line.seq(), ChainHash.of(line), "");
  }

  private AuditLine line(ChainHead end, AuditEvent event) {
    Actor by = event.actor();
    ChangedValues changed = ChangedValues.of(event.before(), event.after());
    return new AuditLine(
        end.lines() + 1,
        Instant.ofEpochMilli(clock.millis()),
        new Actor(
            by.kind(),
            by.id(),
            PlainText.of(by.name()),
            PlainText.of(by.address()),
            PlainText.of(by.requestId())),
        PlainText.of(event.verb()),
        PlainText.of(event.subject()),
        changed.before(),
        changed.after(),
        event.result(),
        PlainText.of(event.note()),
        end.hash(),
        "");
  }

  /** What of it is sealed. */
  public static List<SealedPlace> sealedPlaces() {
    return List.of(ChainHead.sealedPlace());
  }
}
