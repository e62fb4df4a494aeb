package io.innkeeper.identity;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.SignInChange;
import io.innkeeper.client.SignInCheckView;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.RunningApp;
import io.innkeeper.tenant.Tenant;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** The verbs on tenants' sign-in. Thread-safe. */
public final class SignIns {
  private final Database database;
  private final SignInStore store;
  private final ProviderChecks checks;
  private final RunningApp apps;
  private final Record record;

  /** With what a change is written down. */
  record Record(AuditTrail audit, Jobs jobs, Clock clock) {}

  SignIns(
      Database database, SignInStore store, ProviderChecks checks, RunningApp apps, Record record) {
    this.database = database;
    this.store = store;
    this.checks = checks;
    this.apps = apps;
    this.record = record;
  }

  /** How a tenant's people sign in, without secrets. */
  public record Now(SignInSetup setup, Set<Provider> secrets, long version, Instant at, String by) {
    public Now {
      secrets = Set.copyOf(secrets);
    }
  }

  /** A change looked at from all sides, before anything is written. */
  public record Plan(
      SignInSetup before, SignInSetup after, Set<Provider> renewed, SignInCheckView check) {}

  /** A tenant's sign-in, and the job that brings it to its app, if it runs. */
  public record Ordered(Now now, Optional<Job> job, Plan plan) {}

  public Now of(Tenant tenant) {
    return now(database.read(handle -> kept(handle, tenant)));
  }

  /** Where people open the workspace: what a provider's redirect address begins with. */
  public URI publicUrl(Tenant tenant) {
    return apps.publicUrl(tenant);
  }

  /**
   * What a change would come to. Fetches providers' discovery documents.
   *
   * @throws Fault INVALID for input that can't be used
   */
  public Plan plan(Tenant tenant, SignInChange change) {
    Plan plan = look(tenant, change);
    SignInCheckView found = checks.of(plan.after(), tenant, publicUrl(tenant));
    return new Plan(plan.before(), plan.after(), plan.renewed(), found);
  }

  /** The same without asking anybody outside. */
  public Plan look(Tenant tenant, SignInChange change) {
    SignInStore.Kept now = database.read(handle -> kept(handle, tenant));
    SignInInput.Asked asked =
        new SignInInput().changed(now.setup(), now.secrets().keySet(), change);
    refuseCollision(tenant, asked);
    return new Plan(
        now.setup(), asked.setup(), asked.secrets().keySet(), ProviderChecks.view(List.of()));
  }

  /** Looks at the present setup's providers. */
  public SignInCheckView check(Tenant tenant) {
    return checks.of(of(tenant).setup(), tenant, publicUrl(tenant));
  }

  /**
   * Changes how people sign in. A tenant that runs gets a new container, and the one before back if
   * people could not sign in; others follow when they start.
   *
   * @param seen the version the change is based on
   * @throws Fault CONFLICT when somebody else changed it meanwhile, UPSTREAM when a provider can't
   *     be used
   */
  public Ordered change(Tenant tenant, SignInChange change, long seen, Actor by) {
    Plan plan = plan(tenant, change);
    if (!plan.check().good() && !Boolean.TRUE.equals(change.unchecked()))
      throw refused(plan.check());
    Ordered ordered =
        database.write(
            handle -> {
              SignInStore.Kept now = kept(handle, tenant);
              if (now.version() != seen) throw overtaken(tenant);
              SignInInput.Asked asked =
                  new SignInInput().changed(now.setup(), now.secrets().keySet(), change);
              if (asked.setup().equals(now.setup()) && asked.secrets().isEmpty())
                return new Ordered(now(now), Optional.empty(), plan);
              return write(handle, tenant, now, asked, plan, by);
            });
    record.jobs().wake();
    return ordered;
  }

  private Ordered write(
      Handle handle,
      Tenant tenant,
      SignInStore.Kept now,
      SignInInput.Asked asked,
      Plan plan,
      Actor by) {
    Map<Provider, Secret> secrets = new EnumMap<>(Provider.class);
    secrets.putAll(now.secrets());
    secrets.putAll(asked.secrets());
    secrets.keySet().removeIf(one -> asked.setup().find(one).isEmpty());
    SignInStore.Kept after =
        new SignInStore.Kept(
            asked.setup(), secrets, now.version() + 1, record.clock().instant(), by.name());
    store.insert(handle, tenant.id(), after);
    Map<String, Object> facts = new LinkedHashMap<>(after.setup().facts());
    asked.secrets().forEach((one, secret) -> facts.put(one.word() + ".clientSecret", secret));
    record
        .audit()
        .record(
            handle,
            AuditEvent.done(by, "sign-in.change", "tenant " + tenant.slug())
                .changing(now.setup().facts(), facts));
    if (tenant.wanted() != Tenant.Wanted.RUNNING) {
      store.forgetBefore(handle, tenant.id(), after.version());
      store.prove(handle, tenant.id(), after.version(), "");
      return new Ordered(now(after), Optional.empty(), plan);
    }
    Job.Order order =
        new Job.Order(
            SignInWork.KIND,
            "Changing the sign-in of " + tenant.spec().displayName(),
            tenant.subject(),
            Map.of("tenant", tenant.id().toString(), "version", Long.toString(after.version())),
            by);
    return new Ordered(now(after), Optional.of(record.jobs().order(handle, order)), plan);
  }

  /** What the app is to be told; secrets in the clear. */
  Map<String, String> variables(Tenant tenant) {
    SignInStore.Kept kept = database.read(handle -> kept(handle, tenant));
    return SignInVariables.of(kept.setup(), kept.secrets());
  }

  SignInStore.Kept kept(Handle handle, Tenant tenant) {
    return store.newest(handle, tenant.id()).orElse(SignInStore.Kept.NONE);
  }

  private static void refuseCollision(Tenant tenant, SignInInput.Asked asked) {
    Set<String> both = new TreeSet<>(SignInVariables.of(asked.setup(), asked.secrets()).keySet());
    both.retainAll(tenant.spec().environment().keySet());
    if (both.isEmpty()) return;
    throw Fault.conflict(
            "sign-in-collides",
            "The tenant’s own settings say the same otherwise: " + String.join(", ", both) + ".")
        .advising(
            "Take them away first: innkeeper setting remove --tenant "
                + tenant.slug()
                + " "
                + String.join(" ", both));
  }

  private static Now now(SignInStore.Kept kept) {
    return new Now(kept.setup(), kept.secrets().keySet(), kept.version(), kept.at(), kept.by());
  }

  private static Fault refused(SignInCheckView check) {
    String why =
        check.findings().stream()
            .filter(one -> one.level().equals("bad"))
            .map(SignInCheckView.Finding::said)
            .findFirst()
            .orElse("");
    return Fault.of(Fault.Kind.INVALID, "sign-in-checks", why).advising("Nothing was changed.");
  }

  private static Fault overtaken(Tenant tenant) {
    return Fault.conflict(
            "changed-meanwhile",
            "Somebody else changed the sign-in of " + tenant.slug() + " at the same time.")
        .advising("Load it again and repeat.");
  }
}
