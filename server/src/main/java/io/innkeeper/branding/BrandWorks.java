package io.innkeeper.branding;

import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import io.innkeeper.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The job that gives a running tenant another brand, and the one before back if that fails. */
final class BrandWorks implements Work {
  static final String KIND = "brand.apply";

  private static final String SERVED = "served";
  private static final String FILES = "files";

  private final BrandBook book;
  private final BrandLayer layer;
  private final Function<UUID, Tenant> tenants;
  private final Function<UUID, List<Step>> bring;

  BrandWorks(
      BrandBook book,
      BrandLayer layer,
      Function<UUID, Tenant> tenants,
      Function<UUID, List<Step>> bring) {
    this.book = book;
    this.layer = layer;
    this.tenants = tenants;
    this.bring = bring;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Step> steps(Job job) {
    UUID tenant = tenant(job);
    List<Step> steps = new ArrayList<>();
    steps.add(
        Step.of("Write down the brand", progress -> remember(tenant, progress))
            .undoneBy(progress -> takeBack(job, tenant, progress)));
    steps.addAll(bring.apply(tenant));
    return List.copyOf(steps);
  }

  @Override
  public void dropped(Handle handle, Job job, Actor by) {
    book.wantAgain(handle, tenant(job), before(job), looked(job));
  }

  private static UUID tenant(Job job) {
    return UUID.fromString(job.input().getOrDefault("tenant", ""));
  }

  private static Optional<UUID> before(Job job) {
    return Optional.of(job.input().getOrDefault("before", ""))
        .filter(id -> !id.isEmpty())
        .map(UUID::fromString);
  }

  private static boolean looked(Job job) {
    return Boolean.parseBoolean(job.input().get("look"));
  }

  private void remember(UUID tenant, Progress progress) {
    BrandStanding now = book.standing(tenant);
    progress.remember(SERVED, now.served());
    progress.remember(FILES, Integer.toString(now.files()));
  }

  /** The container before serves again by now; its banner lies in the app's own database. */
  private void takeBack(Job job, UUID tenant, Progress progress) {
    book.wantAgain(tenant, before(job), looked(job));
    String files = progress.recall(FILES);
    if (!files.isEmpty())
      book.servedAgain(tenant, progress.recall(SERVED), Integer.parseInt(files));
    try {
      layer.bannerAgain(tenants.apply(tenant), progress);
    } catch (Fault e) {
      progress.say("The banner could not be looked at: " + e.said());
    }
  }
}
