package io.innkeeper.doctor;

import io.innkeeper.engine.ContainerEngine;
import io.innkeeper.engine.ContainerEngine.EngineInfo;
import io.innkeeper.engine.EngineException;
import io.innkeeper.engine.FirewallState;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Checks of the container engine and of the host's rules around it. */
public final class EngineChecks {
  private static final int OLDEST_DOCKER = 20;

  private EngineChecks() {}

  /** Whether the engine answers, and which it is. */
  public static Check engine(ContainerEngine engine) {
    return new NamedCheck(
        "engine",
        () -> {
          try {
            return List.of(about(engine.info()));
          } catch (EngineException e) {
            return List.of(
                Finding.bad(
                    "engine",
                    String.valueOf(e.getMessage()),
                    "Running tenants go on, but nothing can be opened, changed or healed.",
                    "systemctl start docker"));
          }
        });
  }

  private static Finding about(EngineInfo info) {
    String what = info.product() + " " + info.version() + " at " + info.address();
    if (major(info.version()) >= OLDEST_DOCKER) return Finding.ok("engine", what);
    return Finding.warn(
        "engine",
        what + " is older than what Innkeeper is tested with.",
        "Version " + OLDEST_DOCKER + " or newer is expected.",
        "apt-get install --only-upgrade docker.io");
  }

  private static int major(String version) {
    String digits = version.replaceFirst("^\\D*(\\d{1,6}).*", "$1");
    return digits.matches("\\d+") ? Integer.parseInt(digits) : OLDEST_DOCKER;
  }

  /** Whether tenants are kept from the host; empty while no tenant needed it. */
  public static Check firewall(Supplier<Optional<FirewallState>> state) {
    return new NamedCheck("firewall", () -> List.of(about(state.get())));
  }

  private static Finding about(Optional<FirewallState> state) {
    if (state.isEmpty()) return Finding.ok("firewall", "No tenant has needed rules yet.");
    FirewallState known = state.get();
    return switch (known.kind()) {
      case IN_FORCE, MENDED -> Finding.ok("firewall", known.said());
      case NO_GATEWAY ->
          Finding.bad(
              "firewall",
              known.said(),
              "No tenant can be started or ask a model.",
              known.command());
      case MISSING, IMPOSSIBLE ->
          Finding.bad(
              "firewall",
              known.said(),
              "Tenants can reach this host's own ports and the internet; other tenants stay"
                  + " unreachable.",
              known.command());
    };
  }
}
