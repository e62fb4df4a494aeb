package io.innkeeper.console;

import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Role;
import io.innkeeper.client.TenantPlanView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.TenantHead;
import io.innkeeper.http.Call;
import io.innkeeper.job.Job;
import io.innkeeper.openwebui.Version;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.variable.Layer;
import io.innkeeper.variable.Layers;
import io.innkeeper.variable.VariableRoom;
import io.innkeeper.variable.VariableViews;
import io.innkeeper.variable.Variables;
import io.innkeeper.variable.Variables.Named;
import io.innkeeper.variable.Wish;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An outer layer: what an organisation's tenants get, or all tenants. */
record LayerPlace(Optional<Organisation> one, VariableRoom room) implements VariablePlace {
  static final String HOUSE = "/settings/apps";
  private static final int NAMED = 6;

  private Named named() {
    return one.map(VariableRoom::named).orElse(Named.SERVER);
  }

  @Override
  public String address() {
    return one.map(it -> OrganisationScreens.address(it) + "/settings").orElse(HOUSE);
  }

  @Override
  public String section() {
    return one.isPresent() ? "/organisations" : "/settings";
  }

  @Override
  public String api() {
    return one.map(it -> "/api/v1/organisations/" + it.slug() + "/variables")
        .orElse("/api/v1/variables");
  }

  @Override
  public String option() {
    return one.map(it -> "--org " + it.slug()).orElse("--house");
  }

  @Override
  public String subject() {
    return named().subject();
  }

  @Override
  public String heading() {
    return one.map(it -> "App settings of " + it.name()).orElse("App settings of all tenants");
  }

  @Override
  public String lead() {
    return one.isPresent()
        ? "A tenant’s own word counts over these. A change goes through the tenants one after the"
            + " other and is taken back whole when one does not come up with it."
        : "An organisation’s word counts over these, and a tenant’s over that. A change goes"
            + " through the tenants one after the other and is taken back whole when one does not"
            + " come up with it.";
  }

  @Override
  public List<Tab> parents() {
    return one.map(
            it ->
                List.of(
                    new Tab("Organisations", "", "/organisations", false),
                    new Tab(it.name(), "", OrganisationScreens.address(it), false)))
        .orElse(List.of(new Tab("Settings", "", "/settings", false)));
  }

  @Override
  public Optional<TenantHead> head(Call call) {
    return Optional.empty();
  }

  @Override
  public Optional<Tenant> tenant() {
    return Optional.empty();
  }

  @Override
  public Layer.Kind kind() {
    return named().layer().kind();
  }

  @Override
  public Role changing() {
    return one.isPresent() ? Role.OPERATOR : Role.ADMIN;
  }

  @Override
  public long version() {
    return room.layers().version(named().layer());
  }

  @Override
  public List<Layers.Placed> placed() {
    return room.layers().of(named().layer()).stream()
        .map(given -> new Layers.Placed(given, kind(), List.of()))
        .toList();
  }

  @Override
  public Map<String, String> own() {
    Map<String, String> own = new LinkedHashMap<>();
    room.layers().of(named().layer()).forEach(one -> own.put(one.name(), one.value()));
    return own;
  }

  @Override
  public Optional<Version> app() {
    return Optional.empty();
  }

  @Override
  public TenantPlanView plan(Wish wish) {
    Variables.Plan plan = room.variables().plan(named(), wish, List.of());
    List<String> running = plan.slugs(true);
    List<String> later = plan.slugs(false);
    return new TenantPlanView(
        reached(running, later),
        !running.isEmpty(),
        VariableViews.differences(plan.wish(), plan.before()),
        List.of());
  }

  private static String reached(List<String> running, List<String> later) {
    if (running.isEmpty() && later.isEmpty()) return "No tenant gets another value now.";
    String now =
        running.isEmpty()
            ? "No running tenant gets another value now."
            : "New containers, one after the other: " + some(running) + ".";
    return later.isEmpty() ? now : now + " When they start: " + some(later) + ".";
  }

  private static String some(List<String> slugs) {
    if (slugs.size() <= NAMED) return String.join(", ", slugs);
    int more = slugs.size() - NAMED;
    return String.join(", ", slugs.subList(0, NAMED)) + " and " + more + " more";
  }

  @Override
  public Optional<Job> change(Wish wish, List<String> first, long seen, Actor by) {
    return room.variables().change(named(), wish, first, seen, by).job();
  }

  @Override
  public String several() {
    return one.map(it -> SeveralSettingsForm.PATH + "?organisation=" + it.slug())
        .orElse(SeveralSettingsForm.PATH);
  }

  @Override
  public String reveal(String name, Actor by) {
    return room.variables().reveal(named(), name, by);
  }
}
