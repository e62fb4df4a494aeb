package io.innkeeper.access;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Keys for programs: made, found by their text, revoked. Thread-safe. */
public final class ApiTokens {
  private static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);
  private static final String LIVE =
      """
      select t.id, t.name, t.hint, t.role, t.organisation_id, t.created_by, o.name as creator,
        t.created_at, t.expires_at, t.last_used_at
      from api_tokens t join operators o on o.id = t.created_by
      where t.expires_at > :now
      """;

  private final Database database;
  private final AuditTrail audit;
  private final Clock clock;
  private final Ids ids;
  private final Predicate<UUID> organisationKnown;

  /**
   * @param organisationKnown whether there is an organisation with this id
   */
  public ApiTokens(
      Database database,
      AuditTrail audit,
      Clock clock,
      Ids ids,
      Predicate<UUID> organisationKnown) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
    this.organisationKnown = organisationKnown;
  }

  /** Makes a token that belongs to the operator who asks; it can't open more than they can. */
  public IssuedToken create(TokenSpec spec, Principal maker, Actor by) {
    demandMayMake(spec, maker);
    Secret text = RandomToken.make(RandomToken.API);
    return database.write(
        handle -> {
          UUID id = insert(handle, spec, maker.id(), text);
          ApiToken token =
              live(handle, " and t.id = :id")
                  .bind("id", id)
                  .map((row, context) -> token(row))
                  .one();
          audit.record(
              handle,
              AuditEvent.done(by, "token.create", token.subject())
                  .changing(
                      Map.of(), Map.of("role", spec.role().word(), "expires", token.expiresAt())));
          return new IssuedToken(token, text);
        });
  }

  /** Whose token this is, if it is still good. Its last use is kept to the minute. */
  public Optional<ApiToken> find(String text) {
    Optional<ApiToken> found = look(text);
    found.ifPresent(this::touch);
    return found;
  }

  /** The same without using it. */
  Optional<ApiToken> look(String text) {
    return database.read(
        handle ->
            live(handle, " and t.token_hash = :hash and o.active")
                .bind("hash", RandomToken.hash(text))
                .map((row, context) -> token(row))
                .findOne());
  }

  /** The tokens of one operator, the newest first. */
  public List<ApiToken> of(UUID operator) {
    return database.read(
        handle ->
            live(handle, " and o.id = :operator order by t.created_at desc, t.id")
                .bind("operator", operator)
                .map((row, context) -> token(row))
                .list());
  }

  /** Everybody's tokens, the newest first. */
  public List<ApiToken> all() {
    return database.read(
        handle ->
            live(handle, " order by t.created_at desc, t.id")
                .map((row, context) -> token(row))
                .list());
  }

  /** Makes anybody's token worthless at once. */
  public void revoke(UUID id, Actor by) {
    revoke(id, all(), by);
  }

  /** The same for a token of the operator who asks; others' are not there. */
  public void revokeOwn(UUID id, Actor by) {
    revoke(id, of(by.id().orElseThrow(ApiTokens::notFound)), by);
  }

  /** Forgets tokens that have expired. */
  public void sweep() {
    database.change(
        handle ->
            handle
                .createUpdate("delete from api_tokens where expires_at <= :now")
                .bind("now", clock.instant())
                .execute());
  }

  /** Drops the tokens that open more than their maker now may. */
  static void dropBeyond(Handle handle, UUID operator, OperatorSpec now) {
    List<String> within =
        Stream.of(Role.values()).filter(now.role()::atLeast).map(Role::word).toList();
    handle
        .createUpdate(
            """
            delete from api_tokens where created_by = :operator
              and (role not in (<within>) or (:client and organisation_id <> :organisation))
            """)
        .bindList("within", within)
        .bind("operator", operator)
        .bind("client", now.role() == Role.CLIENT)
        .bind("organisation", now.organisation().map(UUID::toString).orElse(""))
        .execute();
  }

  private void demandMayMake(TokenSpec spec, Principal maker) {
    if (maker.kind() != Actor.Kind.OPERATOR) {
      throw Fault.of(
          Fault.Kind.FORBIDDEN, "token-by-token", "A token can't make tokens; a person can.");
    }
    if (!maker.role().atLeast(spec.role())) {
      throw Fault.invalidField(
          "role",
          "token-role",
          "A token can't open more than you can; your role is " + maker.role().word() + ".");
    }
    Optional<UUID> organisation = spec.organisation();
    if (organisation.isEmpty()) return;
    if (!maker.maySee(organisation.get()) || !organisationKnown.test(organisation.get())) {
      throw Fault.invalidField(
          "organisation", "organisation-unknown", "There is no organisation with this id.");
    }
  }

  private UUID insert(Handle handle, TokenSpec spec, UUID maker, Secret text) {
    UUID id = ids.next();
    Instant now = clock.instant();
    handle
        .createUpdate(
            """
            insert into api_tokens (id, created_by, name, hint, token_hash, role, organisation_id,
              created_at, expires_at)
            values (:id, :maker, :name, :hint, :hash, :role, :organisation, :now, :expires)
            """)
        .bind("id", id)
        .bind("maker", maker)
        .bind("name", spec.name())
        .bind("hint", RandomToken.hint(text))
        .bind("hash", RandomToken.hash(text.unwrap()))
        .bind("role", spec.role().word())
        .bind("organisation", spec.organisation().map(UUID::toString).orElse(null))
        .bind("now", now)
        .bind("expires", now.plus(spec.lifetime()))
        .execute();
    return id;
  }

  private void touch(ApiToken token) {
    Instant now = clock.instant();
    if (token.lastUsed().filter(last -> now.isBefore(last.plus(TOUCHED_EVERY))).isPresent()) return;
    database.change(
        handle ->
            handle
                .createUpdate("update api_tokens set last_used_at = :now where id = :id")
                .bind("now", now)
                .bind("id", token.id())
                .execute());
  }

  private void revoke(UUID id, List<ApiToken> among, Actor by) {
    ApiToken token =
        among.stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(ApiTokens::notFound);
    database.change(
        handle -> {
          handle.createUpdate("delete from api_tokens where id = :id").bind("id", id).execute();
          audit.record(handle, AuditEvent.done(by, "token.revoke", token.subject()));
        });
  }

  private Query live(Handle handle, String more) {
    return handle.createQuery(LIVE + more).bind("now", clock.instant());
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    return new ApiToken(
        UUID.fromString(row.getString("id")),
        row.getString("name"),
        row.getString("hint"),
        Role.parse(row.getString("role")),
        Optional.ofNullable(row.getString("organisation_id")).map(UUID::fromString),
        UUID.fromString(row.getString("created_by")),
        new OperatorName(row.getString("creator")),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("expires_at")),
        OperatorRows.instant(row, "last_used_at"));
  }

  private static Fault notFound() {
    return Fault.notFound("token-not-found", "There is no token with this id.");
  }
}
