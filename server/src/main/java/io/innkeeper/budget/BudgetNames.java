package io.innkeeper.budget;

import java.util.Optional;
import java.util.UUID;

/** What scopes are called, as other rooms know it. */
public interface BudgetNames {
  /** The scope that a kind and a name mean; empty if there is nothing of that name. */
  Optional<Scope> find(Scope.Kind kind, UUID organisation, String name);

  /** What people call it; empty if nobody named it. */
  Optional<String> of(Scope scope);
}
