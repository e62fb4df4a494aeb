package io.innkeeper.infrastructure;

import io.innkeeper.settings.Setting;
import java.time.Duration;
import java.util.List;

/** Where passwords of infrastructure may be read, and how patiently. */
public record InfrastructureSettings(
    @Setting(
            says =
                "The networks in which sources of environments may be, for example"
                    + " 10.20.0.0/16,fd12:3456::/32; empty for any. Loopback, link-local, metadata"
                    + " and multicast addresses and this machine's own are refused unless a network"
                    + " that lies wholly among them is named.")
        List<Network> networks,
    @Setting(
            says = "How long a source may take to answer a request.",
            byDefault = "30s",
            atLeast = "1s")
        Duration timeout,
    @Setting(
            says = "How long reading one source may take in all.",
            byDefault = "15m",
            atLeast = "1s")
        Duration patience,
    @Setting(
            says = "How many credentials are asked for at a time.",
            byDefault = "200",
            min = 1,
            max = 5_000)
        int pageSize,
    @Setting(
            says =
                "If more than so many of 100 known credentials of a source are suddenly gone, they"
                    + " are not marked as missing until a person says that this is right.",
            byDefault = "20",
            min = 0,
            max = 100)
        int mostMissing,
    @Setting(
            says =
                "How often each environment's SDDC Manager is asked when passwords end; it looks at"
                    + " every product for that. 0s for only when somebody wants it.",
            byDefault = "24h")
        Duration expiryEvery,
    @Setting(
            says =
                "Whether people who have the right may try whether a kept password still signs in:"
                    + " at most once an hour for each account, and never again with a password that"
                    + " was refused.",
            byDefault = "false")
        boolean loginTest) {

  public InfrastructureSettings {
    networks = List.copyOf(networks);
  }

  /** What holds when nothing is set. */
  public static InfrastructureSettings defaults() {
    return new InfrastructureSettings(
        List.of(),
        Duration.ofSeconds(30),
        Duration.ofMinutes(15),
        200,
        20,
        Duration.ofHours(24),
        false);
  }
}
