package io.innkeeper;

import io.innkeeper.engine.FirewallState;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.metrics.Metrics;
import io.innkeeper.organisation.EnvironmentOrganisation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;

/** Health and metrics, on loopback only. */
final class Monitoring {
  /** The engine decides nothing about readiness, so that nobody waits for it longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Rooms rooms;
  private final EnvironmentOrganisation environment;
  private final BooleanSupplier started;
  private final EnginePulse engine;
  private final Supplier<Optional<Duration>> directory;

  /**
   * @param directory how old is what the gateway knows; empty while another process serves calls
   */
  Monitoring(
      Rooms rooms,
      EnvironmentOrganisation environment,
      BooleanSupplier started,
      Supplier<Optional<Duration>> directory) {
    this.rooms = rooms;
    this.environment = environment;
    this.started = started;
    engine = new EnginePulse(() -> rooms.machine().engine().info(), PATIENCE);
    this.directory = directory;
  }

  void hang(Routes routes) {
    routes.loopback("/health/live", call -> Map.of("status", "up"));
    routes.loopback("/health/ready", this::ready);
    routes.loopback("/metrics", this::metrics);
  }

  private Reply ready(Call call) {
    boolean store = storeAnswers();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("status", store && started.getAsBoolean() ? "ready" : "not ready");
    facts.put("store", store ? "answers" : "does not answer");
    facts.put("engine", engine.beats() ? "answers" : "does not answer");
    facts.put("organisation", organisation());
    facts.put(
        "firewall",
        rooms.machine().firewallState().map(FirewallState::said).orElse("not needed yet"));
    facts.put("gateway", directory.get().map(Monitoring::known).orElse("not served here"));
    Reply reply = Reply.ok(facts);
    boolean good = store && started.getAsBoolean();
    return good ? reply : new Reply(503, reply.contentType(), facts, null, List.of());
  }

  private static String known(Duration age) {
    return "knows of changes until " + Math.max(0, age.toSeconds()) + " s ago";
  }

  private String organisation() {
    if (environment.absent()) return "none named by the environment";
    if (environment.complete()) return "set up";
    return "incomplete: " + String.join(", ", environment.missing());
  }

  private boolean storeAnswers() {
    try {
      return rooms
              .foundation()
              .database()
              .read(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one())
          == 1;
    } catch (JdbiException e) {
      return false;
    }
  }

  private Reply metrics(Call call) {
    return Reply.text(Metrics.CONTENT_TYPE, rooms.foundation().metrics().page());
  }
}
