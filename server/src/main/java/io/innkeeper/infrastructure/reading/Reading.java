package io.innkeeper.infrastructure.reading;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialFilter;
import io.innkeeper.infrastructure.CredentialValue;
import io.innkeeper.infrastructure.Credentials;
import io.innkeeper.infrastructure.ValueStore;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The one door through which a password leaves for a person: the right first, then the audit line
 * in a transaction of its own, committed to the disk, and only then the password. Thread-safe.
 */
public final class Reading {
  private static final int READS_SHOWN = 40;

  private final Database database;
  private final AuditTrail audit;
  private final Rights rights;
  private final ReadingSettings settings;
  private final Ids ids;
  private final Clock clock;
  private final Credentials credentials;
  private final ValueStore values;
  private final ReadStore reads = new ReadStore();

  /** What reading stands on. */
  public record Ground(Database database, SecretBox box, AuditTrail audit, Ids ids, Clock clock) {}

  public Reading(Ground ground, Rights rights, ReadingSettings settings) {
    this.database = ground.database();
    this.audit = ground.audit();
    this.ids = ground.ids();
    this.clock = ground.clock();
    this.rights = rights;
    this.settings = settings;
    this.credentials = new Credentials(database);
    this.values = new ValueStore(ground.box());
  }

  /**
   * What is wanted.
   *
   * @param number of an earlier password; empty for the latest
   */
  public record Wish(Optional<Long> number, Way way, String reason) {}

  /** A password with whose it is. */
  public record Shown(Credential credential, CredentialValue value, Secret secret) {
    /** Host, user and password as people paste them. */
    public String yaml() {
      return YamlText.of(credential.account(), secret);
    }
  }

  /** One account with every password it had, none of them shown. */
  public record Past(Credential credential, List<CredentialValue> values, List<PastRead> reads) {}

  /** Whether a reason is demanded. */
  public boolean demandsReason() {
    return settings.demandReason();
  }

  /**
   * One password.
   *
   * @throws Fault FORBIDDEN without the right, INVALID without a reason where one is demanded,
   *     NOT_FOUND when there is no such password, BROKEN when the audit can't be written
   */
  public Shown read(UUID id, Wish wish, Principal who, Actor by) {
    Credential one = credentials.get(id);
    String subject = subject(one);
    Right right = wish.way() == Way.COPY ? Right.COPY : Right.REVEAL;
    rights.demand(right, one.environment(), subject, who, by);
    boolean earlier = wish.number().filter(number -> number != one.values()).isPresent();
    if (earlier) rights.demand(Right.HISTORY, one.environment(), subject, who, by);
    Reason reason = Reason.parse(wish.reason(), settings.demandReason());
    CredentialValue which = chosen(one, wish.number());
    written(one, which, wish.way(), reason, by);
    // Only now, and by its number: what is opened is what the line says.
    return database
        .read(handle -> values.open(handle, id, Optional.of(which.number())))
        .map(opened -> new Shown(one, opened.value(), opened.secret()))
        .orElseThrow(Reading::never);
  }

  private CredentialValue chosen(Credential one, Optional<Long> number) {
    return database.read(handle -> values.history(handle, one.id())).stream()
        .filter(
            value ->
                number.isPresent()
                    ? value.number() == number.get()
                    : one.value().filter(value.id()::equals).isPresent())
        .findFirst()
        .orElseThrow(Reading::never);
  }

  private void written(Credential one, CredentialValue which, Way way, Reason reason, Actor by) {
    try {
      database.change(
          handle -> {
            PastRead read =
                new PastRead(
                    clock.instant(), by.name(), way, Optional.of(which.number()), reason.words());
            reads.insert(handle, ids.next(), one.environment(), Optional.of(one.id()), read);
            audit.record(
                handle,
                AuditEvent.done(by, "credential." + way.word(), subject(one))
                    .noting(noted(which.number(), reason)));
          });
    } catch (JdbiException e) {
      throw auditDown(e);
    }
  }

  /**
   * Writes that all passwords of an environment leave in one file.
   *
   * @throws Fault FORBIDDEN, INVALID or BROKEN as for one
   */
  void exported(UUID environment, String subject, Leaving leaving, Principal who, Actor by) {
    rights.demand(Right.EXPORT, environment, subject, who, by);
    Reason reason = Reason.parse(leaving.reason(), settings.demandReason());
    try {
      database.change(handle -> exported(handle, environment, subject, leaving, reason, by));
    } catch (JdbiException e) {
      throw auditDown(e);
    }
  }

  /** That passwords leave, as what, which, and why. */
  record Leaving(String as, CredentialFilter which, String reason) {}

  private void exported(
      Handle handle, UUID environment, String subject, Leaving leaving, Reason reason, Actor by) {
    PastRead read =
        new PastRead(clock.instant(), by.name(), Way.EXPORT, Optional.empty(), reason.words());
    CredentialFilter which = leaving.which();
    long all = credentials.count(handle, which);
    // One line for all, but where only some leave, only they are told to have left.
    if (which.narrows())
      credentials.ids(handle, which, part -> reads.insert(handle, ids, environment, part, read));
    else reads.insert(handle, ids.next(), environment, Optional.empty(), read);
    audit.record(
        handle,
        AuditEvent.done(by, "credential.export", subject)
            .noting(
                leaving.as()
                    + ", %d accounts".formatted(all)
                    + (which.narrows() ? ", " + which.words() : "")
                    + (reason.words().isEmpty() ? "" : ": " + reason.words())));
  }

  /** An account's history: when which password held, and who read one. */
  public Past past(UUID id) {
    Credential one = credentials.get(id);
    return database.read(
        handle -> new Past(one, values.history(handle, id), reads.of(handle, one, READS_SHOWN)));
  }

  private static String noted(long number, Reason reason) {
    String which = "password " + number;
    return reason.words().isEmpty() ? which : which + ": " + reason.words();
  }

  private static String subject(Credential one) {
    return "credential " + one.account().shown() + " " + one.id();
  }

  private static Fault never() {
    return Fault.notFound("no-password", "There is no such password; none was told.");
  }

  static Fault auditDown(JdbiException cause) {
    return Fault.of(
            Fault.Kind.BROKEN,
            "audit-down",
            "The audit line could not be written, so nothing was shown.")
        .advising("See whether the store answers and its disk has room, then try again.")
        .because(cause);
  }
}
