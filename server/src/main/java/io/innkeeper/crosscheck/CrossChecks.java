package io.innkeeper.crosscheck;

import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.AppUsage;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import io.innkeeper.usage.CallKind;
import io.innkeeper.usage.Comparison;
import io.innkeeper.usage.DayComparison;
import io.innkeeper.usage.Days;
import io.innkeeper.usage.RatedDays;
import io.innkeeper.usage.Spending.By;
import io.innkeeper.usage.Spending.Sum;
import io.innkeeper.usage.UpstreamActivity;
import io.innkeeper.usage.UsageQuestion;
import io.innkeeper.usage.UsageRoom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Puts an organisation's ledger beside what others counted. */
public final class CrossChecks {
  /** What a workspace's database can't know, for people. */
  public static final String UNKNOWABLE =
      "A workspace’s database knows answers in chats and their tokens alone: no cost; no titles,"
          + " tags and other tasks; no calls by API key; no answer that was stopped; no deleted"
          + " chat. So the ledger, which every call passes, may well know of more.";

  private final TenantRoom tenants;
  private final UsageRoom usage;
  private final Clock clock;

  public CrossChecks(TenantRoom tenants, UsageRoom usage, Clock clock) {
    this.tenants = tenants;
    this.usage = usage;
    this.clock = clock;
  }

  /** An upstream's day, with what it counted by key. */
  public record UpstreamDay(DayComparison day, List<UpstreamActivity.OfKey> keys) {
    public UpstreamDay {
      keys = List.copyOf(keys);
    }
  }

  /**
   * The upstream's days (UTC) of these dates, as the nightly comparison found them, latest first.
   */
  public List<UpstreamDay> upstream(Organisation organisation, Days days) {
    Comparison.Findings findings = usage.findings();
    return findings.of(organisation.id(), days).stream()
        .map(
            found ->
                new UpstreamDay(
                    found, findings.keys(found.organisation(), found.upstream(), found.day())))
        .toList();
  }

  /**
   * Its workspaces by slug, each asked now; may take seconds.
   *
   * @throws Fault INVALID for days that can't be asked for
   */
  public List<WorkspaceCheck> workspaces(Organisation organisation, Days days) {
    Map<String, Sum> ledger = ledger(organisation.id(), days);
    ZoneId zone = organisation.spec().timeZone();
    Instant from = days.from().atStartOfDay(zone).toInstant();
    Instant end = days.to().plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    Instant to = end.isBefore(clock.instant()) ? end : clock.instant();
    List<Future<WorkspaceCheck>> asked = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Tenant tenant : its(organisation)) {
        Sum sum = ledger.getOrDefault(tenant.id().toString(), Sum.NONE);
        asked.add(threads.submit(() -> check(tenant, sum, from, to)));
      }
    }
    return asked.stream().map(CrossChecks::done).toList();
  }

  private static WorkspaceCheck done(Future<WorkspaceCheck> asked) {
    try {
      return asked.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a workspace could not be checked", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Fault.of(Fault.Kind.UNAVAILABLE, "interrupted", "The server is stopping.");
    }
  }

  private WorkspaceCheck check(Tenant tenant, Sum ledger, Instant from, Instant to) {
    try {
      AppUsage told = tenants.usage().of(tenant, from, to);
      return new WorkspaceCheck(tenant, ledger, Optional.of(told), "");
    } catch (Fault untold) {
      return new WorkspaceCheck(tenant, ledger, Optional.empty(), untold.said());
    }
  }

  private List<Tenant> its(Organisation organisation) {
    Map<String, Tenant> its = new TreeMap<>();
    for (Tenant tenant : tenants.tenants().all()) {
      if (tenant.organisation().equals(organisation.id())) its.put(tenant.slug().value(), tenant);
    }
    return List.copyOf(its.values());
  }

  private Map<String, Sum> ledger(UUID organisation, Days days) {
    UsageQuestion chats =
        new UsageQuestion(
            organisation,
            days.from(),
            days.to(),
            List.of(By.TENANT),
            Map.of(By.KIND, CallKind.CHAT.word()));
    Map<String, Sum> sums = new HashMap<>();
    usage
        .breakdown()
        .<RuntimeException>each(
            chats,
            new RatedDays("USD", new TreeMap<>()),
            group -> sums.put(group.keys().getFirst(), group.sum()));
    return sums;
  }
}
