package io.innkeeper.variable;

import io.innkeeper.client.CatalogueView;
import io.innkeeper.client.TenantPlanView.Difference;
import io.innkeeper.client.VariableView;
import io.innkeeper.client.VariablesChanged;
import io.innkeeper.client.VariablesView;
import io.innkeeper.openwebui.Catalogue;
import io.innkeeper.openwebui.KnownVariable;
import io.innkeeper.tenant.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Layers, changes and the catalogue as API, CLI and console tell them; secrets never. */
public final class VariableViews {
  private VariableViews() {}

  /** What an outer layer gives. */
  static VariablesView layer(String of, Layer.Kind kind, long version, List<Given> values) {
    return new VariablesView(
        of, kind.word(), version, values.stream().map(one -> view(one, kind, List.of())).toList());
  }

  /** All that a tenant gets. */
  static VariablesView tenant(Tenant tenant, List<Layers.Placed> placed) {
    return new VariablesView(
        tenant.slug().value(),
        Layer.Kind.TENANT.word(),
        tenant.version(),
        placed.stream().map(one -> view(one.given(), one.from(), one.hidden())).toList());
  }

  static VariablesChanged changed(
      Wish wish,
      Map<String, String> before,
      List<Reach.Reached> reached,
      long version,
      @Nullable UUID job) {
    return new VariablesChanged(
        job,
        differences(wish, before),
        reached.stream()
            .map(
                one ->
                    new VariablesChanged.Reached(
                        one.tenant().slug().value(),
                        one.running(),
                        List.copyOf(new TreeSet<>(one.names()))))
            .toList(),
        version);
  }

  /** Variable by variable, by name. */
  public static List<Difference> differences(Wish wish, Map<String, String> before) {
    List<Difference> differences = new ArrayList<>();
    for (String name : new TreeSet<>(wish.names())) {
      Optional<String> now = Optional.ofNullable(before.get(name));
      Optional<String> after = Optional.ofNullable(wish.set().get(name));
      String change = now.isEmpty() ? "added" : after.isEmpty() ? "removed" : "changed";
      differences.add(new Difference(change, name, shown(name, now), shown(name, after)));
    }
    return List.copyOf(differences);
  }

  static CatalogueView catalogue(KnownVariable known) {
    return new CatalogueView(
        known.name(),
        known.group(),
        known.kind().word(),
        known.secret(),
        known.key().orElse(null),
        known.standardText().orElse(null),
        known.effect(),
        known.since().toString(),
        known.until().map(Object::toString).orElse(null),
        known.reserved().orElse(null),
        known.says());
  }

  private static VariableView view(Given given, Layer.Kind from, List<Layer.Kind> hidden) {
    Optional<KnownVariable> known = Catalogue.find(given.name());
    boolean secret = Catalogue.secret(given.name());
    boolean dated = given.changedAt().isAfter(Instant.EPOCH);
    return new VariableView(
        given.name(),
        secret ? null : given.value(),
        secret,
        from.word(),
        hidden.stream().map(Layer.Kind::word).toList(),
        known.map(KnownVariable::effect).orElse(null),
        known.map(KnownVariable::says).orElse(null),
        dated ? given.changedAt() : null,
        dated ? given.changedBy() : null);
  }

  private static String shown(String name, Optional<String> value) {
    if (value.isEmpty()) return "not set";
    return Catalogue.secret(name) ? "set" : value.get();
  }
}
