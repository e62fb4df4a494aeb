package io.innkeeper.openrouter.provision;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.money.Usd;
import io.innkeeper.openrouter.OpenRouterClient;
import io.innkeeper.openrouter.Reply;
import io.innkeeper.openrouter.UsedKey;
import io.innkeeper.openrouter.provision.UpstreamListing.Kind;
import io.innkeeper.openrouter.provision.UpstreamListing.Listed;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The verbs on organisations' keys at the upstream. Thread-safe. */
public final class ProvisionedKeys {

  private final KeyShelf shelf;
  private final ManagementKey management;
  private final OpenRouterClient client;
  private final Function<Organisation, Optional<Usd>> budget;
  private final KeyCheck check;
  private final Jobs jobs;

  ProvisionedKeys(
      KeyShelf shelf,
      ManagementKey management,
      OpenRouterClient client,
      Function<Organisation, Optional<Usd>> budget,
      KeyCheck check,
      Jobs jobs) {
    this.shelf = shelf;
    this.management = management;
    this.client = client;
    this.budget = budget;
    this.check = check;
    this.jobs = jobs;
  }

  /**
   * What the last look at all keys found.
   *
   * @param at empty before the first
   * @param problem why the last one failed, if it did
   */
  public record LastLook(
      Optional<Instant> at, long known, long orphans, long foreigners, Optional<String> problem) {}

  /**
   * Orders a new key in the place of the one in use; without one, its first.
   *
   * @param overlap how long the key before still works, at most ten minutes
   * @throws Fault CONFLICT without a management key, while another job changes it, or unless the
   *     organisation is active
   */
  public Job rotate(Organisation organisation, Duration overlap, Actor by) {
    if (overlap.isNegative() || overlap.compareTo(UsedKey.LONGEST_OVERLAP) > 0)
      throw Fault.invalidField(
          "overlapSeconds", "upstream-key-overlap", "The overlap is 0 to 600 seconds.");
    demandManagementKey();
    KeyShelf.refuseUnlessActive(organisation);
    Job.Order order =
        new Job.Order(
            KeyWorks.ROTATE,
            "Giving " + organisation.name() + " a new key at OpenRouter",
            KeyWorks.subject(organisation.id()),
            Map.of(
                KeyWorks.ORGANISATION,
                organisation.id().toString(),
                KeyWorks.OVERLAP,
                Long.toString(overlap.toSeconds())),
            by);
    Job job =
        shelf
            .database()
            .write(
                handle -> {
                  Job ordered = jobs.order(handle, order);
                  shelf
                      .audit()
                      .record(
                          handle,
                          shelf.event(handle, by, "upstream-key.rotate", organisation.id()));
                  return ordered;
                });
    jobs.wake();
    return job;
  }

  /** How an organisation's key stands. */
  public KeyState state(Organisation organisation) {
    List<ProvisionedKey> all =
        shelf.database().read(handle -> ProvisionedRows.of(handle, organisation.id()));
    Optional<ProvisionedKey> current = all.stream().filter(ProvisionedRows::inUse).findFirst();
    Trouble trouble =
        shelf.database().read(Troubles::all).getOrDefault(organisation.id(), Trouble.NONE);
    return new KeyState(
        organisation,
        current,
        KeyCap.beside(budget.apply(organisation)),
        jobs.running(KeyWorks.subject(organisation.id())).map(Job::id),
        trouble,
        all.stream().filter(one -> !ProvisionedRows.inUse(one)).toList());
  }

  /** Every key that an organisation's calls may have gone out with; gone ones too. */
  public List<UsedKey> used(UUID organisation) {
    return shelf.database().read(handle -> ProvisionedRows.of(handle, organisation)).stream()
        .filter(ProvisionedKey::served)
        .map(ProvisionedKey::used)
        .toList();
  }

  /** The states of all organisations, by slug. */
  public List<KeyState> states() {
    return shelf.organisations().all().stream().map(this::state).toList();
  }

  /**
   * What there is at the upstream now, against what we know.
   *
   * @throws Fault if it can't be listed
   */
  public UpstreamListing listing() {
    demandManagementKey();
    return UpstreamListing.of(client.keys().orFault(), shelf);
  }

  /**
   * Looks at all keys now, as every night: mends what differs, makes what is missing.
   *
   * @throws Fault if they can't be listed
   */
  public UpstreamListing sync(Actor by) {
    demandManagementKey();
    UpstreamListing listing = check.look();
    shelf
        .database()
        .change(
            handle ->
                shelf
                    .audit()
                    .record(handle, AuditEvent.done(by, "upstream-keys.check", "OpenRouter keys")));
    return listing;
  }

  /** The same by itself; without a management key there is nothing to look at. */
  public void nightly() {
    if (management.isThere()) check.look();
    else check.follow();
  }

  /**
   * Deletes a key that nobody here knows but that is named like ours.
   *
   * @param name its whole name, so that no other is hit
   * @throws Fault CONFLICT if it is in use here or somebody else's
   */
  public void deleteOrphan(String hash, String name, Actor by) {
    Listed found =
        listing().keys().stream()
            .filter(one -> one.key().hash().equals(hash))
            .findFirst()
            .orElseThrow(
                () ->
                    Fault.notFound(
                        "no-such-upstream-key", "OpenRouter has no key with this hash."));
    if (found.kind() != Kind.ORPHAN) throw notAnOrphan(found);
    if (!found.key().name().equals(name.strip()))
      throw Fault.invalidField(
          "name", "upstream-key-name", "That is not the key's name: " + found.key().name() + ".");
    Reply<Boolean> gone = client.delete(hash);
    if (!(gone instanceof Reply.Missing<Boolean>)) gone.orFault();
    UpstreamListing left = UpstreamListing.of(client.keys().orFault(), shelf);
    shelf
        .database()
        .change(
            handle -> {
              left.note(handle, shelf.now());
              shelf
                  .audit()
                  .record(
                      handle,
                      AuditEvent.done(by, "upstream-key.delete-orphan", "OpenRouter keys")
                          .noting(found.key().name() + ", " + found.key().label()));
            });
  }

  public LastLook lastLook() {
    Account account = shelf.database().read(Account::read);
    return new LastLook(
        account.checkedAt(),
        account.known(),
        account.orphans(),
        account.foreigners(),
        account.problem());
  }

  /** The key with which keys are made. */
  public ManagementKey management() {
    return management;
  }

  /** Keeps a management key and begins at once; see {@link ManagementKey#set}. */
  public void giveManagementKey(Secret key, Actor by) {
    management.set(key, client, by);
    new Troubles(shelf.database(), shelf.clock()).tryAgain();
  }

  private void demandManagementKey() {
    if (management.isThere()) return;
    throw Fault.conflict(
            "no-management-key",
            "There is no management key, so nothing can be done at OpenRouter.")
        .advising(
            "Set innkeeper.openrouter.management-key, or give one: innkeeper upstream"
                + " management-key set.");
  }

  private static Fault notAnOrphan(Listed found) {
    String why =
        found
            .organisation()
            .map(one -> "It belongs to " + one.name() + ", so it is not deleted here.")
            .orElse("It is not one of Innkeeper's keys, so it is left alone.");
    return Fault.conflict("not-an-orphan", why);
  }
}
