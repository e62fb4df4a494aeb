package io.innkeeper.engine.docker;

import com.github.dockerjava.api.command.ListNetworksCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Network;
import io.innkeeper.engine.EngineException;
import io.innkeeper.engine.EngineException.Kind;
import io.innkeeper.engine.NetworkSpec;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Bridges of our own, one for each tenant. */
final class DockerNetworks {
  private static final String BRIDGE_NAME = "com.docker.network.bridge.name";

  private final DockerConnection docker;

  DockerNetworks(DockerConnection docker) {
    this.docker = docker;
  }

  void ensure(NetworkSpec wanted) {
    Optional<NetworkSpec> there = find(wanted.name());
    if (there.isEmpty()) {
      there = Optional.of(create(wanted));
    }
    NetworkSpec actual = there.get();
    if (!actual.subnet().equals(wanted.subnet()) || !actual.bridge().equals(wanted.bridge())) {
      throw new EngineException(
          Kind.REFUSED,
          "Network %s has subnet %s and bridge %s, but %s and %s are wanted. Remove it when nothing uses it."
              .formatted(
                  wanted.name(),
                  actual.subnet(),
                  actual.bridge(),
                  wanted.subnet(),
                  wanted.bridge()),
          null);
    }
  }

  void remove(String name) {
    docker.ask(
        "remove network " + name,
        client -> {
          try {
            return client.removeNetworkCmd(name).exec();
          } catch (NotFoundException gone) {
            return null;
          }
        });
  }

  List<NetworkSpec> withLabels(Map<String, String> labels) {
    String[] filters =
        labels.entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .toArray(String[]::new);
    List<Network> listed =
        docker.ask(
            "list networks",
            client -> {
              ListNetworksCmd request = client.listNetworksCmd();
              return (filters.length == 0 ? request : request.withFilter("label", List.of(filters)))
                  .exec();
            });
    return listed.stream().map(DockerNetworks::spec).flatMap(Optional::stream).toList();
  }

  /** The host's address on the engine's default bridge, which {@code host-gateway} stands for. */
  Optional<String> hostGateway() {
    Optional<Network> bridge = inspect("bridge");
    return bridge.stream()
        .flatMap(DockerNetworks::pools)
        .map(Network.Ipam.Config::getGateway)
        .filter(gateway -> gateway != null && gateway.contains("."))
        .findFirst()
        // An engine with default settings tells the bridge's name, but not its address.
        .or(() -> bridge.flatMap(DockerNetworks::bridgeName).flatMap(DockerNetworks::hostAddress));
  }

  private NetworkSpec create(NetworkSpec wanted) {
    docker.ask(
        "create network " + wanted.name(),
        client -> {
          try {
            return client
                .createNetworkCmd()
                .withName(wanted.name())
                .withDriver("bridge")
                .withCheckDuplicate(true)
                .withLabels(wanted.labels())
                .withOptions(
                    Map.of(
                        BRIDGE_NAME,
                        wanted.bridge(),
                        "com.docker.network.bridge.host_binding_ipv4",
                        CreateRequest.LOOPBACK))
                .withIpam(
                    new Network.Ipam()
                        .withConfig(new Network.Ipam.Config().withSubnet(wanted.subnet())))
                .exec();
          } catch (RuntimeException lostRace) {
            // Another process may have made it between our look and our call.
            if (find(wanted.name()).isPresent()) {
              return null;
            }
            throw lostRace;
          }
        });
    return find(wanted.name())
        .orElseThrow(
            () ->
                new EngineException(
                    Kind.REFUSED, "Network " + wanted.name() + " is gone already.", null));
  }

  private Optional<NetworkSpec> find(String name) {
    return inspect(name).filter(seen -> seen.getName().equals(name)).flatMap(DockerNetworks::spec);
  }

  private Optional<Network> inspect(String name) {
    return docker.ask(
        "look at network " + name,
        client -> {
          try {
            return Optional.of(client.inspectNetworkCmd().withNetworkId(name).exec());
          } catch (NotFoundException missing) {
            return Optional.empty();
          }
        });
  }

  private static Optional<NetworkSpec> spec(Network seen) {
    return pools(seen)
        .map(Network.Ipam.Config::getSubnet)
        .filter(Objects::nonNull)
        .findFirst()
        .map(
            subnet ->
                new NetworkSpec(
                    seen.getName(),
                    subnet,
                    bridgeName(seen).orElse(""),
                    Objects.requireNonNullElse(seen.getLabels(), Map.of())));
  }

  private static Optional<String> bridgeName(Network seen) {
    return Optional.ofNullable(seen.getOptions()).map(options -> options.get(BRIDGE_NAME));
  }

  private static Optional<String> hostAddress(String networkInterface) {
    try {
      NetworkInterface found = NetworkInterface.getByName(networkInterface);
      return found == null
          ? Optional.empty()
          : found
              .inetAddresses()
              .filter(Inet4Address.class::isInstance)
              .map(InetAddress::getHostAddress)
              .findFirst();
    } catch (SocketException unknown) {
      return Optional.empty();
    }
  }

  private static Stream<Network.Ipam.Config> pools(Network seen) {
    return seen.getIpam() == null || seen.getIpam().getConfig() == null
        ? Stream.of()
        : seen.getIpam().getConfig().stream();
  }
}
