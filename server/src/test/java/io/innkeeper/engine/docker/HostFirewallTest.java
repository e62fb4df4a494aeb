package io.innkeeper.engine.docker;

import static io.innkeeper.engine.docker.TestingContainers.on;
import static io.innkeeper.engine.docker.TestingContainers.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.engine.FirewallPlan;
import io.innkeeper.engine.FirewallState;
import io.innkeeper.engine.FirewallState.Kind;
import io.innkeeper.engine.FreePorts;
import io.innkeeper.engine.NetworkSpec;
import io.innkeeper.engine.docker.FirewallRules.Family;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostFirewallTest {
  /** Nobody's address, so that an attempt leaves through the default route. */
  private static final String OUTSIDE = "203.0.113.7";

  private static final String CONNECT =
      """
      import socket, sys
      for target in sys.argv[1:]:
          host, port = target.rsplit(":", 1)
          try:
              socket.create_connection((host, int(port)), 2).close()
              print(target, "open")
          except ConnectionRefusedError:
              print(target, "refused")
          except OSError as problem:
              print(target, "silent")
      """;

  private final TestingContainers containers = new TestingContainers();
  private final String prefix = "i" + TestingContainers.random() + "-";
  private final HostFirewall firewall = new HostFirewall(prefix);
  private final String gateway = containers.engine().hostGateway().orElseThrow();
  private ServerSocket gatewayPort = new ServerSocket(0, 50, InetAddress.getByName(gateway));
  private final ServerSocket hostPort = new ServerSocket(0);

  HostFirewallTest() throws IOException {}

  @BeforeEach
  void rulesCanBeSet() {
    assumeThat(firewall.check(plan()).kind()).isEqualTo(Kind.MISSING);
  }

  @AfterEach
  void leaveNothing() throws IOException {
    containers.close();
    firewall.remove();
    gatewayPort.close();
    hostPort.close();
  }

  @Test
  void tenantReachesTheGatewayAndNothingElseOfTheHost() throws Exception {
    String other = gateway + ":" + hostPort.getLocalPort();
    String own = gateway + ":" + gatewayPort.getLocalPort();
    NetworkSpec network = containers.network(prefix);
    assertThat(attempt(network, own, other)).contains(own + " open", other + " open");

    assertThat(firewall.ensure(plan()).holds()).isTrue();
    String bridge = network.subnet().replaceFirst("\\d+/28$", "") + host(network);
    String another = bridge + ":" + hostPort.getLocalPort();
    assertThat(attempt(network, own, other, another))
        .contains(own + " open", other + " refused", another + " refused");
  }

  @Test
  void engineWithoutAnAddressOfTheHostLeavesTenantsOutAndIsTold() throws Exception {
    FirewallState state = firewall.ensure(new FirewallPlan(Optional.empty(), 4100, Set.of()));
    assertThat(state.kind()).isEqualTo(Kind.NO_GATEWAY);
    assertThat(state.said()).contains("no address of this host");
    String own = gateway + ":" + gatewayPort.getLocalPort();
    assertThat(attempt(containers.network(prefix), own)).contains(own + " refused");
  }

  @Test
  void tenantsReachNeitherEachOtherNorTheOutside() throws Exception {
    firewall.ensure(plan());
    ContainerSpec neighbour =
        containers.started(
            on(containers.spec("python", "-m", "http.server", "8080"), containers.network(prefix)));
    String target =
        containers.engine().find(neighbour.name()).orElseThrow().address().orElseThrow() + ":8080";
    String outside = OUTSIDE + ":80";
    assertThat(attempt(containers.network(prefix), target, outside))
        .contains(target + " refused", outside + " refused");
  }

  @Test
  void allowedTenantReachesTheOutsideButNotTheHost() throws Exception {
    NetworkSpec network = containers.network(prefix);
    firewall.ensure(plan(network.bridge()));
    String outside = OUTSIDE + ":80";
    String metadata = "169.254.169.254:80";
    String other = gateway + ":" + hostPort.getLocalPort();
    assertThat(attempt(network, outside, metadata, other))
        .doesNotContain(outside + " refused")
        .contains(metadata + " refused", other + " refused");
  }

  @Test
  void publishedPortAnswersFromTheHost() {
    firewall.ensure(plan());
    int port = new FreePorts(20_000, 29_999).next(Set.of()).orElseThrow();
    containers.started(
        published(
            on(containers.spec("python", "-m", "http.server", "8080"), containers.network(prefix)),
            port,
            8080));
    await().ignoreExceptions().until(() -> answers(port));
  }

  @Test
  void rulesTakenAwayByHandArePutBack() throws Exception {
    assertThat(firewall.ensure(plan()).kind()).isEqualTo(Kind.MENDED);
    assertThat(firewall.ensure(plan()).kind()).isEqualTo(Kind.IN_FORCE);
    Iptables four = new Iptables(Family.IPV4);
    four.restore("*filter\n-F INNKEEPER-IN-" + prefix + "\nCOMMIT\n");
    assertThat(firewall.check(plan()).kind()).isEqualTo(Kind.MISSING);
    assertThat(firewall.ensure(plan()).kind()).isEqualTo(Kind.MENDED);
    four.restore("*filter\n-D INPUT -i " + prefix + "+ -j INNKEEPER-IN-" + prefix + "\nCOMMIT\n");
    assertThat(firewall.ensure(plan()).kind()).isEqualTo(Kind.MENDED);
    assertThat(firewall.check(plan()).holds()).isTrue();
  }

  @Test
  void changedPlanReplacesTheRules() {
    firewall.ensure(plan(prefix + "one"));
    assertThat(firewall.check(plan()).kind()).isEqualTo(Kind.MISSING);
    assertThat(firewall.ensure(plan()).kind()).isEqualTo(Kind.MENDED);
    assertThat(firewall.check(plan()).kind()).isEqualTo(Kind.IN_FORCE);
  }

  @Test
  void removalLeavesNothing() throws Exception {
    firewall.ensure(plan());
    firewall.remove();
    firewall.remove();
    for (Family family : Family.values()) {
      FirewallListing found = new Iptables(family).list();
      assertThat(found.chains().toString()).doesNotContain(prefix);
    }
  }

  @Test
  void twoInnkeepersDontFight() {
    HostFirewall other = new HostFirewall("i" + TestingContainers.random() + "-");
    try {
      firewall.ensure(plan());
      other.ensure(plan());
      assertThat(firewall.ensure(plan()))
          .satisfies(state -> assertThat(state.kind()).as(state.said()).isEqualTo(Kind.IN_FORCE));
      assertThat(other.ensure(plan()))
          .satisfies(state -> assertThat(state.kind()).as(state.said()).isEqualTo(Kind.IN_FORCE));
    } finally {
      other.remove();
    }
    assertThat(firewall.check(plan()).kind()).isEqualTo(Kind.IN_FORCE);
  }

  private FirewallPlan plan(String... allowedOut) {
    return new FirewallPlan(Optional.of(gateway), gatewayPort.getLocalPort(), Set.of(allowedOut));
  }

  private String attempt(NetworkSpec network, String... targets) throws InterruptedException {
    String[] command = new String[3 + targets.length];
    command[0] = "python";
    command[1] = "-c";
    command[2] = CONNECT;
    System.arraycopy(targets, 0, command, 3, targets.length);
    ContainerSpec spec = on(containers.spec(command), network);
    containers.started(spec);
    String said = TestingContainers.text(containers.output(spec.name()));
    containers.engine().remove(spec.name());
    return said;
  }

  /** The host's own address on the bridge: the first of the subnet. */
  private static int host(NetworkSpec network) {
    String[] parts = network.subnet().split("[./]");
    return Integer.parseInt(parts[3]) + 1;
  }

  private static boolean answers(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes());
      return socket.getInputStream().read() == 'H';
    }
  }
}
