package io.innkeeper.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.testing.TestingServer;
import java.io.IOException;

/** What can be reached from inside a tenant's container. */
public final class Reach {
  private static final String CONNECT =
      """
      import socket, sys
      s = socket.socket()
      s.settimeout(2)
      s.connect((sys.argv[1], int(sys.argv[2])))
      """;

  private final TestingServer inn;
  private final Tenant tenant;

  public Reach(TestingServer inn, Tenant tenant) {
    this.inn = inn;
    this.tenant = tenant;
  }

  /** This host, as containers see it. */
  String host() {
    return inn.server().rooms().machine().engine().hostGateway().orElseThrow();
  }

  /** Of this host the tenant reaches the gateway, and not the console that stands beside it. */
  public void assertOnlyItselfAndTheGateway() throws IOException, InterruptedException {
    assertThat(to("127.0.0.1", 8080)).isTrue();
    assertThat(to("host.docker.internal", inn.tenants().settings().gatewayPort())).isTrue();
    assertThat(to(host(), inn.server().port())).isFalse();
    assertThat(to(host(), tenant.place().port())).isFalse();
  }

  /** Tries a TCP connection. */
  boolean to(String host, int port) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "docker",
                "exec",
                inn.container(tenant).value(),
                "python3",
                "-c",
                CONNECT,
                host,
                Integer.toString(port))
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    return process.waitFor() == 0;
  }
}
