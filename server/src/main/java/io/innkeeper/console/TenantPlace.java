package io.innkeeper.console;

import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Role;
import io.innkeeper.client.TenantPlanView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.TenantHead;
import io.innkeeper.http.Call;
import io.innkeeper.job.Job;
import io.innkeeper.openwebui.Version;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import io.innkeeper.tenant.Tenant.Wanted;
import io.innkeeper.variable.Layer;
import io.innkeeper.variable.Layers;
import io.innkeeper.variable.VariableRoom;
import io.innkeeper.variable.VariableViews;
import io.innkeeper.variable.Wish;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tenant's own layer, shown with all that it gets from outside. */
record TenantPlace(Tenant one, VariableRoom room, TenantHeads heads) implements VariablePlace {
  @Override
  public String address() {
    return TenantHeads.address(one) + "/settings";
  }

  @Override
  public String section() {
    return TenantPages.ALL;
  }

  @Override
  public String api() {
    return "/api/v1/tenants/" + one.slug() + "/variables";
  }

  @Override
  public String option() {
    return "--tenant " + one.slug();
  }

  @Override
  public String subject() {
    return "tenant " + one.slug();
  }

  @Override
  public String heading() {
    return "App settings of " + one.spec().displayName();
  }

  @Override
  public String lead() {
    return "What its Open WebUI is told beside what Innkeeper itself holds. The tenant’s own word"
        + " counts over its organisation’s, that over the house’s.";
  }

  @Override
  public List<Tab> parents() {
    return List.of();
  }

  @Override
  public Optional<TenantHead> head(Call call) {
    return Optional.of(heads.head(call, one, TenantHeads.Part.APP));
  }

  @Override
  public Optional<Tenant> tenant() {
    return Optional.of(one);
  }

  @Override
  public Layer.Kind kind() {
    return Layer.Kind.TENANT;
  }

  @Override
  public Role changing() {
    return Role.OPERATOR;
  }

  @Override
  public long version() {
    return one.version();
  }

  @Override
  public List<Layers.Placed> placed() {
    return room.layers().placed(one);
  }

  @Override
  public Map<String, String> own() {
    return one.spec().environment();
  }

  @Override
  public Optional<Version> app() {
    return one.image().map(ResolvedImage::appVersion).flatMap(Version::parse);
  }

  @Override
  public TenantPlanView plan(Wish wish) {
    Wish left = room.own().left(one, wish);
    String sentence =
        one.wanted() == Wanted.RUNNING
            ? "Needs a new container: under a minute without service. Data, keys and address stay."
            : "Is noted now and applied when the tenant is started.";
    return new TenantPlanView(
        sentence, true, VariableViews.differences(left, one.spec().environment()), List.of());
  }

  @Override
  public Optional<Job> change(Wish wish, List<String> first, long seen, Actor by) {
    return room.own().change(one, wish, seen, by).job();
  }

  @Override
  public String several() {
    return SeveralSettingsForm.PATH + "?tenants=" + one.slug();
  }

  @Override
  public String reveal(String name, Actor by) {
    return room.own().reveal(one, name, by);
  }
}
