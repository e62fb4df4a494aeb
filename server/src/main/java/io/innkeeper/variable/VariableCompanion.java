package io.innkeeper.variable;

import io.innkeeper.fault.Fault;
import io.innkeeper.job.Progress;
import io.innkeeper.openwebui.AppSession;
import io.innkeeper.openwebui.ConfigurationChange;
import io.innkeeper.openwebui.EffectiveSettings;
import io.innkeeper.openwebui.SeededVariables;
import io.innkeeper.tenant.Companion;
import io.innkeeper.tenant.PlanAdditions;
import io.innkeeper.tenant.RunningApp;
import io.innkeeper.tenant.Tenant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Gives each tenant what the outer layers say. Once its app runs, what is no longer wanted falls
 * back to the app's default, and what the app uses is written down.
 */
final class VariableCompanion implements Companion {
  private final Layers layers;
  private final VariableStore store;
  private final SeveralStore several;
  private final RunningApp apps;
  private final Readings readings;

  VariableCompanion(
      Layers layers,
      VariableStore store,
      SeveralStore several,
      RunningApp apps,
      Readings readings) {
    this.layers = layers;
    this.store = store;
    this.several = several;
    this.apps = apps;
    this.readings = readings;
  }

  @Override
  public PlanAdditions adds(Tenant tenant) {
    return PlanAdditions.variables(layers.outer(tenant));
  }

  @Override
  public void opened(Tenant tenant, Progress progress) {
    try {
      AppSession session = apps.session(tenant);
      Set<String> now =
          apps.extra(tenant).keySet().stream()
              .filter(SeededVariables::followed)
              .collect(Collectors.toSet());
      fallBack(tenant, now, session, progress);
      readings.read(tenant, session, now);
    } catch (Fault e) {
      // Its settings were verified a moment ago; a report that can't be written changes nothing.
      progress.say("What the app uses could not be read: " + e.said());
    }
  }

  private void fallBack(Tenant tenant, Set<String> now, AppSession session, Progress progress) {
    Set<String> dropped = new TreeSet<>(readings.held(tenant.id()));
    dropped.removeAll(now);
    if (dropped.isEmpty()) return;
    Map<String, @Nullable Object> values = EffectiveSettings.fallBack(dropped);
    ConfigurationChange change = session.applyConfiguration(values);
    change.changed().forEach(key -> progress.say(key + " is the app’s default again"));
    change.refused().forEach(key -> progress.say(key + " did not take its default again"));
  }

  @Override
  public void erased(Handle handle, Tenant tenant) {
    store.erased(handle, tenant.id());
    several.erased(handle, tenant.id());
  }
}
