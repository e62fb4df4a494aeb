package io.innkeeper.organisation;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Which models organisations may use: read and set. Thread-safe. */
public final class ModelRuleBook {
  private static final String RULES =
      "SELECT organisation_id, allow, deny, changed_at, changed_by, version FROM model_rules";

  private final Database database;
  private final AuditTrail audit;
  private final Clock clock;

  public ModelRuleBook(Database database, AuditTrail audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  public ModelRules of(UUID organisation) {
    return database.read(handle -> found(handle, organisation)).orElse(ModelRules.NONE);
  }

  /** Those of every organisation that has some. */
  public Map<UUID, ModelRules> all() {
    return database.read(
        handle ->
            handle
                .createQuery(RULES)
                .map(
                    (row, context) ->
                        Map.entry(UUID.fromString(row.getString("organisation_id")), rules(row)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /**
   * Sets both lists.
   *
   * @param seen the version the change is based on
   * @throws Fault CONFLICT when somebody else changed them meanwhile, with both values
   */
  public ModelRules set(
      Organisation organisation, ModelPatterns allow, ModelPatterns deny, long seen, Actor by) {
    return database.write(
        handle -> {
          ModelRules now = found(handle, organisation.id()).orElse(ModelRules.NONE);
          ModelRules wanted = new ModelRules(allow, deny, Optional.empty(), seen + 1);
          if (now.version() != seen)
            throw ChangedMeanwhile.of(
                "The models of " + organisation.name(),
                now.version(),
                seen,
                now.facts(),
                wanted.facts());
          if (now.facts().equals(wanted.facts())) return now;
          write(handle, organisation.id(), wanted, by);
          GatewayNews.tell(handle);
          audit.record(
              handle,
              AuditEvent.done(by, "organisation.models", "organisation " + organisation.slug())
                  .changing(now.facts(), wanted.facts()));
          return found(handle, organisation.id()).orElseThrow();
        });
  }

  private void write(Handle handle, UUID organisation, ModelRules wanted, Actor by) {
    handle
        .createUpdate(
            """
            INSERT INTO model_rules (organisation_id, allow, deny, changed_at, changed_by, version)
            VALUES (:organisation, :allow, :deny, :now, :by, :version)
            ON CONFLICT (organisation_id) DO UPDATE SET allow = excluded.allow, deny = excluded.deny,
              changed_at = excluded.changed_at, changed_by = excluded.changed_by,
              version = excluded.version
            """)
        .bind("organisation", organisation)
        .bind("allow", wanted.allow().json())
        .bind("deny", wanted.deny().json())
        .bind("now", clock.instant())
        .bind("by", by.name())
        .bind("version", wanted.version())
        .execute();
  }

  private static Optional<ModelRules> found(Handle handle, UUID organisation) {
    return handle
        .createQuery(RULES + " WHERE organisation_id = :organisation")
        .bind("organisation", organisation)
        .map((row, context) -> rules(row))
        .findOne();
  }

  private static ModelRules rules(ResultSet row) throws SQLException {
    return new ModelRules(
        ModelPatterns.ofJson(row.getString("allow")),
        ModelPatterns.ofJson(row.getString("deny")),
        Optional.of(
            new ModelRules.Change(
                Instant.ofEpochMilli(row.getLong("changed_at")), row.getString("changed_by"))),
        row.getLong("version"));
  }
}
