package io.innkeeper.tenant;

import io.innkeeper.engine.ContainerSpec.BindMount;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What other rooms add to a tenant's container.
 *
 * @param variables the app's variables beneath the tenant's own; may hold secrets
 * @param mounts files laid over the app's
 * @param publicUrl where people open it, if not where {@link Tenant#address()} says
 * @param labels what else the container remembers; names begin with {@code io.innkeeper.}
 */
public record PlanAdditions(
    Map<String, String> variables,
    List<BindMount> mounts,
    Optional<URI> publicUrl,
    Map<String, String> labels) {
  public static final PlanAdditions NONE =
      new PlanAdditions(Map.of(), List.of(), Optional.empty(), Map.of());

  /** Only a brand says this variable; no tenant may. */
  public static final String NAME = "WEBUI_NAME";

  public PlanAdditions {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    mounts = List.copyOf(mounts);
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  /** Nothing but variables. */
  public static PlanAdditions variables(Map<String, String> variables) {
    return new PlanAdditions(variables, List.of(), Optional.empty(), Map.of());
  }

  /** Both; where they differ the other's word counts. Who opens it where is said last. */
  public PlanAdditions plus(PlanAdditions other) {
    List<BindMount> all = new ArrayList<>(mounts);
    all.addAll(other.mounts());
    return new PlanAdditions(
        over(variables, other.variables()), all, publicUrl, over(labels, other.labels()));
  }

  PlanAdditions openedAt(URI address) {
    return new PlanAdditions(variables, mounts, Optional.of(address), labels);
  }

  /** The variables with the tenant's own over them; the app's name is told apart. */
  Map<String, String> with(Map<String, String> own) {
    Map<String, String> both = over(variables, own);
    both.remove(NAME);
    return both;
  }

  /** What the app calls itself, if another room says so. */
  String name(String displayName) {
    return variables.getOrDefault(NAME, displayName);
  }

  private static Map<String, String> over(Map<String, String> below, Map<String, String> above) {
    Map<String, String> both = new LinkedHashMap<>(below);
    both.putAll(above);
    return both;
  }

  /** Names only: the values may be secrets. */
  @Override
  public String toString() {
    return "PlanAdditions[%s, %s, %s, %s]".formatted(variables.keySet(), mounts, publicUrl, labels);
  }
}
