package io.innkeeper.openrouter.provision;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.openrouter.OpenRouterClient;
import io.innkeeper.openrouter.OpenRouterSettings;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.store.Database;
import io.innkeeper.testing.TestingClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The key that makes keys, and an organisation's key that is not in use. */
public final class SampleUpstreamKeys {
  private static final Actor BY = Actor.innkeeper("test");

  private SampleUpstreamKeys() {}

  public static void add(
      Database database, SecretBox box, Organisations organisations, UUID organisation) {
    Clock clock = new TestingClock();
    AuditTrail audit = new AuditTrail(database, box, clock);
    KeyShelf shelf = new KeyShelf(database, box, audit, organisations, clock);
    UUID id = new UUID(0, 1);
    database.change(
        handle -> {
          ProvisionedRows.insertPasted(handle, id, organisation, "sk", "digest", clock.instant());
          ProvisionedRows.candidate(handle, id, shelf.seal(id, Secret.of("sk-or-v1-candidate")));
        });
    try (OpenRouterSimulator upstream = OpenRouterSimulator.start(0)) {
      OpenRouterSettings settings =
          new OpenRouterSettings(
              upstream.baseUrl(), Optional.empty(), Duration.ofHours(1), Duration.ofSeconds(10));
      ManagementKey management = new ManagementKey(database, box, audit, clock, settings);
      try (OpenRouterClient client = new OpenRouterClient(settings, management::secret)) {
        management.set(Secret.of(OpenRouterSimulator.MANAGEMENT_KEY), client, BY);
      }
    }
  }
}
