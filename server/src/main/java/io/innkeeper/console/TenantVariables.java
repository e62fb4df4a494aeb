package io.innkeeper.console;

import io.innkeeper.client.TenantPlanView;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantEnvironment;
import io.innkeeper.tenant.TenantEnvironment.Origin;
import io.innkeeper.tenant.TenantEnvironment.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The environment as facts: first what the container doesn't have yet, then the tenant's own. */
final class TenantVariables {
  private static final Sentence SEALED = Sentence.of("•••••••• ").quiet("sealed");

  private final TenantEnvironment environment;

  TenantVariables(TenantEnvironment environment) {
    this.environment = environment;
  }

  /**
   * All variables.
   *
   * @param plan what would change in the container, where that is known
   */
  List<Fact> facts(Tenant tenant, Optional<TenantPlanView> plan) {
    Set<String> waiting =
        plan.map(TenantPlanView::differences).orElse(List.of()).stream()
            .map(TenantPlanView.Difference::setting)
            .collect(Collectors.toSet());
    List<Variable> all = new ArrayList<>(environment.of(tenant));
    all.sort(
        Comparator.comparing((Variable one) -> !waiting.contains(one.name()))
            .thenComparing(Variable::origin));
    return all.stream().map(one -> fact(one, waiting.contains(one.name()))).toList();
  }

  private static Fact fact(Variable one, boolean waits) {
    Fact fact = Fact.of(one.name(), one.sealed() ? SEALED : value(one.value()));
    if (waits) return fact.tagged(Fact.Tag.warn("not applied yet"));
    return fact.tagged(Fact.Tag.plain(one.origin() == Origin.TENANT ? "tenant" : "server"));
  }

  private static Sentence value(String text) {
    return text.isEmpty() ? Sentence.NONE.quiet("empty") : Sentence.of(text);
  }
}
