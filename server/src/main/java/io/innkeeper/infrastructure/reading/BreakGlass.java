package io.innkeeper.infrastructure.reading;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.age.AgeException;
import io.innkeeper.client.age.AgeKey;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.reading.GlassCopy.Made;
import io.innkeeper.infrastructure.reading.GlassCopy.Opened;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The sealed copy for the day on which SDDC Manager and this program are both gone: one file, made
 * anew at each change, that the people it is sealed for open with {@code innkeeper break-glass
 * open} or {@code age}, and nobody else. Thread-safe.
 */
public final class BreakGlass {
  private static final int MOST_RECIPIENTS = 20;

  private final Database database;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;
  private final GlassStore store;
  private final GlassFile file;
  private final GlassDrill drill;
  private final ReentrantLock making = new ReentrantLock();
  private final Patience patience = new Patience();

  /** In a folder of this program's own. */
  public BreakGlass(Reading.Ground ground, Path folder) {
    this(ground, new Place(folder, false));
  }

  /**
   * Where the copy lies.
   *
   * @param given by a person, so that it is there or not: a share that isn't mounted is not made up
   */
  public record Place(Path folder, boolean given) {}

  public BreakGlass(Reading.Ground ground, Place place) {
    this.database = ground.database();
    this.audit = ground.audit();
    this.ids = ground.ids();
    this.clock = ground.clock();
    this.store = new GlassStore(ground.box());
    Vault vault = new Vault(ground.box());
    this.file = new GlassFile(database, vault, place, clock);
    this.drill = new GlassDrill(vault, file, clock);
  }

  public List<Recipient> recipients() {
    return database.read(store::recipients);
  }

  /** How it stands. */
  public GlassCopy copy() {
    return database.read(store::copy);
  }

  /** Whether something has changed since the latest copy was made, or another file lies there. */
  public boolean old() {
    Optional<Made> made = copy().made();
    return made.isEmpty()
        || !made.get().revision().equals(database.read(Vault::revision))
        || file.size() != made.get().bytes();
  }

  /** Where it lies. */
  public Path path() {
    return file.path();
  }

  /**
   * Seals it from now on for somebody else too, and makes it anew.
   *
   * @throws Fault INVALID when that is no recipient
   */
  public Recipient add(String name, String recipient, Actor by) {
    String called = name.strip();
    if (called.isEmpty() || called.length() > 100)
      throw Fault.invalidField("name", "name", "Say whose key it is, in 1 to 100 characters.");
    String key = recipient.strip().toLowerCase(Locale.ROOT);
    demandRecipient(key);
    Recipient one = new Recipient(ids.next(), called, key, clock.instant(), by.name());
    file.demandPlace();
    database.change(
        handle -> {
          List<Recipient> now = store.recipients(handle);
          if (now.stream().anyMatch(other -> other.recipient().equals(key)))
            throw Fault.conflict("recipient-there", "The copy is sealed for this key already.");
          if (now.size() >= MOST_RECIPIENTS)
            throw Fault.conflict("recipients", "The copy is sealed for 20 keys at most.");
          store.add(handle, one);
          audit.record(
              handle, done(by, "break-glass.add-recipient", called).noting("age key " + key));
        });
    make(by);
    return one;
  }

  private static void demandRecipient(String key) {
    try {
      AgeKey.demandRecipient(key);
    } catch (AgeException e) {
      throw Fault.invalidField("recipient", "recipient", e.getMessage() + " One begins with age1.")
          .advising("Make one with: innkeeper break-glass key FILE");
    }
  }

  /**
   * Seals it for one less; copies that were taken along before stay open to them. With the last one
   * the file goes too.
   */
  public void remove(UUID id, Actor by) {
    making.lock();
    try {
      if (database.write(handle -> removed(handle, id, by))) make(by);
    } finally {
      making.unlock();
    }
  }

  private boolean removed(Handle handle, UUID id, Actor by) {
    List<Recipient> all = store.recipients(handle);
    Recipient gone =
        all.stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Fault.notFound("no-such-recipient", "There is no such recipient."));
    store.remove(handle, id);
    audit.record(handle, done(by, "break-glass.remove-recipient", gone.name()));
    if (all.size() > 1) return true;
    store.unmade(handle);
    file.delete();
    return false;
  }

  /**
   * Makes it now, one at a time. It takes its place in the transaction that writes the audit line:
   * without the line there is no new copy, and the line never tells of one that isn't there.
   *
   * @throws Fault CONFLICT when there is nobody to seal it for
   */
  public GlassCopy make(Actor by) {
    making.lock();
    try {
      if (recipients().isEmpty())
        throw Fault.conflict("no-recipient", "There is nobody the copy could be sealed for.")
            .advising("Make a key with innkeeper break-glass key FILE and add its open half.");
      database.write(store::drillKey);
      GlassFile.Written written = file.write(this::keys);
      try {
        database.change(handle -> made(handle, written, by));
      } catch (JdbiException e) {
        throw Reading.auditDown(e);
      } finally {
        file.tidy(written);
      }
      patience.worked();
      return copy();
    } catch (Fault e) {
      if (e.code().equals(GlassFile.UNWRITTEN)) failed(e, by);
      throw e;
    } finally {
      making.unlock();
    }
  }

  /** For whom it is sealed, in the same moment as what is in it: whoever is gone opens no more. */
  private GlassFile.Keys keys(Handle handle) {
    List<Recipient> all = store.recipients(handle);
    List<String> keys = new ArrayList<>(all.stream().map(Recipient::recipient).toList());
    keys.add(store.drillKey(handle).recipient());
    return new GlassFile.Keys(keys, all.stream().map(Recipient::name).toList());
  }

  private void made(Handle handle, GlassFile.Written written, Actor by) {
    store.made(handle, written.made(), Secret.of(written.proof()).digest());
    audit.record(
        handle,
        done(by, "break-glass.make", "copy")
            .noting("sealed for " + String.join(", ", written.names())));
    file.take(written);
  }

  private void failed(Fault fault, Actor by) {
    patience.failed(clock.instant());
    database.change(
        handle -> audit.record(handle, done(by, "break-glass.make", "copy").failing(fault.said())));
  }

  /** Makes it when something has changed; tells what it did. */
  public String freshen() {
    if (recipients().isEmpty() || patience.waits(clock.instant()) || !old()) return "";
    Made made = make(Actor.innkeeper("break-glass")).made().orElseThrow();
    return "Made anew: " + made.holds().credentials() + " credentials.";
  }

  /** Opens it as a stranger would and compares it with what is stored; tells what it found. */
  public String drill() {
    if (recipients().isEmpty()) return "";
    freshen();
    AgeKey key = database.write(store::drillKey);
    try {
      database.change(
          handle -> audit.record(handle, done(innkeeper(), "break-glass.drill", "copy")));
    } catch (JdbiException e) {
      throw Reading.auditDown(e);
    }
    String revision = copy().made().map(Made::revision).orElse("");
    GlassCopy.Drill found =
        database.snapshot(
            handle -> {
              boolean same = Vault.revision(handle).equals(revision);
              return same ? drill.run(handle, key) : drill.overtaken();
            });
    database.change(handle -> store.drilled(handle, found));
    if (found.whole()) return found.said();
    throw Fault.of(Fault.Kind.BROKEN, "break-glass-drill", found.said())
        .advising("Make the copy anew with innkeeper break-glass make, and drill again.");
  }

  /**
   * Notes that a person has opened the latest copy, by the proof that stands in it.
   *
   * @throws Fault INVALID when it is not that copy's
   */
  public GlassCopy opened(String proof, Actor by) {
    String digest = Secret.of(proof.strip().toUpperCase(Locale.ROOT)).digest();
    database.change(
        handle -> {
          if (!store.proven(handle, digest, new Opened(clock.instant(), by.name())))
            throw Fault.invalidField(
                    "proof", "proof", "That does not stand in the copy that was made last.")
                .advising("Open the latest copy; innkeeper break-glass verify tells its proof.");
          audit.record(handle, done(by, "break-glass.opened", "copy"));
        });
    return copy();
  }

  /** The sealed file, for who takes it along. */
  public GlassFile file() {
    return file;
  }

  /** Writes that somebody takes it along, sealed as it is. */
  public void taken(Actor by) {
    if (!Files.exists(path()))
      throw Fault.notFound("no-copy", "There is no copy yet.").advising("Make it first.");
    database.change(handle -> audit.record(handle, done(by, "break-glass.download", "copy")));
  }

  private static Actor innkeeper() {
    return Actor.innkeeper("break-glass drill");
  }

  private static AuditEvent done(Actor by, String verb, String what) {
    return AuditEvent.done(by, verb, "break-glass " + what);
  }
}
