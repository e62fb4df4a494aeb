package io.innkeeper.engine;

import io.innkeeper.fault.Fault;
import io.innkeeper.settings.Cidr;
import io.innkeeper.settings.Setting;
import java.time.Duration;

/** Where the container engine is and what of the host it may use. */
public record EngineSettings(
    @Setting(
            says = "Where the container engine answers.",
            byDefault = "unix:///var/run/docker.sock",
            environment = "DOCKER_HOST")
        EngineAddress address,
    @Setting(
            says = "How long the engine may be silent during a call.",
            byDefault = "60s",
            atLeast = "1s")
        Duration timeout,
    @Setting(
            says =
                "The addresses of tenants' networks, cut into /28 pieces; they must be free on this"
                    + " machine.",
            byDefault = "10.213.0.0/16")
        String subnetPool,
    @Setting(
            says =
                "How tenants' network interfaces begin, at most 7 characters; each Innkeeper on a"
                    + " machine needs its own.",
            byDefault = "ink-")
        String bridgePrefix,
    @Setting(
            says = "The first of the ports on 127.0.0.1 that tenants are published on.",
            byDefault = "18000",
            min = 1024,
            max = 65_535)
        int firstPort,
    @Setting(says = "The last of them.", byDefault = "18999", min = 1024, max = 65_535)
        int lastPort) {

  public EngineSettings {
    if (Cidr.parse(subnetPool).prefix() > 28)
      throw Fault.invalid("subnet-pool", "innkeeper.engine.subnet-pool is smaller than one /28.");
    if (!bridgePrefix.matches("[a-z][a-z0-9-]{0,6}"))
      throw Fault.invalid(
          "bridge-prefix",
          "innkeeper.engine.bridge-prefix must begin with a lower-case letter and have at most 7"
              + " letters, digits and hyphens.");
    if (lastPort < firstPort)
      throw Fault.invalid(
          "tenant-ports", "innkeeper.engine.last-port lies before innkeeper.engine.first-port.");
  }

  /** What holds when nothing is set. */
  public static EngineSettings defaults() {
    return new EngineSettings(
        EngineAddress.usual(), Duration.ofSeconds(60), "10.213.0.0/16", "ink-", 18000, 18999);
  }
}
