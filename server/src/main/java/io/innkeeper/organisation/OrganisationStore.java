package io.innkeeper.organisation;

import io.innkeeper.organisation.Organisation.State;
import io.innkeeper.organisation.Organisation.Suspension;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The organisations' rows. Money is kept in whole units of 10⁻¹² USD. */
final class OrganisationStore {
  private static final String COLUMNS =
      """
      id, slug, external_id, name, time_zone, currency, contact_email, markup, monthly_budget, state,
      suspended_reason, suspended_at, suspended_by, upstream_key, created_at, version
      """;

  void insert(Handle handle, Organisation organisation) {
    bound(
            handle.createUpdate(
                """
                INSERT INTO organisations (
                  id, slug, external_id, name, time_zone, currency, contact_email, markup, monthly_budget, state,
                  created_at, version)
                VALUES (
                  :id, :slug, :externalId, :name, :timeZone, :currency, :contactEmail, :markup, :budget, 'active',
                  :createdAt, 1)
                """),
            organisation)
        .bind("slug", organisation.slug().value())
        .bind("externalId", organisation.externalId())
        .bind("createdAt", organisation.createdAt())
        .execute();
  }

  /** Writes the values if the row still has the version; answers whether it had. */
  boolean update(Handle handle, Organisation organisation, OrganisationSpec spec) {
    Organisation after =
        new Organisation(
            organisation.id(),
            organisation.slug(),
            organisation.externalId(),
            spec,
            organisation.state(),
            organisation.suspension(),
            organisation.hasUpstreamKey(),
            organisation.createdAt(),
            organisation.version());
    return bound(
                handle.createUpdate(
                    """
                    UPDATE organisations SET name = :name, time_zone = :timeZone, currency = :currency,
                      contact_email = :contactEmail, markup = :markup, monthly_budget = :budget, version = version + 1
                    WHERE id = :id AND version = :version
                    """),
                after)
            .bind("version", organisation.version())
            .execute()
        == 1;
  }

  void state(Handle handle, UUID id, State state, Optional<Suspension> suspension, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE organisations SET state = :state, suspended_reason = :reason, suspended_at = :at,
              suspended_by = :by, closed_at = :closedAt, version = version + 1
            WHERE id = :id
            """)
        .bind("id", id)
        .bind("state", state.word())
        .bind("reason", suspension.map(Suspension::reason).orElse(null))
        .bind("at", suspension.map(Suspension::since).orElse(null))
        .bind("by", suspension.map(Suspension::by).orElse(null))
        .bind("closedAt", state == State.CLOSED ? now : null)
        .execute();
  }

  void upstreamKey(Handle handle, UUID id, String sealed) {
    handle
        .createUpdate(
            "UPDATE organisations SET upstream_key = :sealed, version = version + 1 WHERE id = :id")
        .bind("id", id)
        .bind("sealed", sealed)
        .execute();
  }

  void noUpstreamKey(Handle handle, UUID id) {
    handle
        .createUpdate(
            "UPDATE organisations SET upstream_key = NULL, version = version + 1 WHERE id = :id")
        .bind("id", id)
        .execute();
  }

  Optional<String> upstreamKey(Handle handle, UUID id) {
    return handle
        .createQuery(
            "SELECT upstream_key FROM organisations WHERE id = :id AND upstream_key IS NOT NULL")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }

  /** SHA-256 of the key last taken from the environment. */
  Optional<String> environmentKey(Handle handle, UUID id) {
    return handle
        .createQuery(
            "SELECT environment_key FROM organisations WHERE id = :id AND environment_key IS NOT NULL")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }

  void environmentKey(Handle handle, UUID id, String digest) {
    handle
        .createUpdate("UPDATE organisations SET environment_key = :digest WHERE id = :id")
        .bind("id", id)
        .bind("digest", digest)
        .execute();
  }

  Optional<Organisation> byId(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM organisations WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> organisation(row))
        .findOne();
  }

  Optional<Organisation> bySlug(Handle handle, String slug) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM organisations WHERE slug = :slug")
        .bind("slug", slug)
        .map((row, context) -> organisation(row))
        .findOne();
  }

  Optional<Organisation> byExternalId(Handle handle, String externalId) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM organisations WHERE external_id = :externalId")
        .bind("externalId", externalId)
        .map((row, context) -> organisation(row))
        .findOne();
  }

  /** All, by slug. */
  List<Organisation> all(Handle handle) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM organisations ORDER BY slug")
        .map((row, context) -> organisation(row))
        .list();
  }

  private static Update bound(Update update, Organisation organisation) {
    OrganisationSpec spec = organisation.spec();
    return update
        .bind("id", organisation.id())
        .bind("name", spec.name())
        .bind("timeZone", spec.timeZone().getId())
        .bind("currency", spec.currency())
        .bind("contactEmail", spec.contactEmail().orElse(null))
        .bind("markup", spec.markup().toPlainString())
        .bind("budget", spec.monthlyBudget().map(OrganisationStore::units).orElse(null));
  }

  private static Long units(BigDecimal usd) {
    return usd.movePointRight(OrganisationSpec.DECIMALS).longValueExact();
  }

  private static Organisation organisation(ResultSet row) throws SQLException {
    long units = row.getLong("monthly_budget");
    Optional<BigDecimal> budget =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(
                BigDecimal.valueOf(units, OrganisationSpec.DECIMALS).stripTrailingZeros());
    OrganisationSpec spec =
        new OrganisationSpec(
            row.getString("name"),
            ZoneId.of(row.getString("time_zone")),
            row.getString("currency"),
            Optional.ofNullable(row.getString("contact_email")),
            new BigDecimal(row.getString("markup")),
            budget);
    String reason = row.getString("suspended_reason");
    Optional<Suspension> suspension =
        reason == null
            ? Optional.empty()
            : Optional.of(
                new Suspension(
                    reason,
                    Instant.ofEpochMilli(row.getLong("suspended_at")),
                    row.getString("suspended_by")));
    return new Organisation(
        UUID.fromString(row.getString("id")),
        new OrganisationSlug(row.getString("slug")),
        row.getString("external_id"),
        spec,
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        suspension,
        row.getString("upstream_key") != null,
        Instant.ofEpochMilli(row.getLong("created_at")),
        row.getLong("version"));
  }
}
