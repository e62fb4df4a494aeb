package io.innkeeper.openrouter.provision;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.openrouter.OpenRouterClient;
import io.innkeeper.openrouter.Reply;
import io.innkeeper.openrouter.UpstreamKey;
import io.innkeeper.openrouter.UpstreamKeyChange;
import io.innkeeper.openrouter.provision.ProvisionedKey.State;
import io.innkeeper.organisation.Organisation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares how keys should be with how they are, and mends the difference. {@link #follow} asks
 * nobody unless something differs from what was told last; {@link #look} asks for all keys there
 * are. Repeating either changes nothing. Thread-safe.
 */
final class KeyCheck {
  private static final Logger log = LoggerFactory.getLogger(KeyCheck.class);
  private static final Actor BY = Actor.innkeeper("upstream-keys");

  private final KeyShelf shelf;
  private final ManagementKey management;
  private final OpenRouterClient client;
  private final KeyMaking making;
  private final KeySwitch keys;
  private final KeyNotice notice;
  private final Troubles troubles;
  private final Jobs jobs;
  private final KeyLook look;
  private final Pauses pauses;
  private final Map<UUID, Long> noticed = new HashMap<>();

  KeyCheck(
      KeyShelf shelf,
      ManagementKey management,
      OpenRouterClient client,
      KeyMaking making,
      KeySwitch keys,
      KeyNotice notice,
      Troubles troubles,
      Jobs jobs) {
    this.shelf = shelf;
    this.management = management;
    this.client = client;
    this.making = making;
    this.keys = keys;
    this.notice = notice;
    this.troubles = troubles;
    this.jobs = jobs;
    this.look = new KeyLook(shelf, client, making);
    this.pauses = new Pauses(shelf.clock());
  }

  /**
   * Asks for all keys there are, writes down what differs, and mends it.
   *
   * @throws Fault if they can't be listed
   */
  synchronized UpstreamListing look() {
    Reply<List<UpstreamKey>> listed = client.keys();
    if (!(listed instanceof Reply.Got<List<UpstreamKey>>(List<UpstreamKey> all))) {
      String problem = listed.problem().orElse("");
      shelf.database().change(handle -> Account.failed(handle, problem));
      listed.orFault();
      throw new IllegalStateException(problem);
    }
    troubles.tryAgain();
    pauses.forget();
    shelf.organisations().all().forEach(this::noticed);
    look.compare(all);
    follow();
    UpstreamListing listing = UpstreamListing.of(all, shelf);
    shelf.database().change(handle -> listing.note(handle, shelf.now()));
    return listing;
  }

  /** Does what has become due since the last time. */
  synchronized void follow() {
    List<Organisation> all = shelf.organisations().all();
    all.forEach(this::noticed);
    if (!management.isThere()) return;
    for (Organisation one : all) guarded(one, () -> inStep(one));
    for (ProvisionedKey old : shelf.database().read(ProvisionedRows::living)) leftover(old);
  }

  /** Every change of the key that an organisation uses is another version of the organisation. */
  private void noticed(Organisation one) {
    if (one.version() == noticed.getOrDefault(one.id(), 0L)) return;
    try {
      if (shelf.database().read(handle -> notice.differs(handle, one)))
        shelf.database().change(handle -> notice.look(handle, one.id()));
      noticed.put(one.id(), one.version());
    } catch (Fault e) {
      // A secret that doesn't open is the trouble of its organisation alone.
      log.warn("The upstream key of {} can't be looked at: {}", one.name(), e.said());
    }
  }

  private void guarded(Organisation one, Runnable act) {
    try {
      act.run();
    } catch (Fault e) {
      log.warn("The upstream key of {} is not in step: {}", one.name(), e.said());
      troubles.note(one.id(), e);
    } catch (JdbiException e) {
      throw e;
    } catch (RuntimeException e) {
      // What nobody foresaw about one organisation must not keep the others from their keys.
      log.error("The upstream key of {} could not be brought in step.", one.name(), e);
    }
  }

  private void inStep(Organisation one) {
    Optional<ProvisionedKey> current =
        shelf.database().read(handle -> ProvisionedRows.current(handle, one.id()));
    boolean usable = current.filter(key -> key.state() == State.CURRENT).isPresent();
    if (!usable) {
      if (troubles.mayTry(one.id())) make(one);
      return;
    }
    ProvisionedKey key = current.get();
    if (!key.made()) return;
    if (one.state() == Organisation.State.CLOSED) close(one, key);
    else if (troubles.mayTry(one.id())) tell(one, key, making.wanted(one, key));
    else if (pauses.over(key.id())) tell(one, key, standing(one, key));
  }

  /**
   * As it is there, but switched on or off as the organisation stands: that waits for no trouble
   * with another thing to pass.
   */
  private static Terms standing(Organisation one, ProvisionedKey key) {
    return key.told().disabled(one.state() != Organisation.State.ACTIVE);
  }

  /**
   * Orders a key for an active organisation; while a job changes the organisation's key already,
   * that one goes on.
   */
  private void make(Organisation one) {
    if (one.state() != Organisation.State.ACTIVE) return;
    String subject = KeyWorks.subject(one.id());
    if (jobs.running(subject).isPresent()) return;
    Job.Order order =
        new Job.Order(
            KeyWorks.MAKE,
            "Making a key at OpenRouter for " + one.name(),
            subject,
            Map.of(KeyWorks.ORGANISATION, one.id().toString()),
            BY);
    try {
      Job _ = shelf.database().write(handle -> jobs.order(handle, order));
      jobs.wake();
    } catch (Fault e) {
      // Another process was quicker: its job is as good as ours.
      if (!e.code().equals("job-running")) throw e;
    }
  }

  private void tell(Organisation one, ProvisionedKey key, Terms wanted) {
    Optional<UpstreamKeyChange> change = key.told().towards(wanted);
    if (change.isEmpty()) return;
    Reply<UpstreamKey> reply = client.change(key.hash().orElseThrow(), change.get());
    if (reply instanceof Reply.Missing<UpstreamKey> && look.missing(key)) {
      make(one);
      return;
    }
    boolean standing = key.told().disabled() != wanted.disabled();
    if (standing) pauses.begin(key.id(), reply);
    Terms now = Terms.of(reply.orFault());
    told(one, key, now);
    if (now.disabled() == wanted.disabled()) pauses.end(key.id());
    if (now.equals(wanted)) return;
    throw Fault.of(
        Fault.Kind.UPSTREAM,
        "openrouter-not-changed",
        "Tried to change a key, but in OpenRouter's answer " + wanted.drift(now) + ".");
  }

  private void told(Organisation one, ProvisionedKey key, Terms now) {
    shelf
        .database()
        .change(
            handle -> {
              ProvisionedRows.told(handle, key.id(), now);
              Troubles.over(handle, one.id());
              shelf
                  .audit()
                  .record(
                      handle,
                      AuditEvent.done(BY, "upstream-key.change", "organisation " + one.slug())
                          .changing(key.told().facts(), now.facts()));
            });
  }

  /** A closed organisation keeps no key; there it is switched off, and deleted after a while. */
  private void close(Organisation one, ProvisionedKey key) {
    Instant now = shelf.now();
    shelf
        .database()
        .change(
            handle -> {
              ProvisionedRows.retire(
                  handle, key.id(), Optional.empty(), now, KeySwitch.until(key, now));
              shelf.organisations().takeKey(handle, one.id(), BY);
            });
  }

  private void leftover(ProvisionedKey old) {
    if (!pauses.over(old.id())) return;
    if (old.state() == State.LEFT) cleared(old, making.clear(old));
    if (old.state() != State.RETIRING || busy(old.organisation())) return;
    if (!old.told().disabled()) cleared(old, keys.switchOff(old, BY));
    else if (old.deleteAt().filter(at -> !at.isAfter(shelf.now())).isPresent())
      cleared(old, keys.delete(old, BY));
  }

  private void cleared(ProvisionedKey old, Reply<?> reply) {
    if (reply.problem().isEmpty()) return;
    pauses.begin(old.id(), reply);
    log.warn("The key {} is still there: {}", old.shown(), reply.problem().get());
  }

  /** While a rotation runs, the key before counts for its overlap. */
  private boolean busy(UUID organisation) {
    return jobs.running(KeyWorks.subject(organisation)).isPresent();
  }
}
