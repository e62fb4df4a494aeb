package io.innkeeper.tenant;

import io.innkeeper.client.TenantPlanView;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.tenant.PlanDifference.Line;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import io.innkeeper.tenant.Tenant.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a verb would do, worked out from the wanted and the actual container without touching
 * either.
 */
public final class TenantPlans {
  private final TenantDesk desk;
  private final TenantHost host;
  private final TenantWorks works;
  private final Tenants tenants;

  TenantPlans(TenantDesk desk, TenantHost host, TenantWorks works, Tenants tenants) {
    this.desk = desk;
    this.tenants = tenants;
    this.host = host;
    this.works = works;
  }

  /**
   * What opening would make.
   *
   * @throws io.innkeeper.fault.Fault what opening would refuse
   */
  public TenantPlanView open(TenantInput.Asked asked) {
    TenantSpec spec = asked.spec();
    tenants.checkNew(asked);
    List<TenantPlanView.Difference> settings = new ArrayList<>();
    added(settings, "Slug", asked.slug().value());
    added(settings, "Image", spec.image().toString());
    added(settings, "Memory", Sizes.gibibytes(spec.memoryBytes()));
    added(settings, "Cores", spec.cores().toPlainString());
    added(settings, "Kind", spec.kind().word());
    spec.hostname().ifPresent(name -> added(settings, "Hostname", name));
    asked.firstAdmin().ifPresent(admin -> added(settings, "First admin", admin.email()));
    spec.environment()
        .forEach(
            (name, value) -> added(settings, name, PlanDifference.secret(name) ? "set" : value));
    return new TenantPlanView(
        "A new container, network and folder are made. Nothing that exists is changed.",
        true,
        settings,
        works.names(TenantWorks.OPEN));
  }

  /** The steps of opening, whatever is opened. */
  public List<String> openingSteps() {
    return works.names(TenantWorks.OPEN);
  }

  /** What a changed specification would change in the container. */
  public TenantPlanView change(Tenant tenant, TenantSpec wanted) {
    Tenant after = tenant.withSpec(wanted);
    if (!wanted.image().equals(tenant.spec().image())) {
      // The wanted build may not be here yet; then the reference stands for it.
      after =
          after.withImage(
              host.engine()
                  .image(wanted.image())
                  .map(facts -> new ResolvedImage(facts.id(), Optional.empty(), version(tenant)))
                  .orElse(
                      new ResolvedImage(
                          wanted.image().toString(), Optional.empty(), version(tenant))));
    }
    return plan(after, TenantWorks.CHANGE);
  }

  /**
   * The same, for who is about to change it.
   *
   * @throws io.innkeeper.fault.Fault what changing would refuse
   */
  public TenantPlanView checkedChange(Tenant tenant, TenantSpec wanted) {
    tenants.check(tenant, wanted, false);
    return change(tenant, wanted);
  }

  /** What bringing the tenant to its desired state would change. */
  public TenantPlanView now(Tenant tenant) {
    return plan(tenant, TenantWorks.START);
  }

  /** What recreating does: the same settings in a new container. */
  public TenantPlanView recreate(Tenant tenant) {
    TenantRefusals.refuseUnless(tenant, Wanted.RUNNING);
    TenantPlanView plan = plan(tenant, TenantWorks.RECREATE);
    return new TenantPlanView(
        "A new container takes the place of the old one: under a minute without service. Data, keys and address stay.",
        true,
        plan.differences(),
        plan.steps());
  }

  public TenantPlanView stop(Tenant tenant) {
    return act(
        "People can't reach the workspace until it is started again. Nothing is lost.",
        TenantWorks.STOP);
  }

  public TenantPlanView restart(Tenant tenant) {
    TenantRefusals.refuseUnless(tenant, Wanted.RUNNING);
    return act(
        "The workspace is away for some seconds; open answers get a few seconds to end.",
        TenantWorks.RESTART);
  }

  public TenantPlanView remove(Tenant tenant) {
    return act(
        "Container and network go; the data in "
            + ContainerPlan.dataDirectory(tenant, host.host())
            + " stays, and the slug stays taken. Starting makes it whole again.",
        TenantWorks.REMOVE);
  }

  public TenantPlanView erase(Tenant tenant) {
    return act(
        "Container, network, folder and secrets go for ever. Audit and books stay. This can't be taken back.",
        TenantWorks.ERASE);
  }

  private TenantPlanView plan(Tenant tenant, String kind) {
    if (tenant.image().isEmpty()) return act("The image has not been resolved yet.", kind);
    List<Line> lines =
        PlanDifference.between(
            desk.plan(tenant), host.container(tenant).map(ContainerState::actual));
    boolean container = !lines.isEmpty();
    String sentence =
        !container
            ? "The container is as wanted; nothing would change."
            : tenant.wanted() == Wanted.RUNNING
                ? "Needs a new container: under a minute without service. Data, keys and address stay."
                : "Is noted now and applied when the tenant is started.";
    return new TenantPlanView(
        sentence,
        container,
        TenantViews.differences(lines),
        container ? works.names(kind) : List.of());
  }

  private TenantPlanView act(String sentence, String kind) {
    return new TenantPlanView(sentence, false, List.of(), works.names(kind));
  }

  private static String version(Tenant tenant) {
    return tenant.image().map(ResolvedImage::appVersion).orElse("");
  }

  private static void added(List<TenantPlanView.Difference> to, String setting, String value) {
    to.add(new TenantPlanView.Difference("added", setting, "not set", value));
  }
}
