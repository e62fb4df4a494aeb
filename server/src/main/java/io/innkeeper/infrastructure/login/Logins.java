package io.innkeeper.infrastructure.login;

import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Credentials;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Environments;
import io.innkeeper.infrastructure.expiry.Drifts;
import io.innkeeper.infrastructure.reading.Reason;
import io.innkeeper.infrastructure.reading.Right;
import io.innkeeper.infrastructure.reading.Rights;
import io.innkeeper.infrastructure.sync.Syncs;
import io.innkeeper.infrastructure.vcf.Vcf;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tries whether kept passwords sign in. First everything that speaks against it, then the audit
 * line with the account's hour, then the password, once. Thread-safe.
 */
public final class Logins {
  private static final int SHOWN = 40;

  private final Manner manner;
  private final Environments environments;
  private final Credentials credentials;
  private final Rights rights;
  private final Drifts drifts;
  private final Jobs jobs;
  private final Vcf vcf;
  private final Clock clock;
  private final LoginBook book;

  /**
   * How it is done here.
   *
   * @param on whether at all
   */
  record Manner(boolean on, boolean demandReason, Target.Ports ports, Doors doors) {}

  /** Which door is knocked at. */
  interface Doors {
    Door of(Way way);
  }

  /** What it asks. */
  record Around(
      Environments environments,
      Credentials credentials,
      Rights rights,
      Drifts drifts,
      Jobs jobs,
      Vcf vcf) {}

  Logins(Manner manner, Around around, LoginBook book, Clock clock) {
    this.manner = manner;
    this.environments = around.environments();
    this.credentials = around.credentials();
    this.rights = around.rights();
    this.drifts = around.drifts();
    this.jobs = around.jobs();
    this.vcf = around.vcf();
    this.book = book;
    this.clock = clock;
  }

  /** Whether a reason is demanded. */
  public boolean demandsReason() {
    return manner.demandReason();
  }

  /** Whether somebody may try passwords of an environment. */
  public boolean may(Principal who, UUID environment) {
    return rights.of(who, environment).contains(Right.TRY);
  }

  /**
   * Tries the latest password of an account, once.
   *
   * @throws Fault FORBIDDEN without the right, INVALID without a reason where one is demanded,
   *     CONFLICT where it is not tried, saying why, BROKEN when the audit can't be written
   */
  public LoginTry attempt(UUID id, String why, Principal who, Actor by)
      throws InterruptedException {
    Credential one = credentials.get(id);
    rights.demand(Right.TRY, one.environment(), LoginBook.subject(one), who, by);
    Reason reason = Reason.parse(why, manner.demandReason());
    Optional<Way> way = Way.of(one.account());
    try {
      Environment of = environments.get(one.environment());
      refuse(of, one);
      Target target = Target.of(of, one, way.orElseThrow(), manner.ports());
      List<InetAddress> addresses = vcf.addresses(target.at().host());
      AccountNames names = AccountNames.of(one, target.way(), target.at().host(), addresses);
      return tried(book.begin(one, target, names, reason, by), addresses);
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.BROKEN) book.notTried(one, way, e, reason, by);
      throw e;
    }
  }

  private LoginTry tried(LoginBook.Begun begun, List<InetAddress> addresses)
      throws InterruptedException {
    Visit visit =
        new Visit(
            begun.target().at(),
            addresses,
            begun.target().trust(),
            begun.known(),
            begun.username(),
            begun.password(),
            shown -> book.sending(begun, shown));
    return book.ended(begun, manner.doors().of(begun.target().way()).knock(visit));
  }

  /**
   * Refuses while no passwords are tried here.
   *
   * @throws Fault CONFLICT saying who can change that
   */
  public void demandOn() {
    if (!manner.on()) throw off().fault();
  }

  private void refuse(Environment of, Credential one) {
    demandOn();
    Optional<NotTried> no = against(of, one);
    if (no.isPresent()) throw no.get().fault();
  }

  private static NotTried off() {
    return NotTried.of(
        "login-test-off",
        "Passwords are not tried here, so nothing was sent.",
        "An admin turns it on with innkeeper.infrastructure.login-test.");
  }

  private Optional<NotTried> against(Environment of, Credential one) {
    Optional<NotTried> no =
        Caution.of(of, one, one.initial() && book.toldByManager(one), clock.instant());
    if (no.isPresent()) return no;
    Optional<Job> running = jobs.running(Syncs.subject(of.id()));
    return running.map(
        job ->
            NotTried.of(
                "login-busy",
                "“" + job.title() + "” works on its passwords now.",
                "Wait for its end."));
  }

  /** How an account stands with being tried; nobody is asked and nothing opened for that. */
  public Standing standing(UUID id) {
    Credential one = credentials.get(id);
    Environment of = environments.get(one.environment());
    Optional<NotTried> no = manner.on() ? against(of, one) : Optional.of(off());
    Optional<Target> target = Optional.empty();
    try {
      target = Way.of(one.account()).map(way -> Target.of(of, one, way, manner.ports()));
    } catch (Fault e) {
      no = no.or(() -> Optional.of(why(e)));
    }
    if (no.isEmpty() && target.isPresent()) no = book.against(one, target.get());
    Optional<Target> there = target;
    return new Standing(
        one,
        manner.on(),
        Way.of(one.account()),
        there.map(each -> each.at().shown()),
        no,
        book.tries(id, SHOWN),
        there.filter(each -> each.way() == Way.SSH).flatMap(each -> book.known(one, each)),
        drifts.said(one));
  }

  private static NotTried why(Fault e) {
    return NotTried.of(e.code(), e.said(), e.advice().orElse(""));
  }

  /**
   * Forgets by what the host of an account is known again: the next key that it shows is believed.
   *
   * @throws Fault NOT_FOUND when none is known
   */
  public void forgetHostKey(UUID id, Actor by) {
    Credential one = credentials.get(id);
    Environment of = environments.get(one.environment());
    Target target = Target.of(of, one, Way.SSH, manner.ports());
    book.forget(one, target, by);
  }
}
