package io.innkeeper.infrastructure;

import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Source.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A VMware Cloud Foundation whose passwords are kept.
 *
 * @param expiryMinutes how often it is looked when its passwords end; empty: as the house does
 * @param removed when and by whom; its credentials and their history stay until it is erased
 */
public record Environment(
    UUID id,
    String name,
    String description,
    boolean byFile,
    List<Source> sources,
    Optional<Integer> expiryMinutes,
    Stamp created,
    Stamp changed,
    Optional<Stamp> removed,
    long version) {

  public Environment {
    sources = List.copyOf(sources);
  }

  /** When something was done, and who did it. */
  public record Stamp(Instant at, String by) {}

  /** On which one job at a time works. */
  public static String subject(UUID id) {
    return "environment/" + id;
  }

  public Optional<Source> source(SourceKind kind) {
    return sources.stream().filter(source -> source.kind() == kind).findFirst();
  }

  /** As it stands now, as something to be. */
  public EnvironmentSpec spec() {
    return new EnvironmentSpec(
        name, description, byFile, sources.stream().map(Source::spec).toList(), expiryMinutes);
  }

  /** How the last syncs of all its sources went, taken together. */
  public Status status() {
    Set<Status> all =
        sources.stream()
            .filter(source -> source.spec().enabled())
            .map(source -> source.standing().status())
            .collect(Collectors.toSet());
    if (all.isEmpty()) return Status.NEVER;
    if (all.size() == 1) return all.iterator().next();
    if (all.contains(Status.ASKS)) return Status.ASKS;
    boolean trouble = all.contains(Status.FAILED) || all.contains(Status.PARTIAL);
    boolean some = all.contains(Status.SUCCESS) || all.contains(Status.PARTIAL);
    if (!trouble) return some ? Status.SUCCESS : Status.NEVER;
    return some ? Status.PARTIAL : Status.FAILED;
  }

  /** Somebody else was quicker; both values, so that a person can choose. */
  Fault changedMeanwhile(EnvironmentSpec wanted, long seen) {
    return Fault.conflict(
            "changed-meanwhile",
            "“%s” was changed by %s while you were changing it.".formatted(name, changed.by()))
        .advising("Look at what is there now and repeat your change.")
        .with("version", version)
        .with("seen", seen)
        .with("theirs", spec().facts())
        .with("yours", wanted.facts());
  }
}
