package io.innkeeper.openrouter.provision;

import static io.innkeeper.openrouter.provision.KeyShelf.refuseUnlessActive;

import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Progress;
import io.innkeeper.money.Usd;
import io.innkeeper.openrouter.CreatedKey;
import io.innkeeper.openrouter.NewUpstreamKey;
import io.innkeeper.openrouter.OpenRouterClient;
import io.innkeeper.openrouter.Reply;
import io.innkeeper.openrouter.UpstreamKey;
import io.innkeeper.openrouter.provision.ProvisionedKey.State;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The acts of making a key. Each can be repeated after it was cut off anywhere: what is noted here
 * comes before what is done there, and what is there without its secret being kept here is deleted
 * by its name before it is made again.
 */
final class KeyMaking {
  private static final Logger log = LoggerFactory.getLogger(KeyMaking.class);
  private static final int TRIES = 3;
  private static final int UNIQUE = 10;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  private final KeyShelf shelf;
  private final OpenRouterClient client;
  private final Function<Organisation, Optional<Usd>> budget;

  /**
   * @param budget what the gateway refuses an organisation's calls beyond
   */
  KeyMaking(KeyShelf shelf, OpenRouterClient client, Function<Organisation, Optional<Usd>> budget) {
    this.shelf = shelf;
    this.client = client;
    this.budget = budget;
  }

  /** Notes the name of a key before it is made; what an earlier try left is given up. */
  void intend(UUID id, UUID organisation) {
    shelf
        .database()
        .change(
            handle -> {
              if (ProvisionedRows.byId(handle, id).isPresent()) return;
              Organisation one = shelf.organisations().get(handle, organisation);
              refuseUnlessActive(one);
              ProvisionedRows.of(handle, organisation).stream()
                  .filter(KeyMaking::coming)
                  .forEach(
                      old -> {
                        boolean _ = ProvisionedRows.left(handle, old.id());
                      });
              String text = id.toString();
              String tag = Terms.tag(one, text.substring(text.length() - UNIQUE));
              ProvisionedRows.insertWanted(handle, id, organisation, tag, shelf.now());
            });
  }

  /** Makes it there and keeps its secret. */
  void make(UUID id, Actor by, Progress progress) throws InterruptedException {
    ProvisionedKey row = shelf.demand(id);
    if (row.state() != State.WANTED) return;
    Organisation one = shelf.organisations().get(row.organisation());
    refuseUnlessActive(one);
    Terms wanted = wanted(one, row);
    NewUpstreamKey asked =
        new NewUpstreamKey(wanted.name(), wanted.cap(), wanted.reset(), Optional.empty());
    CreatedKey created = tried(progress, () -> madeAnew(row.tag(), asked));
    if (created.value().unwrap().isBlank() || created.key().hash().isBlank())
      throw Fault.of(
          Fault.Kind.UPSTREAM,
          "openrouter-no-key",
          "Tried to make a key, but OpenRouter's answer has none in it.");
    keep(row, created, by);
  }

  /** What a lost answer left behind can't be used: nobody knows its secret. */
  private Reply<CreatedKey> madeAnew(String tag, NewUpstreamKey asked) {
    Reply<Integer> swept = sweep(tag, Optional.empty());
    if (swept instanceof Reply.Got<Integer>) return client.create(asked);
    return swept.map(
        count -> {
          throw new IllegalStateException("an answer with a problem has no value");
        });
  }

  private void keep(ProvisionedKey row, CreatedKey created, Actor by) {
    UpstreamKey key = created.key();
    String sealed = shelf.seal(row.id(), created.value());
    String digest = created.value().digest();
    boolean kept =
        shelf
            .database()
            .write(
                handle -> {
                  if (!ProvisionedRows.made(
                      handle, row.id(), key.hash(), key.label(), digest, sealed)) return false;
                  ProvisionedRows.told(handle, row.id(), Terms.of(key));
                  shelf.record(handle, by, "upstream-key.make", shelf.demand(handle, row.id()));
                  return true;
                });
    if (kept) return;
    // Another process made it, or gave it up: this one is too many. If it can't be deleted now, a
    // look finds it by its name.
    client
        .delete(key.hash())
        .problem()
        .ifPresent(why -> log.warn("A second key {} is still there: {}", row.tag(), why));
    throw ProvisionedRows.movedOn();
  }

  /** Asks with the new key itself, which costs nothing. */
  void ask(UUID id, Progress progress) throws InterruptedException {
    ProvisionedKey row = shelf.demand(id);
    if (row.state() != State.CANDIDATE) return;
    Secret key = shelf.database().read(handle -> shelf.opened(handle, row));
    UpstreamKey self = tried(progress, () -> client.key(key));
    if (!self.management() && self.label().equals(row.label().orElse(""))) return;
    throw Fault.of(
        Fault.Kind.UPSTREAM,
        "openrouter-other-key",
        "Tried the new key, but OpenRouter says that it is another one.");
  }

  /**
   * Gives a key up that isn't in use. What can't be deleted there now is deleted by the next look.
   */
  void discard(UUID id, Actor by) {
    Optional<ProvisionedKey> row =
        shelf.database().read(handle -> ProvisionedRows.byId(handle, id));
    if (row.filter(KeyMaking::coming).isEmpty()) return;
    boolean left =
        shelf
            .database()
            .write(
                handle -> {
                  if (!ProvisionedRows.left(handle, id)) return false;
                  shelf.record(handle, by, "upstream-key.give-up", row.get());
                  return true;
                });
    if (left) {
      Reply<Integer> _ = clear(row.get());
    }
  }

  /** Deletes whatever there is of a key that was given up; without a problem nothing is left. */
  Reply<Integer> clear(ProvisionedKey left) {
    Reply<Integer> swept = sweep(left.tag(), Optional.empty());
    if (swept.problem().isEmpty()) {
      boolean _ =
          shelf.database().write(handle -> ProvisionedRows.gone(handle, left.id(), shelf.now()));
    }
    return swept;
  }

  /** As an organisation's key should be. */
  Terms wanted(Organisation one, ProvisionedKey key) {
    return Terms.wanted(one, key.tag(), KeyCap.beside(budget.apply(one)));
  }

  /**
   * Takes away the keys there that bear a name; answers how many.
   *
   * @param but the hash of the one that stays, if one does
   */
  Reply<Integer> sweep(String tag, Optional<String> but) {
    Reply<List<UpstreamKey>> listed = client.keys();
    if (!(listed instanceof Reply.Got<List<UpstreamKey>>(List<UpstreamKey> all)))
      return listed.map(none -> 0);
    int swept = 0;
    for (UpstreamKey one : all) {
      if (!Terms.bears(one.name(), tag) || but.filter(one.hash()::equals).isPresent()) continue;
      Reply<Boolean> gone = client.delete(one.hash());
      if (!(gone instanceof Reply.Missing<Boolean>) && gone.problem().isPresent())
        return gone.map(none -> 0);
      swept++;
    }
    return new Reply.Got<>(swept);
  }

  /** Asks up to three times where waiting may help. */
  private static <T> T tried(Progress progress, Supplier<Reply<T>> ask)
      throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      Reply<T> reply = ask.get();
      Duration pause = reply.pause().orElse(PAUSE);
      boolean hopeless = !reply.passing() || pause.compareTo(LONGEST_PAUSE) > 0;
      if (attempt == TRIES || hopeless) return reply.orFault();
      progress.say(reply.problem().orElse("") + " Trying again.");
      progress.checkCancelled();
      Thread.sleep(pause);
    }
  }

  private static boolean coming(ProvisionedKey key) {
    return key.state() == State.WANTED || key.state() == State.CANDIDATE;
  }
}
