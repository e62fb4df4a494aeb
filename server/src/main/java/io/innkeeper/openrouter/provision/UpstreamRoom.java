package io.innkeeper.openrouter.provision;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Work;
import io.innkeeper.money.Usd;
import io.innkeeper.openrouter.OpenRouterClient;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationPath;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keys at the upstream put together: the parts that others call. */
public final class UpstreamRoom implements AutoCloseable {
  private final Organisations organisations;
  private final KeyCheck check;
  private final KeyFollower follower;
  private final ProvisionedKeys keys;
  private final KeyWorks works;

  /**
   * What it stands on.
   *
   * @param budget what the gateway refuses an organisation's calls beyond; empty where it doesn't
   */
  public record Needs(
      Database database,
      SecretBox box,
      AuditTrail audit,
      Clock clock,
      Organisations organisations,
      Jobs jobs,
      ManagementKey management,
      OpenRouterClient client,
      Function<Organisation, Optional<Usd>> budget) {}

  public UpstreamRoom(Needs needs) {
    organisations = needs.organisations();
    KeyShelf shelf =
        new KeyShelf(needs.database(), needs.box(), needs.audit(), organisations, needs.clock());
    OpenRouterClient client = needs.client();
    ManagementKey management = needs.management();
    Troubles troubles = new Troubles(needs.database(), needs.clock());
    KeyNotice notice = new KeyNotice(organisations, needs.clock());
    KeyMaking making = new KeyMaking(shelf, client, needs.budget());
    KeySwitch change = new KeySwitch(shelf, client, notice);
    works = new KeyWorks(making, change, troubles, needs.clock());
    check = new KeyCheck(shelf, management, client, making, change, notice, troubles, needs.jobs());
    follower = new KeyFollower(needs.database(), check, management);
    keys = new ProvisionedKeys(shelf, management, client, needs.budget(), check, needs.jobs());
  }

  public ProvisionedKeys keys() {
    return keys;
  }

  /** The kinds of jobs that change keys. */
  public List<Work> works() {
    return works.works();
  }

  /** From now on keys follow what changes in the store. */
  public void start() {
    follower.start();
  }

  /** What has become due is done once, now. */
  void follow() {
    check.follow();
  }

  public void hang(Routes routes) {
    new UpstreamKeyResource(keys, new OrganisationPath(organisations)).hang(routes);
  }

  @Override
  public void close() {
    follower.close();
  }

  /** What of it is sealed. */
  public static List<SealedPlace> sealedPlaces() {
    return List.of(ManagementKey.sealedPlace(), KeyShelf.sealedPlace());
  }
}
