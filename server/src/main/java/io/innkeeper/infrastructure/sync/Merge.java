package io.innkeeper.infrastructure.sync;

import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Credential.Former;
import io.innkeeper.infrastructure.Credential.Seen;
import io.innkeeper.infrastructure.CredentialValue;
import io.innkeeper.infrastructure.CredentialValue.Origin;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SyncRun.Counts;
import io.innkeeper.infrastructure.SyncRun.State;
import io.innkeeper.infrastructure.ValueStore.Opened;
import io.innkeeper.infrastructure.vcf.Reading;
import io.innkeeper.infrastructure.vcf.Told;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Decides what a reading changes. Pure: what is decided is written elsewhere. */
final class Merge {
  private final Ids ids;
  private final About about;
  private final Known known;
  private final List<Credential> added = new ArrayList<>();
  private final List<Credential> updated = new ArrayList<>();
  private final List<Opened> values = new ArrayList<>();
  private final List<UUID> seenAgain = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private long changed;
  private long renamed;
  private long returned;
  private long unreadable;
  private long skipped;

  /**
   * What it is about.
   *
   * @param run also whose id the values carry
   * @param by who or what wanted it
   */
  record About(
      UUID environment, SourceKind source, UUID run, Origin origin, String by, Instant now) {}

  /**
   * When absence is believed.
   *
   * @param mostMissing of 100 known ones
   * @param accepted how many a person said to be right
   */
  record Absence(int mostMissing, long accepted) {}

  /** What is to be written, and what to say about it. */
  record Outcome(
      List<Credential> added,
      List<Credential> updated,
      List<Opened> values,
      List<UUID> seenAgain,
      List<UUID> missing,
      State state,
      Counts counts,
      List<String> lines) {}

  private Merge(Ids ids, About about, Known known) {
    this.ids = ids;
    this.about = about;
    this.known = known;
  }

  /**
   * What a reading changes.
   *
   * @param before all that is known of the source, missing ones too
   * @param latest their latest passwords
   */
  static Outcome of(
      Ids ids,
      About about,
      List<Credential> before,
      Map<UUID, Opened> latest,
      Reading reading,
      Absence absence) {
    Merge merge = new Merge(ids, about, new Known(before, latest, reading.told()));
    for (Told told : reading.told()) merge.take(told);
    return merge.outcome(reading, absence);
  }

  private void take(Told told) {
    if (!told.account().known()) {
      skipped++;
      return;
    }
    Optional<Credential> before = known.match(told.account());
    if (before.isPresent()) again(before.get(), told);
    else if (known.fresh(told.account())) first(told);
  }

  private void first(Told told) {
    UUID id = ids.next();
    if (told.secret().isEmpty()) unreadable++;
    Optional<UUID> value =
        told.secret().map(secret -> value(id, 1, secret, told, Optional.empty()));
    added.add(
        new Credential(
            id,
            about.environment(),
            about.source(),
            told.account(),
            told.lifetime(),
            Optional.empty(),
            new Seen(about.now(), about.now()),
            Optional.empty(),
            value.isPresent() ? Optional.empty() : Optional.of(about.now()),
            value,
            value.isPresent() ? 1 : 0,
            told.secret().map(secret -> about.now())));
  }

  private void again(Credential before, Told told) {
    Optional<Opened> latest = known.latest(before);
    Optional<UUID> value = before.value();
    long number = before.values();
    boolean same =
        latest.isPresent() && told.secret().filter(latest.get().secret()::equals).isPresent();
    if (told.secret().isEmpty()) {
      unreadable++;
    } else if (same) {
      seenAgain.add(latest.get().value().id());
    } else {
      number++;
      value = Optional.of(value(before.id(), number, told.secret().get(), told, latest));
      changed++;
      lines.add(
          before.value().isPresent() && latest.isEmpty()
              ? "The kept password of "
                  + told.account().shown()
                  + " does not open; what is told now is kept beside it."
              : "The password of " + told.account().shown() + " is another one.");
    }
    if (before.missingSince().isPresent()) returned++;
    updated.add(
        new Credential(
            before.id(),
            before.environment(),
            before.source(),
            account(before, told.account()),
            number == before.values() ? told.lifetime().after(before.lifetime()) : told.lifetime(),
            former(before, told.account()),
            new Seen(before.seen().first(), about.now()),
            Optional.empty(),
            unreadableSince(before, told),
            value,
            number,
            told.secret().isPresent() ? Optional.of(about.now()) : before.verifiedAt(),
            before.tried()));
  }

  private Optional<Instant> unreadableSince(Credential before, Told told) {
    if (told.secret().isPresent()) return Optional.empty();
    return before.unreadableSince().isPresent()
        ? before.unreadableSince()
        : Optional.of(about.now());
  }

  /** An id once told stays, also when an answer lacks it. */
  private static Account account(Credential before, Account told) {
    if (!told.apiId().isBlank()) return told;
    return new Account(
        before.account().apiId(),
        told.resourceId(),
        told.resourceName(),
        told.resourceType(),
        told.ip(),
        told.domains(),
        told.username(),
        told.credentialType(),
        told.accountType());
  }

  private Optional<Former> former(Credential before, Account told) {
    if (before.account().naturalKey().equals(told.naturalKey())) return before.former();
    renamed++;
    lines.add(before.account().shown() + " is called " + told.shown() + " now.");
    return Optional.of(new Former(before.account().shown(), about.now()));
  }

  private UUID value(
      UUID credential, long number, Secret secret, Told told, Optional<Opened> before) {
    CredentialValue value =
        new CredentialValue(
            ids.next(),
            credential,
            number,
            changedAt(told, before),
            about.now(),
            about.now(),
            about.origin(),
            about.by(),
            Optional.of(about.run()));
    values.add(new Opened(value, secret));
    return value.id();
  }

  /** The source's word counts where it fits what was seen. */
  private Optional<Instant> changedAt(Told told, Optional<Opened> before) {
    return told.lifetime()
        .modifiedAt()
        .filter(at -> !at.isAfter(about.now()))
        .filter(at -> before.filter(one -> at.isBefore(one.value().lastSeen())).isEmpty());
  }

  private Outcome outcome(Reading reading, Absence absence) {
    List<Credential> gone = known.unmatched();
    List<UUID> missing = List.of();
    State state = State.SUCCESS;
    if (!reading.whole() || skipped > 0) {
      state = State.PARTIAL;
    } else if (tooMany(gone.size(), known.living(), absence)) {
      state = State.ASKS;
    } else {
      missing = gone.stream().map(Credential::id).toList();
      for (Credential one : gone) lines.add(one.account().shown() + " is told no more.");
    }
    lines.addAll(reading.gaps());
    Counts counts =
        new Counts(
            added.size() + updated.size(),
            added.size(),
            changed,
            renamed,
            returned,
            state == State.PARTIAL ? 0 : gone.size(),
            unreadable,
            skipped);
    // So much is gone that it may be another's list: of that nothing is kept unasked.
    if (state == State.ASKS)
      return new Outcome(
          List.of(), List.of(), List.of(), List.of(), missing, state, counts, List.of());
    return new Outcome(added, updated, values, seenAgain, missing, state, counts, lines);
  }

  private static boolean tooMany(int gone, int living, Absence absence) {
    return gone > absence.accepted() && gone * 100L > (long) absence.mostMissing() * living;
  }
}
