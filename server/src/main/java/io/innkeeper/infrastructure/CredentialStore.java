package io.innkeeper.infrastructure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.innkeeper.client.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** The credentials' rows as a sync writes them; {@link CredentialRows} reads them. */
public final class CredentialStore {

  /** Everything of one source, also what is missing, as a sync finds it. */
  public List<Credential> of(Handle handle, UUID environment, SourceKind source) {
    return handle
        .createQuery(
            CredentialRows.COLUMNS + " where environment_id = :environment and source = :source")
        .bind("environment", environment)
        .bind("source", source.word())
        .map((row, context) -> CredentialRows.credential(row))
        .list();
  }

  public Optional<Credential> byId(Handle handle, UUID id) {
    return handle
        .createQuery(CredentialRows.COLUMNS + " where id = :id")
        .bind("id", id)
        .map((row, context) -> CredentialRows.credential(row))
        .findOne();
  }

  /** New ones. */
  public void insert(Handle handle, List<Credential> all, UUID run) {
    if (all.isEmpty()) return;
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into credentials (id, environment_id, source, api_id, natural_key, resource_id,
              resource_name, resource_type, resource_ip, domains, username, credential_type,
              account_type, former_name, renamed_at, api_created_at, api_modified_at, expires_at,
              expiry_checked_at, expiry_status, connectivity, rotation_days, rotation_next_at,
              first_seen_at, last_seen_at, last_run_id, missing_since, unreadable_since,
              current_value_id, value_number, verified_at, described)
            values (:id, :environment, :source, :apiId, :naturalKey, :resourceId, :resourceName,
              :resourceType, :ip, :domains, :username, :credentialType, :accountType, :formerName,
              :renamedAt, :createdAt, :modifiedAt, :expiresAt, :expiryCheckedAt, :expiryStatus,
              :connectivity, :rotationDays, :nextRotationAt, :firstSeen, :lastSeen, :run,
              :missingSince, :unreadableSince, :value, :values, :verifiedAt,
              :described)
            """);
    for (Credential one : all) {
      bound(batch, one, run)
          .bind("environment", one.environment())
          .bind("source", one.source().word())
          .bind("firstSeen", one.seen().first());
      batch.add();
    }
    batch.execute();
  }

  /** As they are now. */
  public void update(Handle handle, List<Credential> all, UUID run) {
    if (all.isEmpty()) return;
    PreparedBatch batch =
        handle.prepareBatch(
            """
            update credentials set api_id = :apiId, natural_key = :naturalKey,
              resource_id = :resourceId, resource_name = :resourceName,
              resource_type = :resourceType, resource_ip = :ip, domains = :domains,
              username = :username, credential_type = :credentialType,
              account_type = :accountType, former_name = :formerName, renamed_at = :renamedAt,
              api_created_at = :createdAt, api_modified_at = :modifiedAt,
              expires_at = :expiresAt, expiry_checked_at = :expiryCheckedAt,
              expiry_status = :expiryStatus, connectivity = :connectivity,
              rotation_days = :rotationDays, rotation_next_at = :nextRotationAt,
              last_seen_at = :lastSeen, last_run_id = :run, missing_since = :missingSince,
              unreadable_since = :unreadableSince, current_value_id = :value,
              value_number = :values, verified_at = :verifiedAt, described = :described
            where id = :id
            """);
    for (Credential one : all) {
      bound(batch, one, run);
      batch.add();
    }
    batch.execute();
  }

  private static PreparedBatch bound(PreparedBatch batch, Credential one, UUID run) {
    Account account = one.account();
    batch
        .bind("id", one.id())
        .bind("apiId", account.apiId().isBlank() ? null : account.apiId())
        .bind("naturalKey", account.naturalKey())
        .bind("resourceId", account.resourceId())
        .bind("resourceName", account.resourceName())
        .bind("resourceType", account.resourceType())
        .bind("ip", account.ip())
        .bind("domains", json(account.domains()))
        .bind("username", account.username())
        .bind("credentialType", account.credentialType())
        .bind("accountType", account.accountType())
        .bind("formerName", one.former().map(Credential.Former::name).orElse(null))
        .bind("lastSeen", one.seen().last())
        .bind("run", run)
        .bind("value", one.value().map(UUID::toString).orElse(null))
        .bind("values", one.values())
        .bind("described", described(one));
    bindTimes(batch, one);
    return batch;
  }

  /** Forty bits of what is told of it, so that eight million of them can be summed. */
  private static long described(Credential one) {
    Account account = one.account();
    String all =
        String.join(
            "\u001f",
            one.id().toString(),
            account.resourceName(),
            account.ip(),
            account.username(),
            account.credentialType(),
            account.accountType(),
            account.resourceType(),
            String.join("\u001e", account.domains()));
    return UUID.nameUUIDFromBytes(all.getBytes(UTF_8)).getLeastSignificantBits() & (1L << 40) - 1;
  }

  private static void bindTimes(PreparedBatch batch, Credential one) {
    Lifetime lifetime = one.lifetime();
    at(batch, "renamedAt", one.former().map(Credential.Former::until));
    at(batch, "createdAt", lifetime.createdAt());
    at(batch, "modifiedAt", lifetime.modifiedAt());
    at(batch, "expiresAt", lifetime.expiresAt());
    at(batch, "expiryCheckedAt", lifetime.expiryCheckedAt());
    at(batch, "nextRotationAt", lifetime.nextRotationAt());
    at(batch, "missingSince", one.missingSince());
    at(batch, "unreadableSince", one.unreadableSince());
    at(batch, "verifiedAt", one.verifiedAt());
    batch
        .bind("expiryStatus", lifetime.expiryStatus().orElse(null))
        .bind("connectivity", lifetime.connectivity().orElse(null))
        .bind("rotationDays", lifetime.rotationDays().orElse(null));
  }

  private static void at(SqlStatement<?> statement, String name, Optional<Instant> time) {
    statement.bind(name, time.map(Instant::toEpochMilli).orElse(null));
  }

  /** Their source tells them no more. */
  public void miss(Handle handle, List<UUID> ids, Instant now) {
    if (ids.isEmpty()) return;
    PreparedBatch batch =
        handle.prepareBatch(
            "update credentials set missing_since = :now where id = :id and missing_since is null");
    for (UUID id : ids) batch.bind("id", id).bind("now", now).add();
    batch.execute();
  }

  /** Nobody tells anything of a source any more. */
  void missAll(Handle handle, UUID environment, SourceKind source, Instant now) {
    handle
        .createUpdate(
            """
            update credentials set missing_since = :now
            where environment_id = :environment and source = :source and missing_since is null
            """)
        .bind("environment", environment)
        .bind("source", source.word())
        .bind("now", now)
        .execute();
  }

  long countOf(Handle handle, UUID environment) {
    return handle
        .createQuery("select count(*) from credentials where environment_id = :environment")
        .bind("environment", environment)
        .mapTo(Long.class)
        .one();
  }

  long countValuesOf(Handle handle, UUID environment) {
    return handle
        .createQuery(
            """
            select count(*) from credential_values where credential_id in (
              select id from credentials where environment_id = :environment)
            """)
        .bind("environment", environment)
        .mapTo(Long.class)
        .one();
  }

  private static String json(List<String> domains) {
    try {
      return Json.LENIENT.writeValueAsString(domains);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts always have a JSON form", e);
    }
  }
}
