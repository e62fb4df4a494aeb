package io.innkeeper.identity;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Work;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.Companion;
import io.innkeeper.tenant.TenantRoom;
import java.time.Clock;
import java.util.List;

/** The room of tenants' sign-in put together: the parts that others call. */
public final class IdentityRoom {
  private final SignIns signIns;
  private final Companion companion;
  private final Work work;
  private final SignInResource resource;

  /** What the room needs from the rest of the server. */
  public record Needs(
      Database database,
      SecretBox box,
      AuditTrail audit,
      Clock clock,
      Jobs jobs,
      TenantRoom tenants) {}

  public IdentityRoom(IdentitySettings settings, Needs needs) {
    SignInStore store = new SignInStore(needs.box());
    Discovery discovery = new Discovery(settings.privateProviders(), needs.clock());
    this.signIns =
        new SignIns(
            needs.database(),
            store,
            new ProviderChecks(discovery),
            needs.tenants().running(),
            new SignIns.Record(needs.audit(), needs.jobs(), needs.clock()));
    this.companion =
        new SignInCompanion(needs.database(), store, signIns, needs.tenants().running());
    this.work = new SignInWork(needs.database(), store, needs.tenants());
    this.resource = new SignInResource(needs.tenants(), signIns);
  }

  /** The verbs on tenants' sign-in. */
  public SignIns signIns() {
    return signIns;
  }

  /** Its part in every tenant's life; its word counts over that of the outer layers' variables. */
  public Companion companion() {
    return companion;
  }

  /** The room's kind of work, to be registered with the jobs before they start. */
  public List<Work> works() {
    return List.of(work);
  }

  public void hang(Routes routes) {
    resource.hang(routes);
  }

  /** What of it is sealed. */
  public static List<SealedPlace> sealedPlaces() {
    return List.of(SignInStore.sealedPlace());
  }
}
