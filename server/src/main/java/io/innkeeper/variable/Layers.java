package io.innkeeper.variable;

import io.innkeeper.store.Database;
import io.innkeeper.tenant.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What each layer gives, and what a tenant gets of all of them. Thread-safe. */
public final class Layers {
  private final Database database;
  private final VariableStore store;

  Layers(Database database, VariableStore store) {
    this.database = database;
    this.store = store;
  }

  /**
   * A value as a tenant gets it.
   *
   * @param from the layer whose word counts
   * @param hidden outer layers that give another value, which this one covers
   */
  public record Placed(Given given, Layer.Kind from, List<Layer.Kind> hidden) {
    public Placed {
      hidden = List.copyOf(hidden);
    }
  }

  /** A layer's own values by name. */
  public List<Given> of(Layer layer) {
    return database.read(handle -> store.of(handle, layer));
  }

  public long version(Layer layer) {
    return database.read(handle -> store.version(handle, layer));
  }

  /** A tenant's own values by name. */
  public static List<Given> own(Tenant tenant) {
    return tenant.spec().environment().entrySet().stream()
        .map(one -> new Given(one.getKey(), one.getValue(), Instant.EPOCH, ""))
        .toList();
  }

  /**
   * What the outer layers give a tenant now; a change whose turn has not come doesn't count yet.
   */
  Map<String, String> outer(Tenant tenant) {
    Map<String, String> all = new TreeMap<>();
    database.read(
        handle -> {
          for (Layer layer : around(tenant)) all.putAll(seen(handle, layer, tenant));
          return all;
        });
    return all;
  }

  /** Every value that a tenant gets, by name, and whose word it is. */
  public List<Placed> placed(Tenant tenant) {
    Map<String, Placed> placed = new TreeMap<>();
    for (Layer layer : around(tenant)) of(layer).forEach(one -> place(placed, one, layer.kind()));
    own(tenant).forEach(one -> place(placed, one, Layer.Kind.TENANT));
    return List.copyOf(placed.values());
  }

  private static void place(Map<String, Placed> placed, Given given, Layer.Kind from) {
    List<Layer.Kind> hidden = new ArrayList<>();
    Placed outer = placed.get(given.name());
    if (outer != null) {
      hidden.addAll(outer.hidden());
      hidden.add(outer.from());
    }
    placed.put(given.name(), new Placed(given, from, hidden));
  }

  private Map<String, String> seen(Handle handle, Layer layer, Tenant tenant) {
    Map<String, String> values = new LinkedHashMap<>();
    store.of(handle, layer).forEach(one -> values.put(one.name(), one.value()));
    Map<String, Optional<String>> before = store.before(handle, layer, tenant.id());
    before.forEach(
        (name, was) ->
            was.ifPresentOrElse(value -> values.put(name, value), () -> values.remove(name)));
    return values;
  }

  /** The outer layers of a tenant, the outermost first. */
  private static List<Layer> around(Tenant tenant) {
    return List.of(Layer.SERVER, Layer.organisation(tenant.organisation()));
  }
}
