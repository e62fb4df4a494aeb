package io.innkeeper.ingress;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.store.Database;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * The verbs on aliases and on what stands on a door. A tenant's primary hostname is part of what is
 * wanted of it and changed there. Thread-safe.
 */
public final class Hostnames {
  private static final int LONGEST_WORDS = 300;
  private static final int MOST_ALIASES = 20;

  private final Database database;
  private final AuditTrail audit;
  private final House.Street street;
  private final OwnNames own;
  private final Runnable applied;

  Hostnames(
      Database database, AuditTrail audit, House.Street street, OwnNames own, Runnable applied) {
    this.database = database;
    this.audit = audit;
    this.street = street;
    this.own = own;
    this.applied = applied;
  }

  /** Those of a tenant, the primary one first. */
  public List<Claim> of(UUID tenant) {
    return database.read(handle -> HostnameRows.of(handle, tenant));
  }

  public List<Claim> all() {
    return database.read(HostnameRows::all);
  }

  /** One by name, or NOT_FOUND. */
  public Claim get(Hostname name) {
    return database
        .read(handle -> HostnameRows.find(handle, name))
        .orElseThrow(() -> notThere(name));
  }

  public House.Street street() {
    return street;
  }

  public DoorRow door(UUID tenant) {
    return database.read(handle -> DoorRow.of(handle, tenant));
  }

  /**
   * Another name for a tenant; browsers are sent on to its primary one.
   *
   * @throws Fault CONFLICT when the name leads somewhere already
   */
  public Claim add(House house, Hostname name, Actor by) {
    own.refuse(name);
    boolean fresh =
        database.write(
            handle -> {
              refuseMany(handle, house);
              if (!HostnameRows.addAlias(handle, name, house.id())) {
                Claim there = HostnameRows.find(handle, name).orElseThrow();
                if (there.tenant().equals(house.id())) return false;
                throw HostnameClaims.taken(name, street.named(there.tenant().toString()).slug());
              }
              audit.record(handle, done(by, "hostname.add", house).changing(Map.of(), said(name)));
              return true;
            });
    served(
        handle -> {
          if (!fresh) return;
          HostnameRows.remove(handle, name);
          audit.record(handle, takenBack(by, "hostname.add", house).changing(said(name), Map.of()));
        });
    return get(name);
  }

  /** An alias leads nowhere any more. */
  public void remove(Hostname name, Actor by) {
    Claim before =
        database.write(
            handle -> {
              Claim claim = alias(handle, name, "removed");
              HostnameRows.remove(handle, name);
              audit.record(
                  handle, done(by, "hostname.remove", of(claim)).changing(said(name), Map.of()));
              return claim;
            });
    served(
        handle -> {
          HostnameRows.putBack(handle, before);
          audit.record(
              handle, takenBack(by, "hostname.remove", of(before)).changing(Map.of(), said(name)));
        });
  }

  /** An alias leads to another tenant from now on, with its certificate. */
  public Claim move(Hostname name, House to, Actor by) {
    if (get(name).tenant().equals(to.id())) return get(name);
    Claim before =
        database.write(
            handle -> {
              Claim claim = alias(handle, name, "moved");
              refuseMany(handle, to);
              HostnameRows.move(handle, name, to.id());
              audit.record(handle, moved(done(by, "hostname.move", to), name, of(claim), to));
              return claim;
            });
    served(
        handle -> {
          HostnameRows.putBack(handle, before);
          audit.record(handle, moved(takenBack(by, "hostname.move", to), name, to, of(before)));
        });
    return get(name);
  }

  /** What nginx doesn't take is as if nobody had asked for it. */
  private void served(Consumer<Handle> back) {
    try {
      applied.run();
    } catch (Fault refused) {
      database.change(back::accept);
      throw refused;
    }
  }

  /**
   * Keeps people out, or lets them in again.
   *
   * @param words what they are told, empty for the usual sentence
   */
  public DoorRow maintenance(House house, boolean on, String words, Actor by) {
    String said = words.strip();
    if (said.length() > LONGEST_WORDS || said.chars().anyMatch(Character::isISOControl))
      throw Fault.invalidField(
          "words", "maintenance-words", "At most " + LONGEST_WORDS + " characters, on one line.");
    DoorRow before =
        database.write(
            handle -> {
              DoorRow was = DoorRow.of(handle, house.id());
              DoorRow.maintenance(handle, house.id(), on, said);
              AuditEvent line = done(by, "tenant.maintenance", house);
              audit.record(
                  handle, line.changing(facts(was), facts(DoorRow.of(handle, house.id()))));
              return was;
            });
    served(
        handle -> {
          DoorRow now = DoorRow.of(handle, house.id());
          DoorRow.maintenance(handle, house.id(), before.maintenance(), before.words());
          AuditEvent line = takenBack(by, "tenant.maintenance", house);
          audit.record(handle, line.changing(facts(now), facts(before)));
        });
    return door(house.id());
  }

  private static Map<String, Object> facts(DoorRow door) {
    return Map.of("maintenance", door.maintenance(), "words", door.words());
  }

  private static void refuseMany(Handle handle, House house) {
    if (HostnameRows.of(handle, house.id()).size() > MOST_ALIASES)
      throw Fault.conflict(
          "hostnames-many", house.slug() + " has " + MOST_ALIASES + " aliases; that is the most.");
  }

  /** One that may be taken away from its tenant, looked up where it is about to be. */
  private Claim alias(Handle handle, Hostname name, String verb) {
    Claim claim = HostnameRows.find(handle, name).orElseThrow(() -> notThere(name));
    if (!claim.primary() && !claim.leaving()) return claim;
    String slug = of(claim).slug();
    if (claim.leaving())
      throw Fault.conflict(
              "hostname-leaving", slug + " is just changing from " + name + " to another hostname.")
          .advising("Wait until its change is done: then the name is free.");
    throw Fault.conflict(
            "hostname-primary",
            name + " is the primary hostname of " + slug + ", so it can’t be " + verb + ".")
        .advising(
            "Give "
                + slug
                + " another one first: ./innkeeper tenant change "
                + slug
                + " --hostname NAME.");
  }

  private House of(Claim claim) {
    return street.named(claim.tenant().toString());
  }

  private static AuditEvent done(Actor by, String verb, House house) {
    return AuditEvent.done(by, verb, house.subject());
  }

  private static AuditEvent takenBack(Actor by, String verb, House house) {
    return done(by, verb, house).noting("Taken back: nginx did not take it.");
  }

  private static AuditEvent moved(AuditEvent line, Hostname name, House from, House to) {
    return line.changing(Map.of(name.value(), from.slug()), Map.of(name.value(), to.slug()));
  }

  private static Map<String, Object> said(Hostname name) {
    return Map.of("hostname", name.value());
  }

  private static Fault notThere(Hostname name) {
    return Fault.notFound("no-such-hostname", name + " leads to no tenant here.");
  }
}
