package io.innkeeper.identity;

import io.innkeeper.fault.Fault;
import io.innkeeper.job.Progress;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.Companion;
import io.innkeeper.tenant.PlanAdditions;
import io.innkeeper.tenant.RunningApp;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantSpec;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Gives a tenant's app its providers, and has it prove that it knows them. The way to a provider is
 * walked once for each change: later starts must not depend on somebody else's server.
 */
final class SignInCompanion implements Companion {
  private final Database database;
  private final SignInStore store;
  private final SignIns signIns;
  private final RunningApp apps;

  SignInCompanion(Database database, SignInStore store, SignIns signIns, RunningApp apps) {
    this.database = database;
    this.store = store;
    this.signIns = signIns;
    this.apps = apps;
  }

  @Override
  public PlanAdditions adds(Tenant tenant) {
    return PlanAdditions.variables(signIns.variables(tenant));
  }

  @Override
  public void check(Tenant tenant, TenantSpec wanted) {
    Set<String> names = new TreeSet<>(signIns.variables(tenant).keySet());
    if (names.isEmpty()) return;
    if (!wanted.outside())
      throw Fault.conflict(
              "sign-in-needs-outside",
              "The workspace’s people sign in by a provider, which its app must reach.")
          .advising("Remove the sign-in first: innkeeper sign-in remove " + tenant.slug());
    names.retainAll(wanted.environment().keySet());
    if (names.isEmpty()) return;
    throw Fault.invalid(
            "sign-in-collides",
            "This is said by the workspace’s sign-in: " + String.join(", ", names) + ".")
        .advising("Change it there: innkeeper sign-in set " + tenant.slug());
  }

  @Override
  public void opened(Tenant tenant, Progress progress) {
    SignInStore.Kept kept = database.read(handle -> signIns.kept(handle, tenant));
    if (kept.setup().providers().isEmpty()) return;
    List<String> known = apps.signInProviders(tenant);
    for (ProviderSetup one : kept.setup().providers()) {
      if (!known.contains(one.provider().word()))
        throw Fault.of(
            Fault.Kind.UPSTREAM,
            "sign-in-not-taken",
            "The app did not take the sign-in by " + one.shown() + ".");
    }
    progress.say("People can sign in by " + String.join(", ", known));
    walk(tenant, kept, progress);
  }

  /**
   * A change that runs now fails without its proof, and so does another address when the app would
   * send people back to the old one. A provider that doesn't answer is only told then: people with
   * passwords must get in.
   */
  private void walk(Tenant tenant, SignInStore.Kept kept, Progress progress) {
    String address = apps.publicUrl(tenant).toString();
    Optional<SignInStore.Proof> proof = database.read(handle -> store.proof(handle, tenant.id()));
    boolean known = proof.filter(one -> one.version() == kept.version()).isPresent();
    if (known && proof.orElseThrow().address().equals(address)) return;
    try {
      for (ProviderSetup one : kept.setup().providers()) walk(tenant, one, progress);
      database.change(handle -> store.prove(handle, tenant.id(), kept.version(), address));
    } catch (Fault e) {
      if (!known || e.code().equals(WayProbe.ELSEWHERE)) throw e;
      progress.say(e.said());
    }
  }

  private void walk(Tenant tenant, ProviderSetup one, Progress progress) {
    URI publicUrl = apps.publicUrl(tenant);
    WayProbe.walk(one, apps.address(tenant), publicUrl);
    URI back = one.provider().redirect(publicUrl);
    progress.say("The app sends people to " + one.shown() + " and back to " + back);
  }

  @Override
  public void erased(Handle handle, Tenant tenant) {
    store.forgetAll(handle, tenant.id());
  }
}
