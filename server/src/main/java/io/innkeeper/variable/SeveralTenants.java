package io.innkeeper.variable;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.TenantPlanView.Difference;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.openwebui.Catalogue;
import io.innkeeper.openwebui.Version;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.Wanted;
import io.innkeeper.tenant.TenantSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One change of the own layers of chosen tenants: looked at tenant by tenant first, then ordered as
 * one job that goes through them, canaries first, and takes all back when one fails. Thread-safe.
 */
public final class SeveralTenants {
  private static final int LONGEST_REASON = 500;

  private final Database database;
  private final SeveralStore store;
  private final OwnVariables own;
  private final AuditTrail audit;
  private final Jobs jobs;
  private final Ids ids;

  SeveralTenants(Database database, SeveralStore store, OwnVariables own, Variables.Record record) {
    this.database = database;
    this.store = store;
    this.own = own;
    this.audit = record.audit();
    this.jobs = record.jobs();
    this.ids = record.ids();
  }

  /** How a tenant takes it. */
  public enum Comes {
    /** By a new container. */
    NOW,
    WHEN_IT_STARTS,
    /** It has it already. */
    SAME,
    REFUSED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What would become of one tenant.
   *
   * @param why it refuses, or what else to know; else empty
   */
  public record Planned(Tenant tenant, Comes comes, List<Difference> differences, String why) {
    public Planned {
      differences = List.copyOf(differences);
    }

    boolean changes() {
      return comes == Comes.NOW || comes == Comes.WHEN_IT_STARTS;
    }

    public String slug() {
      return tenant.slug().value();
    }
  }

  /**
   * What is wanted of whom.
   *
   * @param first slugs of those that get it before all others
   * @param leaveOut whether those that refuse are left out
   */
  public record Asked(
      List<Tenant> tenants, Wish wish, List<String> first, boolean leaveOut, String reason) {
    public Asked {
      tenants = List.copyOf(tenants);
      first = List.copyOf(first);
      if (reason.length() > LONGEST_REASON)
        throw Fault.invalidField(
            "reason", "reason-too-long", "A reason has at most 500 characters.");
    }
  }

  /** What would become of each, and the job that does it, if anything has to be done. */
  public record Ordered(List<Planned> tenants, Optional<Job> job) {}

  /**
   * Tenant by tenant in their order: named first ones, then staging, then by slug.
   *
   * @throws Fault INVALID for a first one that isn't among the chosen
   */
  public List<Planned> plan(Asked asked) {
    if (asked.tenants().isEmpty())
      throw Fault.invalidField("tenants", "no-tenants", "No tenant is chosen, or none fits.");
    List<String> slugs = asked.tenants().stream().map(one -> one.slug().value()).toList();
    for (String slug : asked.first()) {
      if (!slugs.contains(slug))
        throw Fault.invalidField(
            "first", "canary-not-reached", "“" + slug + "” is not among the chosen tenants.");
    }
    return asked.tenants().stream()
        .distinct()
        .map(tenant -> planned(tenant, asked.wish()))
        .sorted(
            Comparator.comparing((Planned one) -> rank(one, asked.first()))
                .thenComparing(one -> one.tenant().spec().kind() != TenantSpec.Kind.STAGING)
                .thenComparing(Planned::slug))
        .toList();
  }

  private static int rank(Planned one, List<String> first) {
    int place = first.indexOf(one.slug());
    return place < 0 ? first.size() : place;
  }

  private Planned planned(Tenant tenant, Wish wish) {
    Wish fitting = wish.fitting(tenant.spec().environment());
    List<Difference> differences = VariableViews.differences(fitting, tenant.spec().environment());
    if (fitting.nothing()) return new Planned(tenant, Comes.SAME, List.of(), "");
    try {
      if (tenant.wanted() == Wanted.REMOVED || tenant.wanted() == Wanted.ERASED)
        throw Fault.conflict("tenant-removed", "Its container is removed.");
      if (tenant.wanted() == Wanted.RUNNING && !Reach.follows(tenant))
        throw Fault.conflict("tenant-failed", "It failed before; mend it first.");
      Wish unused = own.left(tenant, fitting);
    } catch (Fault e) {
      return new Planned(tenant, Comes.REFUSED, differences, e.said());
    }
    Comes comes = tenant.wanted() == Wanted.RUNNING ? Comes.NOW : Comes.WHEN_IT_STARTS;
    return new Planned(tenant, comes, differences, unknown(tenant, fitting));
  }

  /** A name that its version of the app doesn't know does nothing there. */
  private static String unknown(Tenant tenant, Wish wish) {
    Optional<Version> version =
        tenant.image().map(Tenant.ResolvedImage::appVersion).flatMap(Version::parse);
    if (version.isEmpty()) return "";
    List<String> unknown =
        wish.set().keySet().stream()
            .filter(
                name -> Catalogue.find(name).filter(one -> !one.knownTo(version.get())).isPresent())
            .toList();
    if (unknown.isEmpty()) return "";
    return version.get() + " does not know " + String.join(", ", unknown) + ".";
  }

  /**
   * Orders the change.
   *
   * @throws Fault CONFLICT while one refuses and isn't to be left out, or while another change of
   *     settings is on its way
   */
  public Ordered change(Asked asked, Actor by) {
    List<Planned> all = plan(asked);
    List<Planned> refusing = all.stream().filter(one -> one.comes() == Comes.REFUSED).toList();
    if (!refusing.isEmpty() && !asked.leaveOut()) throw refused(refusing);
    List<Planned> changing = all.stream().filter(Planned::changes).toList();
    if (changing.isEmpty()) return new Ordered(all, Optional.empty());
    UUID id = ids.next();
    Job job =
        database.write(
            handle -> {
              store.insert(handle, id, asked.wish());
              audit.record(handle, event(asked, changing, by));
              return jobs.order(
                  handle,
                  new Job.Order(
                      SeveralWorks.KIND,
                      "Changing settings of " + count(changing.size()),
                      VariableWorks.SUBJECT,
                      SeveralWorks.input(id, changing),
                      by));
            });
    jobs.wake();
    return new Ordered(all, Optional.of(job));
  }

  private static AuditEvent event(Asked asked, List<Planned> changing, Actor by) {
    String slugs = changing.stream().map(Planned::slug).collect(Collectors.joining(", "));
    String why = asked.reason().isBlank() ? "" : ": " + asked.reason().strip();
    return AuditEvent.done(by, "variable.change", count(changing.size()))
        .changing(Map.of(), Variables.facts(asked.wish().set(), asked.wish().names()))
        .noting(slugs + why);
  }

  private static Fault refused(List<Planned> refusing) {
    List<Fault.Field> problems = new ArrayList<>();
    for (Planned one : refusing)
      problems.add(new Fault.Field("tenants", one.slug() + ": " + one.why()));
    String said =
        refusing.size() == 1
            ? problems.getFirst().said()
            : count(refusing.size()) + " refuse, the first: " + problems.getFirst().said();
    return Fault.conflict("tenants-refuse", said + " Nothing was changed.")
        .advising("Leave them out, or mend them first.")
        .about(problems);
  }

  static String count(int tenants) {
    return tenants == 1 ? "1 tenant" : tenants + " tenants";
  }
}
