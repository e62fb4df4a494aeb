package io.innkeeper.tenant;

import io.innkeeper.engine.ImageReference;
import io.innkeeper.fault.Fault;
import io.innkeeper.settings.ByteSize;
import io.innkeeper.settings.Setting;
import java.time.Duration;

/** How tenants are made on this host. */
public record TenantSettings(
    @Setting(
            says = "The image of a tenant for which none is asked; pin a version or a digest.",
            byDefault = "ghcr.io/open-webui/open-webui:v0.12.4")
        ImageReference image,
    @Setting(
            says =
                "How the names of containers and networks begin; each Innkeeper on an engine needs"
                    + " its own.",
            byDefault = "ink")
        NamePrefix prefix,
    @Setting(
            says = "The port of the model gateway, the only one of this host that tenants reach.",
            byDefault = "4100",
            min = 1,
            max = 65_535)
        int gatewayPort,
    @Setting(says = "The memory limit of a tenant for which none is asked.", byDefault = "1.5GiB")
        ByteSize memory,
    @Setting(
            says = "The processor limit of a tenant for which none is asked, in cores.",
            byDefault = "1")
        Cores cores,
    @Setting(
            says = "How often wanted and actual are compared without a cause.",
            byDefault = "1m",
            atLeast = "1s")
        Duration reconcileEvery,
    @Setting(
            says = "How often a drifted tenant is mended before it counts as degraded.",
            byDefault = "5",
            min = 1,
            max = 100)
        int mendTries,
    @Setting(says = "How long a tenant's start may take.", byDefault = "3m", atLeast = "1s")
        Duration healthDeadline,
    @Setting(says = "How long open answers may run on when a tenant is stopped.", byDefault = "20s")
        Duration stopGrace) {

  public TenantSettings {
    if (!TenantInput.isMemory(memory.bytes()))
      throw Fault.invalid("tenant-memory", "innkeeper.tenant.memory: " + TenantInput.MEMORY);
  }
}
