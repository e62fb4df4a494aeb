package io.innkeeper.usage.webhook;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The verbs on the secrets that reports are signed with; each is one transaction with its audit
 * line. Thread-safe.
 */
public final class WebhookSecrets {
  static final String BEGINNING = "ink-wh-";
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final SecretBox box;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  /** One that counts, opened. */
  record Opened(WebhookSecret secret, Secret value) {}

  private record Row(WebhookSecret secret, String sealed) {}

  public WebhookSecrets(Database database, SecretBox box, AuditTrail audit, Ids ids, Clock clock) {
    this.database = database;
    this.box = box;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * An organisation's first secret; its value is shown this once.
   *
   * @throws Fault CONFLICT if it has one, or if it is closed
   */
  public IssuedWebhookSecret create(Organisation organisation, Actor by) {
    refuseClosed(organisation);
    return database.write(
        handle -> {
          if (current(handle, organisation.id()).isPresent()) {
            throw Fault.conflict(
                    "webhook-secret-there", organisation.name() + " has a webhook secret.")
                .advising("Rotate it, or revoke it first.");
          }
          audit.record(handle, done(by, "webhook.create", organisation));
          return issue(handle, organisation, by);
        });
  }

  /**
   * A new value; the one before counts for so long yet.
   *
   * @throws Fault INVALID for an overlap below nothing or beyond 30 days; CONFLICT if there is none
   */
  public IssuedWebhookSecret rotate(Organisation organisation, Duration overlap, Actor by) {
    refuseClosed(organisation);
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw Fault.invalidField(
          "overlapMinutes", "key-overlap", "The overlap is 0 to 43,200 minutes (30 days).");
    }
    return database.write(
        handle -> {
          WebhookSecret now =
              current(handle, organisation.id())
                  .orElseThrow(
                      () ->
                          Fault.conflict(
                                  "no-webhook-secret",
                                  organisation.name() + " has no webhook secret.")
                              .advising("Make one."));
          end(handle, now.id(), clock.instant().plus(overlap));
          audit.record(
              handle,
              done(by, "webhook.rotate", organisation)
                  .noting("The one before counts for " + overlap + " yet."));
          return issue(handle, organisation, by);
        });
  }

  /** None counts any more. Repeating it changes nothing. */
  public void revoke(Organisation organisation, Actor by) {
    Instant now = clock.instant();
    database.change(
        handle -> {
          int ended =
              handle
                  .createUpdate(
                      """
                      update webhook_secrets set ends_at = :now
                      where organisation = :organisation and (ends_at is null or ends_at > :now)
                      """)
                  .bind("organisation", organisation.id())
                  .bind("now", now)
                  .execute();
          if (ended > 0) audit.record(handle, done(by, "webhook.revoke", organisation));
        });
  }

  /** Those of an organisation that count, the current one first. */
  public List<WebhookSecret> of(UUID organisation) {
    return database.read(handle -> rows(handle, organisation)).stream().map(Row::secret).toList();
  }

  /** How many organisations have one. */
  public long count() {
    return database.read(
        handle ->
            handle
                .createQuery("select count(*) from webhook_secrets where ends_at is null")
                .mapTo(Long.class)
                .one());
  }

  List<Opened> opened(UUID organisation) {
    return database.read(handle -> rows(handle, organisation)).stream()
        .map(row -> new Opened(row.secret(), box.unseal(row.sealed(), place(row.secret().id()))))
        .toList();
  }

  private List<Row> rows(Handle handle, UUID organisation) {
    return handle
        .createQuery(
            """
            select * from webhook_secrets
            where organisation = :organisation and (ends_at is null or ends_at > :now)
            order by made_at desc, id desc
            """)
        .bind("organisation", organisation)
        .bind("now", clock.instant())
        .map((row, context) -> new Row(secret(row), row.getString("sealed")))
        .list();
  }

  private Optional<WebhookSecret> current(Handle handle, UUID organisation) {
    return rows(handle, organisation).stream()
        .map(Row::secret)
        .filter(secret -> secret.endsAt().isEmpty())
        .findFirst();
  }

  private IssuedWebhookSecret issue(Handle handle, Organisation organisation, Actor by) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    Secret value =
        Secret.of(BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    WebhookSecret secret =
        new WebhookSecret(
            ids.next(),
            organisation.id(),
            value.hint(BEGINNING),
            clock.instant(),
            by.name(),
            Optional.empty());
    handle.execute(
        """
        insert into webhook_secrets (id, organisation, sealed, hint, made_at, made_by)
        values (?, ?, ?, ?, ?, ?)
        """,
        secret.id(),
        secret.organisation(),
        box.seal(value, place(secret.id())),
        secret.hint(),
        secret.madeAt(),
        secret.madeBy());
    return new IssuedWebhookSecret(secret, value);
  }

  private static void end(Handle handle, UUID id, Instant at) {
    handle.execute("update webhook_secrets set ends_at = ? where id = ?", at, id);
  }

  private static WebhookSecret secret(ResultSet row) throws SQLException {
    long ends = row.getLong("ends_at");
    return new WebhookSecret(
        UUID.fromString(row.getString("id")),
        UUID.fromString(row.getString("organisation")),
        row.getString("hint"),
        Instant.ofEpochMilli(row.getLong("made_at")),
        row.getString("made_by"),
        ends == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ends)));
  }

  private static void refuseClosed(Organisation organisation) {
    if (organisation.state() != Organisation.State.CLOSED) return;
    throw Fault.conflict("organisation-closed", organisation.name() + " is closed.");
  }

  private static String place(UUID id) {
    return "webhook-secret/" + id;
  }

  private static AuditEvent done(Actor by, String verb, Organisation organisation) {
    return AuditEvent.done(by, verb, "organisation " + organisation.slug());
  }

  /** What of them is sealed. */
  public static SealedPlace sealedPlace() {
    return SealedColumn.of(
        "webhooks' secrets",
        "webhook_secrets",
        "sealed",
        List.of("id"),
        row -> place(SealedColumn.id(row, "id")));
  }
}
