package io.innkeeper;

import static io.innkeeper.testing.TestingServer.BY;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.http.SampleRequest;
import io.innkeeper.identity.SampleSignIn;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.reading.TestingVault;
import io.innkeeper.infrastructure.rotation.SampleOrder;
import io.innkeeper.ingress.certificate.SampleCertificates;
import io.innkeeper.link.LinkSpec;
import io.innkeeper.link.UsageLinks;
import io.innkeeper.openrouter.provision.SampleUpstreamKeys;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.person.SampleNewcomer;
import io.innkeeper.route.Flavour;
import io.innkeeper.route.ModelRoute;
import io.innkeeper.route.ModelRoutes;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.tenant.ContainerPlan;
import io.innkeeper.tenant.SeededTenants;
import io.innkeeper.usage.webhook.WebhookSecrets;
import io.innkeeper.variable.SampleLayers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** A store in which every room has sealed something, by its own verbs. */
final class FullHouse {
  final Database database;
  final SecretBox box;
  final Clock clock;
  final AuditTrail audit;
  private final Path home;

  FullHouse(Database database, Path home, Clock clock) {
    this.database = database;
    this.home = home;
    this.clock = clock;
    this.box = SecretBox.open(home.resolve("master.key"));
    this.audit = new AuditTrail(database, box, clock);
  }

  ContainerPlan.Host host() {
    return new ContainerPlan.Host("t", home.resolve("tenants"), 4_000, Duration.ofSeconds(1));
  }

  FullHouse fill() throws Exception {
    SeededTenants.in(database, box, host(), 3);
    UUID tenant =
        database.read(
            handle ->
                handle.createQuery("select id from tenants order by id").mapTo(UUID.class).first());
    SampleSignIn.add(database, box, tenant);
    SampleNewcomer.add(database, box, tenant);
    SampleCertificates.add(database, box, clock);
    client();
    TestingVault vault = new TestingVault(database, box, clock);
    Environment lab = vault.environment("lab-waw");
    Credential root = vault.account(lab, "esx01", "root", "First1!", "Second2!");
    vault.drillKey();
    SampleOrder.add(database, box, lab, root);
    SampleRequest.send(database, home);
    return this;
  }

  private void client() {
    Ids ids = new Ids(clock);
    Organisations organisations = new Organisations(database, box, audit, ids, clock);
    Organisation one = organisations.named("client-0");
    organisations.giveKey(one.id(), Secret.of("sk-or-v1-" + "a".repeat(64)), BY);
    SampleUpstreamKeys.add(database, box, organisations, one.id());
    SampleLayers.add(database, box, one.id());
    ModelRoute.Target second =
        new ModelRoute.Target("second", URI.create("https://x.example/v1"), Flavour.COMPATIBLE);
    new ModelRoutes(database, box, audit, ids, clock)
        .create(one, "nimbus/", second, Secret.of("own"), BY);
    new WebhookSecrets(database, box, audit, ids, clock).create(one, BY);
    new UsageLinks(database, box, audit, ids, clock)
        .create(one.id(), new LinkSpec("the board", Duration.ofDays(30)), BY);
  }
}
