package io.innkeeper.infrastructure.sync;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.SourceTestView;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentViews;
import io.innkeeper.infrastructure.HostAddress;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import io.innkeeper.infrastructure.Sources;
import io.innkeeper.infrastructure.vcf.Party;
import io.innkeeper.infrastructure.vcf.Vcf;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Tries sources: whether they can be entered, are what they are said to be, and let us read. */
public final class Trials {
  private final Database database;
  private final Sources sources;
  private final Vcf vcf;
  private final AuditTrail audit;

  public Trials(Database database, Sources sources, Vcf vcf, AuditTrail audit) {
    this.database = database;
    this.sources = sources;
    this.vcf = vcf;
    this.audit = audit;
  }

  /** Tries every source of an environment as it is saved. */
  public List<SourceTestView> saved(Environment environment, Actor by) throws InterruptedException {
    List<SourceTestView> trials = new ArrayList<>();
    if (environment.removed().isPresent()) return trials;
    for (Source source : environment.sources())
      trials.add(tried(source.spec(), sources.password(environment.id(), source.kind()), by));
    return trials;
  }

  /** Tries one as it was typed, before it is saved. */
  public SourceTestView typed(SourceSpec source, Secret password, Actor by)
      throws InterruptedException {
    return tried(source, password, by);
  }

  /** The certificate that is shown at an address; nothing is said to who shows it. */
  public X509Certificate certificate(HostAddress at, Actor by) throws InterruptedException {
    note(by, "environment.certificate", at, "looked at its certificate");
    return vcf.certificate(SourceKind.MANAGER, at);
  }

  private SourceTestView tried(SourceSpec source, Secret password, Actor by)
      throws InterruptedException {
    // Before, so that a try that tells something is never without its line.
    note(by, "environment.test", source.at(), source.kind().word());
    try {
      return EnvironmentViews.works(source, vcf.prove(Party.of(source, password)));
    } catch (Fault e) {
      return EnvironmentViews.fails(source, e);
    }
  }

  private void note(Actor by, String verb, HostAddress at, String words) {
    database.change(
        handle ->
            audit.record(handle, AuditEvent.done(by, verb, "host " + at.shown()).noting(words)));
  }
}
